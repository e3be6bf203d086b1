using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    /// <summary>What resembles it: asked for, or it has just been entered.</summary>
    [FromQuery(Name = "semblables")] public bool ShowSimilar { get; set; }

    public ShowLead.Sheet Sheet { get; private set; } = null!;
    public IReadOnlyList<FindSimilar.Row> Similar { get; private set; } = [];

    protected internal override async Task Load()
    {
        Sheet = await Send(new ShowLead.Query(Id));
        if (ShowSimilar) Similar = [.. (await Send(new FindSimilar.Query(Sheet.Title, Id))).Where(s => s.Id != Sheet.Commitment?.Id)];
    }
}
