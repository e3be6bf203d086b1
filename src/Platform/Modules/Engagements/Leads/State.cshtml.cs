using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class StateModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public MoveLead.Command Input { get; set; } = new();

    public MoveLead.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new MoveLead.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/pistes/{Id}", "C’est fait\u00a0: l’état a changé.");
    }
}
