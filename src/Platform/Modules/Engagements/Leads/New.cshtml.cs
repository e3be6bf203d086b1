using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public ProposeLead.Command Input { get; set; } = new();
    private ProposeLead.Command empty = new();

    public LeadChoices.Answer Choices { get; private set; } = null!;
    public IReadOnlyList<FindSimilar.Row> Similar { get; private set; } = [];

    protected internal override async Task Load()
    {
        empty = await Send(new ProposeLead.Form());
        Choices = await Send(new LeadChoices.Query(Input.SponsorId));
        if (Input.Title is { } title) Similar = await Send(new FindSimilar.Query(title));
    }

    protected override void Fill() => Input = empty;

    public async Task<IActionResult> OnPostAsync() => To($"~/pistes/{await Send(Input)}?semblables=true", "C’est noté. Il reste à répondre aux questions de l’espace.");

    /// <summary>While the title is typed.</summary>
    public async Task<IActionResult> OnGetSimilarAsync([FromQuery(Name = "Input.Title")] string? title, [FromQuery(Name = "sauf")] Guid? except) =>
        Partial("_Similar", await Send(new FindSimilar.Query(title, except)));
}
