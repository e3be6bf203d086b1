using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
[Menu(MenuGroup.Engagements, 15, "Pistes", "~/pistes", "bulb", Word = "piste")]
public sealed class IndexModel(IMediator mediator) : LeadListPage(mediator)
{
    public ListLeads.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListLeads.Query(Filter, Order, Descending, Apres, Colonnes, Size));
}
