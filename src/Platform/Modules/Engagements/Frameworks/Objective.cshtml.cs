using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

[Module(SpaceModules.Frameworks)]
public sealed class ObjectiveModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public RecordValue.Command Input { get; set; } = new();

    public GetObjective.Sheet Sheet { get; private set; } = null!;

    protected internal override async Task Load() => Sheet = await Send(new GetObjective.Query(Id));

    protected override void Fill() => Input = new() { MeasuredOn = Sheet.Today };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.ObjectiveId = Id;
        await Send(Input);
        return To($"~/cadres/objectifs/{Id}", "Relevé enregistré.");
    }

    public async Task<IActionResult> OnPostRemoveValueAsync(Guid value)
    {
        await Send(new RemovePart.Value(Id, value));
        return To($"~/cadres/objectifs/{Id}", "Relevé retiré\u00a0; le journal en garde la trace.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var framework = (await Send(new GetObjective.Query(Id))).Place.FrameworkId;
        await Send(new RemovePart.Objective(Id));
        return To($"~/cadres/{framework}", "Retiré\u00a0; le journal en garde la trace.");
    }
}
