using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Tasks;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Top, 20, "Mes tâches", "~/taches", "checklist")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    public ListTasks.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListTasks.Query());

    protected override IRequest<int> Export(ListFile file) => new ListTasks.Export(file);
}
