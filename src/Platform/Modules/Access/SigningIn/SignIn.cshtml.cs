using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

[Anywhere]
public sealed class SignInModel(IMediator mediator) : SpacePage(mediator)
{
    private readonly long started = Stopwatch.GetTimestamp();

    [BindProperty] public SignIn.Command Input { get; set; } = new();
    [BindProperty] public SignInAsPersona.Command Persona { get; set; } = new();
    [BindProperty] public GiveCode.Command Step { get; set; } = new();
    [BindProperty] public SignInWithPasskey.Command Passkey { get; set; } = new();
    [BindProperty(SupportsGet = true, Name = "retour")] public string? Return { get; set; }
    public IReadOnlyList<ListPersonas.Row> Personas { get; private set; } = [];

    public PasskeyForm Asked { get; private set; } = null!;

    protected internal override async Task Load() => (Personas, Asked) = (await Send(new ListPersonas.Query()), await Send(new SignInWithPasskey.Form()));

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await Send(Input);
        if (outcome.Ticket is null) return await Enter(outcome.Entered, new RuleViolation("signin.refused"));
        Step = new() { Ticket = outcome.Ticket };
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostStepAsync() => await Enter(await Send(Step), new Invalid(Step, nameof(Step.Code), "Ce code n’est pas le bon, ou il a déjà servi. Si plus de cinq minutes ont passé, recommencez."));

    public async Task<IActionResult> OnPostPasskeyAsync() => await Enter(await Send(Passkey), new RuleViolation("signin.passkey"));

    public async Task<IActionResult> OnPostPersonaAsync()
    {
        await Send(Persona);
        return await Enter(true, null);
    }

    private async Task<IActionResult> Enter(bool entered, Failure? refusal)
    {
        if (!entered)
        {
            await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
            throw refusal!;
        }
        var next = await Send(new AfterSignIn.Query(Return));
        return To(next.Address, next.IsStranger ? "Vous êtes connecté, mais votre compte n’a pas de place dans cet espace." : null);
    }
}
