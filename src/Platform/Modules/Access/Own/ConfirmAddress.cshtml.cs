using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Own;

[Anywhere]
public sealed class ConfirmAddressModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";
    public string? Address { get; private set; }

    protected internal override async Task Load()
    {
        Address = await Send(new ChangeAddress.Proof(Secret));
        if (Address is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Send(new ChangeAddress.Confirm { Secret = Secret })) return To("~/connexion", "Votre nouvelle adresse est confirmée\u00a0: c’est avec elle que vous vous connectez.");
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
