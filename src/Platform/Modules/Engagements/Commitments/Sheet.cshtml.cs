using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements), ReceivesFiles]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public GiveNews.Command News { get; set; } = new();
    [BindProperty] public Guid Measure { get; set; }
    [BindProperty] public CommitmentState State { get; set; }

    /// <summary>It has just been logged: what resembles it is shown once.</summary>
    [FromQuery(Name = "semblables")] public bool ShowSimilar { get; set; }

    public ShowCommitment.Sheet Sheet { get; private set; } = null!;
    public IReadOnlyList<FindSimilar.Row> Similar { get; private set; } = [];

    protected internal override async Task Load()
    {
        Sheet = await Send(new ShowCommitment.Query(Id));
        if (ShowSimilar) Similar = [.. (await Send(new FindSimilar.Query(Sheet.Title, Id))).Where(s => s.Id != Sheet.BornOf?.Id)];
    }

    protected override void Fill() => News = new GiveNews.Command { FormKey = Guid.CreateVersion7(), Status = UpdateStatuses.Proposed(Sheet.Standing.IsBlocked) };

    public async Task<IActionResult> OnPostNewsAsync()
    {
        (News.CommitmentId, News.CorrectsId) = (Id, null);
        await Send(News);
        return Back("Merci : la nouvelle est enregistrée.");
    }

    public async Task<IActionResult> OnPostDoneAsync() => Back($"« {await Send(new FinishMeasure.Command(Id, Measure, true))} » : fait.");

    public async Task<IActionResult> OnPostUndoAsync() => Back($"« {await Send(new FinishMeasure.Command(Id, Measure, false))} » : à faire.");

    public Task<IActionResult> OnPostUpAsync() => Shift(up: true);

    public Task<IActionResult> OnPostDownAsync() => Shift(up: false);

    public async Task<IActionResult> OnPostMoveAsync()
    {
        await Send(new MoveCommitment.Command { Id = Id, To = State });
        return Back("C’est fait : l’état a changé.");
    }

    private async Task<IActionResult> Shift(bool up)
    {
        await Send(new MoveMeasure.Command(Id, Measure, up));
        return Back(null);
    }

    private IActionResult Back(string? done) => To($"~/engagements/{Id}", done);
}
