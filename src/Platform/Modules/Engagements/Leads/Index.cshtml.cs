using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
[Menu(MenuGroup.Engagements, 15, "Pistes", "~/pistes", "bulb", Word = "piste")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [FromQuery(Name = "")] public LeadAddress Choice { get; set; } = new();

    public LeadFilter Filter => Choice.Filter;
    public ListLeads.Answer Answer { get; private set; } = null!;

    private ListLeads.Order Order => Tri switch
    {
        "date" => ListLeads.Order.Raised,
        "numero" => ListLeads.Order.Number,
        _ => ListLeads.Order.Title,
    };

    protected internal override async Task Load() => Answer = await Send(new ListLeads.Query(Filter, Order, Descending, Apres, Colonnes));

    protected override IRequest<int> Export(ListFile file) => new ExportLeads.Query(Filter, Order, Descending, Ids(Choix), Colonnes, file);
}
