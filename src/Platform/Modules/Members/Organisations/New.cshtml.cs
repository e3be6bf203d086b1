using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.Organisations;

public sealed class NewModel(IMediator mediator) : SpacePage(mediator), IOrganisationForm
{
    [BindProperty] public RegisterOrganisation.Command Input { get; set; } = new();

    public IReadOnlyList<OrganisationTwins.Row> Twins { get; private set; } = [];
    private RegisterOrganisation.Command empty = new();

    protected internal override async Task Load()
    {
        empty = await Send(new RegisterOrganisation.Form());
        if (Input.Name is not null) Twins = await Send(new OrganisationTwins.Query(Input.Name, null));
    }

    protected override void Fill() => Input = empty;

    public async Task<IActionResult> OnPostAsync()
    {
        var id = await Send(Input);
        return To($"~/membres/{id}", $"{Input.Name} est dans l’espace.");
    }

    /// <summary>While the code of a commune is looked for by its name.</summary>
    public async Task<IActionResult> OnGetCommunesAsync([FromQuery(Name = "Input.InseeCode")] string? text) => Partial("_Communes", (await Send(new SearchCommunes.Query(text))).Hits);
}

/// <summary>What the fields shared by the two forms of an organisation need of their page.</summary>
public interface IOrganisationForm
{
    /// <summary>Organisations that bear the name being written.</summary>
    IReadOnlyList<OrganisationTwins.Row> Twins { get; }
}
