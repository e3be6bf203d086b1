using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class TogetherModel(IMediator mediator) : CommitmentListPage(mediator)
{
    private const string List = "~/engagements";

    [BindProperty] public ActTogether.Entrust Entrust { get; set; } = new();
    [BindProperty] public ActTogether.Classify Classify { get; set; } = new();
    [BindProperty] public ActTogether.Pace Pace { get; set; } = new();

    public ActTogether.Answer Answer { get; private set; } = null!;
    public string Back => BackTo(List);

    protected internal override async Task Load() => Answer = await Send(new ActTogether.Form(Which));

    public override Task<IActionResult> OnGetAsync() => Together(List);

    public Task<IActionResult> OnPostEntrustAsync() => Act(Entrust);

    public Task<IActionResult> OnPostClassifyAsync() => Act(Classify);

    public Task<IActionResult> OnPostPaceAsync() => Act(Pace);

    public Task<IActionResult> OnPostUndoAsync(Guid acte) => TakeBack(List, () => Send(new ActTogether.Undo(acte)));

    private Task<IActionResult> Act(ActTogether.Command command)
    {
        command.Which = Which;
        return Together(List, () => Send(command));
    }

    private ActOnMany.Which<CommitmentFilter> Which => new(Filter, Ticked);
}
