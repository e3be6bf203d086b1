using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

[Module(SpaceModules.Governance)]
public sealed class BriefingModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public ReadBriefing.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ReadBriefing.Query(Id));
}
