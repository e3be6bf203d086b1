using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Engagements, 10, "Engagements", "~/engagements", "flag", Word = "engagement")]
public sealed class IndexModel(IMediator mediator) : CommitmentListPage(mediator)
{
    public ListCommitments.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListCommitments.Query(Filter, Order, Descending, Apres, Colonnes));
}
