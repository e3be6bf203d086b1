using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Tasks;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Top, 20, "Mes tâches", "~/taches", "checklist")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    public ListTasks.Answer Answer { get; private set; } = null!;

    /// <summary>Steps of the forum, for whoever organises it.</summary>
    public IReadOnlyList<MilestonesDue.Row> Forum { get; private set; } = [];

    /// <summary>What was said at the stands of coalitions that this person facilitates.</summary>
    public IReadOnlyList<StandRequestsDue.Row> Stands { get; private set; } = [];

    protected internal override async Task Load() =>
        (Answer, Forum, Stands) = (await Send(new ListTasks.Query()), await Send(new MilestonesDue.Query()), await Send(new StandRequestsDue.Query()));

    protected override IRequest<int> Export(ListFile file) => new ListTasks.Export(file);
}
