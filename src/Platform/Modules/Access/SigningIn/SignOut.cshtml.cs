using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

[Anywhere]
public sealed class SignOutModel(IMediator mediator) : SpacePage(mediator)
{
    protected internal override Task Load() => Task.CompletedTask;

    // An address typed by hand changes nothing: only the button signs out.
    public override Task<IActionResult> OnGetAsync() => Task.FromResult(To("~/"));

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(new SignOut.Command());
        return To("~/", "Vous êtes déconnecté.");
    }
}
