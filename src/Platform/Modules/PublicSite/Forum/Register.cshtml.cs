using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Forum;

/// <summary>Anybody asks to come. No cookie, hence no token: the form does nothing in anybody's name, its mail asks for the confirmation.</summary>
[Module(SpaceModules.Forum), Published, IgnoreAntiforgeryToken]
public sealed class RegisterModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public RegisterOpenly.Command Input { get; set; } = new();

    public RegisterOpenly.Filled Form { get; private set; } = null!;
    /// <summary>Where the mail goes; said on the answer itself.</summary>
    public string? Asked { get; private set; }

    protected override async Task Read()
    {
        Form = await Send(new RegisterOpenly.Form(Id));
        while (Input.Companions.Count < Form.Companions) Input.Companions.Add(null);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var started = Stopwatch.GetTimestamp();
        Input.EditionId = Id;
        await Send(Input);
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        await Load();
        Asked = Input.Email;
        return Page();
    }
}
