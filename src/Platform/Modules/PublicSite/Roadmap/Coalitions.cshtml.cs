using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

[Module(SpaceModules.Roadmap), Published]
public sealed class CoalitionsModel(IMediator mediator) : PublicPage(mediator)
{
    public IReadOnlyList<ListPublicCoalitions.Row> Coalitions { get; private set; } = [];

    protected override async Task Read() => Coalitions = await Send(new ListPublicCoalitions.Query());
}

[Module(SpaceModules.Roadmap), Published]
public sealed class CoalitionModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ShowPublicCoalition.Sheet Sheet { get; private set; } = null!;

    protected override async Task Read() => Sheet = await Send(new ShowPublicCoalition.Query(Id));
}
