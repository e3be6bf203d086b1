using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class ScreenModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public ScreenLead.Command Input { get; set; } = new();

    public ScreenLead.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new ScreenLead.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.LeadId = Id;
        await Send(Input);
        return To($"~/pistes/{Id}", "Réponses enregistrées.");
    }
}
