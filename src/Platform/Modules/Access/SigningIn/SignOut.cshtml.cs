using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

[Anywhere]
public sealed class SignOutModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SignOut.Command Input { get; set; } = new();
    /// <summary>The page that waits for somebody else: an invitation.</summary>
    [BindProperty(Name = "retour")] public string? Return { get; set; }

    protected internal override Task Load() => Task.CompletedTask;

    // An address typed by hand changes nothing: only the button signs out.
    public override Task<IActionResult> OnGetAsync() => Task.FromResult(To("~/"));

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return AfterSignIn.IsInside(Return) ? To("~" + Return) : To("~/", Input.Everywhere ? "Vous êtes déconnecté, ici et partout ailleurs." : "Vous êtes déconnecté.");
    }
}
