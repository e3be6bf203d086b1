using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Members.Organisations;

public sealed class EditModel(IMediator mediator) : SpacePage(mediator), IOrganisationForm
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public EditOrganisation.Command Input { get; set; } = new();

    public EditOrganisation.Command Stored { get; private set; } = new();
    public IReadOnlyList<OrganisationTwins.Row> Twins { get; private set; } = [];

    protected internal override async Task Load()
    {
        Stored = await Send(new EditOrganisation.Form(Id));
        if (Input.Name is not null) Twins = await Send(new OrganisationTwins.Query(Input.Name, Id));
    }

    protected override void Fill() => Input = Stored;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/membres/{Id}", "Fiche enregistrée.");
    }
}
