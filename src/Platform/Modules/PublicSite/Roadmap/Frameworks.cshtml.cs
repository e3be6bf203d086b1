using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

[Module(SpaceModules.Roadmap), Published]
public sealed class FrameworksModel(IMediator mediator) : PublicPage(mediator)
{
    public IReadOnlyList<ListPublicFrameworks.Row> Frameworks { get; private set; } = [];

    protected override async Task Read() => Frameworks = await Send(new ListPublicFrameworks.Query());
}

[Module(SpaceModules.Roadmap), Published]
public sealed class FrameworkModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ListPublicFrameworks.Row Framework { get; private set; } = null!;

    protected override async Task Read() => Framework = (await Send(new ListPublicFrameworks.Query(Id))).SingleOrDefault() ?? throw new NotFound("Framework");
}
