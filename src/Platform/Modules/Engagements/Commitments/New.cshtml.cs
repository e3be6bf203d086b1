using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public LogCommitment.Command Input { get; set; } = new();
    /// <summary>The organisation, coalition, theme or axis from whose page "log" was pressed.</summary>
    [FromQuery(Name = "porteur")] public Guid? Holder { get; set; }
    [FromQuery(Name = "coalition")] public Guid? Coalition { get; set; }
    [FromQuery(Name = "theme")] public Guid? Theme { get; set; }
    /// <summary>The lead that becomes this commitment.</summary>
    [FromQuery(Name = "piste")] public Guid? FromLead { get; set; }

    public CommitmentChoices.Answer Choices { get; private set; } = null!;
    public ConvertLead.Answer? Lead { get; private set; }
    public IReadOnlyList<FindSimilar.Row> Similar { get; private set; } = [];

    protected internal override async Task Load()
    {
        if ((FromLead ?? Input.FromLeadId) is { } lead) Lead = await Send(new ConvertLead.Form(lead));
        Choices = await Send(new CommitmentChoices.Query(Input.Title is null && Lead is not null ? Lead.Command : Input));
        if ((Input.Title ?? Lead?.Title) is { } title) Similar = await Send(new FindSimilar.Query(title, FromLead ?? Input.FromLeadId));
    }

    protected override void Fill() => Input = Lead?.Command ?? new LogCommitment.Command
    {
        FormKey = Guid.CreateVersion7(), Holders = Holder is { } holder ? [holder] : [], CoalitionId = Coalition, ThemeId = Theme,
    };

    public async Task<IActionResult> OnPostAsync() =>
        To($"~/engagements/{await Send(Input)}?semblables=true", "C’est consigné. La suite se fait d’ici : étapes, nouvelles, adoption.");

    /// <summary>While the title is typed.</summary>
    public async Task<IActionResult> OnGetSimilarAsync([FromQuery(Name = "Input.Title")] string? title, [FromQuery(Name = "sauf")] Guid? except) =>
        Partial("_Similar", await Send(new FindSimilar.Query(title, except)));
}
