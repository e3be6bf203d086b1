using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

[Anywhere]
public sealed class SignInModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SignIn.Command Input { get; set; } = new();
    [BindProperty] public SignInAsPersona.Command Persona { get; set; } = new();
    [BindProperty(SupportsGet = true, Name = "retour")] public string? Return { get; set; }
    public IReadOnlyList<ListPersonas.Row> Personas { get; private set; } = [];

    protected internal override async Task Load() => Personas = await Send(new ListPersonas.Query());

    public async Task<IActionResult> OnPostAsync()
    {
        var started = Stopwatch.GetTimestamp();
        if (await Send(Input)) return await Enter();
        await Refusals.TakeTheSameTime(started, HttpContext.RequestAborted);
        throw new RuleViolation("signin.refused");
    }

    public async Task<IActionResult> OnPostPersonaAsync()
    {
        await Send(Persona);
        return await Enter();
    }

    private async Task<IActionResult> Enter()
    {
        var next = await Send(new AfterSignIn.Query(Return));
        return To(next.Address, next.IsStranger ? "Vous êtes connecté, mais votre compte n’a pas de place dans cet espace." : null);
    }
}
