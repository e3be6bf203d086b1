using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Forgotten;

[Anywhere]
public sealed class ChooseModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";
    [BindProperty] public ChooseNewPassword.Command Input { get; set; } = new();
    public ChooseNewPassword.View? Shown { get; private set; }

    protected internal override async Task Load()
    {
        Shown = await Send(new ChooseNewPassword.Form(Secret));
        // One page for every link that does not serve.
        if (Shown is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Input = Input with { Secret = Secret };
        if (await Send(Input)) return To("~/connexion", "Votre mot de passe est changé. Connectez-vous.");
        await Load();
        return Page();
    }
}
