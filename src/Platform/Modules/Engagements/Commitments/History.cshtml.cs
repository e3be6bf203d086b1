using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class HistoryModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ShowHistory.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ShowHistory.Query(Id, Apres));
}
