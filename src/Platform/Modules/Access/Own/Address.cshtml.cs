using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Own;

[Anywhere]
public sealed class AddressModel(IMediator mediator) : SpacePage(mediator)
{
    private readonly long started = Stopwatch.GetTimestamp();

    [BindProperty] public ChangeAddress.Command Input { get; set; } = new();
    public WhoIsThis.Answer Me { get; private set; } = null!;
    public bool Delivers { get; private set; }

    protected internal override async Task Load() => (Me, Delivers) = (await Send(new WhoIsThis.Query()), await Send(new ChangeAddress.Form()));

    public async Task<IActionResult> OnPostAsync()
    {
        var asked = await Send(Input);
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        if (asked) return To("~/mon-compte", $"Ouvrez le lien que vous allez recevoir à {Input.Email}\u00a0: l’adresse changera alors.");
        throw new Invalid(Input, nameof(Input.Password), "Ce n’est pas votre mot de passe. Après huit essais, l’accès est suspendu dix minutes.");
    }
}
