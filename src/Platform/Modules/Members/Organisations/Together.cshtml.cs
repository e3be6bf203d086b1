using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Members.Organisations;

public sealed class TogetherModel(IMediator mediator) : OrganisationListPage(mediator)
{
    private const string List = "~/membres";

    [BindProperty] public ActOnOrganisations.Rank Rank { get; set; } = new();
    [BindProperty] public ActOnOrganisations.Begin Begin { get; set; } = new();
    [BindProperty] public ActOnOrganisations.End End { get; set; } = new();
    [BindProperty] public ActOnOrganisations.File Filing { get; set; } = new();

    public ActOnOrganisations.Answer Answer { get; private set; } = null!;
    public string Back => BackTo(List);

    protected internal override async Task Load() => Answer = await Send(new ActOnOrganisations.Form(Which));

    protected override void Fill() => (Begin, End) = (new() { Since = Answer.Today }, new() { On = Answer.Today });

    public override Task<IActionResult> OnGetAsync() => Together(List);

    public Task<IActionResult> OnPostRankAsync() => Act(Rank);

    public Task<IActionResult> OnPostBeginAsync() => Act(Begin);

    public Task<IActionResult> OnPostEndAsync() => Act(End);

    public Task<IActionResult> OnPostFileAsync() => Act(Filing);

    public Task<IActionResult> OnPostUndoAsync(Guid acte) => TakeBack(List, () => Send(new ActOnOrganisations.Undo(acte)));

    private Task<IActionResult> Act(ActOnOrganisations.Command command)
    {
        command.Which = Which;
        return Together(List, () => Send(command));
    }

    private ActOnMany.Which<ListOrganisations.Query> Which => new(Query, Ticked);
}
