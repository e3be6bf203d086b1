using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class CompareModel(IMediator mediator) : SpacePage(mediator)
{
    /// <summary>Those that were ticked.</summary>
    [FromQuery(Name = ListAddress.Ticked)] public List<string> Ticked { get; set; } = [];
    /// <summary>What the list showed, when nothing was ticked.</summary>
    [FromQuery(Name = "")] public LeadAddress Choice { get; set; } = new();

    public CompareLeads.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new CompareLeads.Query(LeadAddress.Ids(Ticked), Choice.Filter));
}
