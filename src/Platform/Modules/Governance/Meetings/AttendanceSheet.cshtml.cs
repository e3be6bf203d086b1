using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class AttendanceSheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    public GetMeeting.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetMeeting.Query(Id));
}
