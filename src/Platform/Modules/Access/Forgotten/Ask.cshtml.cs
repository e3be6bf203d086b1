using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Forgotten;

[Anywhere]
public sealed class AskModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public AskNewPassword.Command Input { get; set; } = new();
    public bool Delivers { get; private set; }
    public bool Asked { get; private set; }

    protected internal override async Task Load() => Delivers = await Send(new AskNewPassword.Form());

    public async Task<IActionResult> OnPostAsync()
    {
        var started = Stopwatch.GetTimestamp();
        await Send(Input);
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        await Load();
        Asked = true;
        return Page();
    }
}
