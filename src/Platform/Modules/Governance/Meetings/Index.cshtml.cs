using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
[Menu(MenuGroup.Governance, 20, "Réunions", "~/reunions", "calendar")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Instance { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Annee { get; set; } = [];

    public ListMeetings.Answer Answer { get; private set; } = null!;

    private MeetingFilter Filter => new() { Words = Q, Situations = Situation, Bodies = Ids(Instance), Years = Numbers(Annee) };

    private ListMeetings.Query Query => new(Filter, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListMeetings.Export(Query, file);

    public async Task<IActionResult> OnGetCalendarAsync() =>
        File(Encoding.UTF8.GetBytes(await Send(new ListMeetings.Calendar(Filter))), ICalendar.ContentType(CalendarMethod.Publish), "reunions.ics");
}
