using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class TogetherModel(IMediator mediator) : LeadListPage(mediator)
{
    private const string List = "~/pistes";

    [BindProperty] public ActOnLeads.Classify Classify { get; set; } = new();
    [BindProperty] public ActOnLeads.Carry Carry { get; set; } = new();
    [BindProperty] public ActOnLeads.Move Move { get; set; } = new();

    public ActOnLeads.Answer Answer { get; private set; } = null!;
    public string Back => BackTo(List);

    protected internal override async Task Load() => Answer = await Send(new ActOnLeads.Form(Which));

    protected override void Fill() => Move = new() { On = Answer.Today };

    public override Task<IActionResult> OnGetAsync() => Together(List);

    public Task<IActionResult> OnPostClassifyAsync() => Act(Classify);

    public Task<IActionResult> OnPostCarryAsync() => Act(Carry);

    public Task<IActionResult> OnPostMoveAsync() => Act(Move);

    public Task<IActionResult> OnPostUndoAsync(Guid acte) => TakeBack(List, () => Send(new ActOnLeads.Undo(acte)));

    private Task<IActionResult> Act(ActOnLeads.Command command)
    {
        command.Which = Which;
        return Together(List, () => Send(command));
    }

    private ActOnMany.Which<LeadFilter> Which => new(Filter, Ticked);
}
