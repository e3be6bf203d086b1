using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditLead.Command Input { get; set; } = new();

    public EditLead.Command Stored { get; private set; } = null!;
    public LeadChoices.Answer Choices { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Stored = await Send(new EditLead.Form(Id));
        Choices = await Send(new LeadChoices.Query(Stored.SponsorId));
    }

    protected override void Fill() => Input = Stored;

    protected internal override string? NameOf(Guid id) => Choices.NameOf(id);

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/pistes/{Id}", "Fiche enregistrée.");
    }
}
