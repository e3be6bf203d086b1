using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

[Module(SpaceModules.Forum)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditMilestones.Move Moving { get; set; } = new();
    [BindProperty] public EditMilestones.Add Adding { get; set; } = new();
    [BindProperty] public CancelEdition.Command Cancelling { get; set; } = new();

    public GetEdition.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetEdition.Query(Id));

    protected override void Fill() => Cancelling = new() { Version = Answer.Version };

    public Task<IActionResult> OnPostDoAsync(Guid etape) => Change(etape, EditMilestones.Act.Do, "Étape faite.");

    public Task<IActionResult> OnPostReopenAsync(Guid etape) => Change(etape, EditMilestones.Act.Reopen, "Étape rouverte.");

    public Task<IActionResult> OnPostAttachAsync(Guid etape) => Change(etape, EditMilestones.Act.Attach, "L’étape suit de nouveau le jour du forum.");

    public Task<IActionResult> OnPostRemoveAsync(Guid etape) => Change(etape, EditMilestones.Act.Remove, "Étape retirée.");

    public async Task<IActionResult> OnPostMoveAsync()
    {
        Moving.EditionId = Id;
        await Send(Moving);
        return To($"~/forum/{Id}", "Étape déplacée.");
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        Adding.EditionId = Id;
        await Send(Adding);
        return To($"~/forum/{Id}", "Étape ajoutée.");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        Cancelling.Id = Id;
        await Send(Cancelling);
        return To($"~/forum/{Id}", "Édition annulée.");
    }

    private async Task<IActionResult> Change(Guid step, EditMilestones.Act act, string done)
    {
        await Send(new EditMilestones.Command(Id, step, act));
        return To($"~/forum/{Id}", done);
    }
}
