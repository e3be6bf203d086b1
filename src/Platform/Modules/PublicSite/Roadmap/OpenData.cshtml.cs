using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

/// <summary>What the open data hold, field by field, and under which licence.</summary>
[Module(SpaceModules.Roadmap), Published]
public sealed class OpenDataModel(IMediator mediator) : PublicPage(mediator)
{
    public Totals Totals { get; private set; } = Totals.None;

    protected override async Task Read() => Totals = await Send(new ReadTotals.Query());
}
