using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class PrintModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public PrintSheet.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new PrintSheet.Query(Id));
}
