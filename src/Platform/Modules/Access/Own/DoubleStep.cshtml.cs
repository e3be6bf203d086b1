using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access.Own;

[Anywhere]
public sealed class DoubleStepModel(IMediator mediator) : SpacePage(mediator)
{
    private readonly long started = Stopwatch.GetTimestamp();

    [BindProperty] public SetUpSecondStep.Command Input { get; set; } = new();
    [BindProperty] public SetUpSecondStep.Change Change { get; set; } = new();
    [BindProperty] public SetUpSecondStep.Change Off { get; set; } = new();
    public SetUpSecondStep.View Shown { get; private set; } = null!;
    /// <summary>Recovery codes, on the answer that made them and never again.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    protected internal override async Task Load() => Shown = await Send(new SetUpSecondStep.Form(Input.Enrolment));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Send(Input);
        if (outcome.IsWrongPassword) throw await Wrong(Input, nameof(Input.Password));
        Codes = outcome.Codes ?? throw new Invalid(Input, nameof(Input.Code), "Ce n’est pas le bon code. Attendez le suivant et recopiez-le.");
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync()
    {
        Codes = await Send(Change) ?? throw await Wrong(Change, nameof(Change.Password));
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        Off = Off with { Off = true };
        if (await Send(Off) is null) throw await Wrong(Off, nameof(Off.Password));
        return To("~/mon-compte", "La double authentification est désactivée.");
    }

    private async Task<Invalid> Wrong(object request, string field)
    {
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        return new(request, field, "Ce n’est pas votre mot de passe. Après huit essais, l’accès est suspendu dix minutes.");
    }
}
