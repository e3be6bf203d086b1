using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

[Module(SpaceModules.Governance)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AnswerMeeting.Command Input { get; set; } = new();
    [BindProperty] public CancelMeeting.Command Cancelling { get; set; } = new();

    public GetMeeting.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetMeeting.Query(Id));

    protected override void Fill() => (Input, Cancelling) = (new() { Answer = Answer.Mine?.Answer, SubstituteId = Answer.Mine?.AnswerToId, ProxyId = Answer.Mine?.AnswerToId }, new() { Version = Answer.Meeting.Version });

    public async Task<IActionResult> OnGetCalendarAsync() =>
        File(Encoding.UTF8.GetBytes(await Send(new GetMeeting.Calendar(Id))), ICalendar.ContentType(CalendarMethod.Publish), "reunion.ics");

    public async Task<IActionResult> OnPostAnswerAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/reunions/{Id}", "La réponse est enregistrée.");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        Cancelling.Id = Id;
        var told = await Send(Cancelling);
        return To($"~/reunions/{Id}", told == 0 ? "Réunion annulée." : $"Réunion annulée ; {French.Count(told, "personne est prévenue", "personnes sont prévenues")}.");
    }
}
