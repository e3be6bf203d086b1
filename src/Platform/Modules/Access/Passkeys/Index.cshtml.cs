using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.OwnPasskeys;

[Anywhere]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    private readonly long started = Stopwatch.GetTimestamp();

    [BindProperty] public AddPasskey.Command Input { get; set; } = new();
    [BindProperty] public AddPasskey.Begin First { get; set; } = new();
    public AddPasskey.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new AddPasskey.Form(Input.State));

    public async Task<IActionResult> OnPostFirstAsync()
    {
        if (await Send(First) is not { } challenge)
        {
            await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
            throw new Invalid(First, nameof(First.Password), "Ce n’est pas votre mot de passe. Après huit essais, l’accès est suspendu dix minutes.");
        }
        await Load();
        Shown = Shown with { Challenge = challenge };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/mon-compte/cles", $"La clé «\u00a0{Input.Name}\u00a0» ouvre désormais votre compte.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid key)
    {
        await Send(new AddPasskey.Remove(key));
        return To("~/mon-compte/cles", "La clé est retirée\u00a0; elle n’ouvre plus rien.");
    }
}
