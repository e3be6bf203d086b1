using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The state of the list of leads as it stands in the address, for the list and for the acts on it.</summary>
public abstract class LeadListPage(IMediator mediator) : ListPage(mediator)
{
    [FromQuery(Name = "")] public LeadAddress Choice { get; set; } = new();

    public LeadFilter Filter => Choice.Filter;

    protected ListLeads.Order Order => Tri switch
    {
        "date" => ListLeads.Order.Raised,
        "numero" => ListLeads.Order.Number,
        _ => ListLeads.Order.Title,
    };

    protected override IRequest<int> Export(ListFile file) => new ExportLeads.Query(Filter, Order, Descending, Ticked, Colonnes, file);
}
