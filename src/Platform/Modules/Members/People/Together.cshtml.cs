using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Members.People;

public sealed class TogetherModel(IMediator mediator) : PersonListPage(mediator)
{
    private const string List = "~/personnes";

    [BindProperty] public ActOnPeople.Join Join { get; set; } = new();
    [BindProperty] public ActOnPeople.Stand Stand { get; set; } = new();
    [BindProperty] public ActOnPeople.File Filing { get; set; } = new();

    public ActOnPeople.Answer Answer { get; private set; } = null!;
    public string Back => BackTo(List);

    protected internal override async Task Load() => Answer = await Send(new ActOnPeople.Form(Which));

    public override Task<IActionResult> OnGetAsync() => Together(List);

    public Task<IActionResult> OnPostJoinAsync() => Act(Join);

    public Task<IActionResult> OnPostStandAsync() => Act(Stand);

    public Task<IActionResult> OnPostFileAsync() => Act(Filing);

    public Task<IActionResult> OnPostUndoAsync(Guid acte) => TakeBack(List, () => Send(new ActOnPeople.Undo(acte)));

    private Task<IActionResult> Act(ActOnPeople.Command command)
    {
        command.Which = Which;
        return Together(List, () => Send(command));
    }

    private ActOnMany.Which<ListPeople.Query> Which => new(Query, Ticked);
}
