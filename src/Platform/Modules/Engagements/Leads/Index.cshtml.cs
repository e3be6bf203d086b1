using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
[Menu(MenuGroup.Engagements, 15, "Pistes", "~/pistes", "bulb", Word = "piste")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [FromQuery(Name = "")] public LeadAddress Choice { get; set; } = new();
    [FromQuery(Name = "tri")] public string? Sort { get; set; }
    [FromQuery(Name = "sens")] public string? Direction { get; set; }
    [FromQuery(Name = ListAddress.Cursor)] public string? Cursor { get; set; }

    public LeadFilter Filter => Choice.Filter;
    public ListLeads.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load()
    {
        var order = Sort switch
        {
            "date" => ListLeads.Order.Raised,
            "numero" => ListLeads.Order.Number,
            _ => ListLeads.Order.Title,
        };
        Answer = await Send(new ListLeads.Query(Filter, order, Direction == "desc", Cursor));
    }
}
