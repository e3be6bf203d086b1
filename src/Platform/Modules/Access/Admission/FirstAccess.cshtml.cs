using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Access.Admission;

public sealed class FirstAccessModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public ComeIn.Command Input { get; set; } = new();

    protected internal override Task Load() => Send(new ComeIn.Form());

    public async Task<IActionResult> OnPostAsync()
    {
        var started = Stopwatch.GetTimestamp();
        if (await Send(Input)) return To("~/tableau-de-bord", "Bienvenue. La prochaine fois, votre adresse et votre mot de passe suffiront.");
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        throw new RuleViolation("comein.refused");
    }
}
