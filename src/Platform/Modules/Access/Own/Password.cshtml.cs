using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Own;

[Anywhere]
public sealed class PasswordModel(IMediator mediator) : SpacePage(mediator)
{
    private readonly long started = Stopwatch.GetTimestamp();

    [BindProperty] public ChangePassword.Command Input { get; set; } = new();
    public WhoIsThis.Answer Me { get; private set; } = null!;

    protected internal override async Task Load() => Me = await Send(new WhoIsThis.Query());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Send(Input)) return To("~/mon-compte", "Votre mot de passe est changé.");
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        throw new Invalid(Input, nameof(Input.Current), "Ce n’est pas votre mot de passe actuel. Après huit essais, l’accès est suspendu dix minutes.");
    }
}
