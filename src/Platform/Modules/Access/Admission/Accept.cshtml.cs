using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Access.Admission;

public sealed class AcceptModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";
    [BindProperty] public AcceptInvitation.Command Input { get; set; } = new();
    public AcceptInvitation.View? Shown { get; private set; }
    public string Address => $"/invitation/{Secret}";

    protected internal override async Task Load()
    {
        Shown = await Send(new AcceptInvitation.Form(Secret));
        // One page for every link that does not serve: mistyped, used, too old, taken back.
        if (Shown is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    protected override void Fill() => Input = new() { Name = Shown?.Name };

    public async Task<IActionResult> OnPostAsync()
    {
        Input = Input with { Secret = Secret };
        return await Enter(await Send(Input));
    }

    public async Task<IActionResult> OnPostYesAsync() => await Enter(await Send(new AcceptInvitation.Yes { Secret = Secret }));

    private async Task<IActionResult> Enter(bool accepted)
    {
        if (accepted) return To("~/tableau-de-bord", "Bienvenue. La prochaine fois, votre adresse et votre mot de passe suffiront.");
        await Load();
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
