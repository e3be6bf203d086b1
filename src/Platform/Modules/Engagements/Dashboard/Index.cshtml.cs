using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Dashboard;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Top, 10, "Tableau de bord", "~/tableau-de-bord", "layout-dashboard")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public ReadDashboard.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ReadDashboard.Query());
}
