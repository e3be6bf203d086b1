using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class TogetherModel(IMediator mediator) : CommitmentListPage(mediator)
{
    [BindProperty] public ActTogether.Entrust Entrust { get; set; } = new();
    [BindProperty] public ActTogether.Classify Classify { get; set; } = new();
    [BindProperty] public ActTogether.Pace Pace { get; set; } = new();

    public ActTogether.Answer Answer { get; private set; } = null!;
    public ListAddress Address => new(Request);

    protected internal override async Task Load()
    {
        if (!NothingTicked) Answer = await Send(new ActTogether.Form(Which));
    }

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return NothingTicked ? To(List, TickFirst) : Page();
    }

    public Task<IActionResult> OnPostEntrustAsync() => Act(Entrust);

    public Task<IActionResult> OnPostClassifyAsync() => Act(Classify);

    public Task<IActionResult> OnPostPaceAsync() => Act(Pace);

    private async Task<IActionResult> Act(ActTogether.Command command)
    {
        if (NothingTicked) return To(List, TickFirst);
        command.Which = Which;
        return To(List, (await Send(command)).Sentence);
    }

    private const string TickFirst = "Cochez d’abord des lignes dans la liste.";

    private ActTogether.Which Which => new(Filter, Ticked);

    private string List => "~/engagements" + (Address.State is { Length: > 0 } state ? "?" + state : "");
}
