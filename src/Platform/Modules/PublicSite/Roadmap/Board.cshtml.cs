using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

/// <summary>The whole road map in a frame of another site.</summary>
[Module(SpaceModules.Roadmap), Published(Embeddable = true)]
public sealed class BoardModel(IMediator mediator) : PublicPage(mediator)
{
    public Totals Totals { get; private set; } = Totals.None;
    public IReadOnlyList<LatestPublicNews.Row> News { get; private set; } = [];

    protected override async Task Read()
    {
        Totals = await Send(new ReadTotals.Query());
        News = await Send(new LatestPublicNews.Query());
    }
}
