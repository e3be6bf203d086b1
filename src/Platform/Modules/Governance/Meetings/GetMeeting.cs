using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>A meeting with its agenda and who comes: what the sheet, the attendance sheet, the session and the minutes all show.</summary>
public static class GetMeeting
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <summary>The meeting as a calendar entry to download.</summary>
    [AnyMember]
    public sealed record Calendar(Guid Id) : IRequest<string>;

    public sealed record Answer(Meeting Meeting, string Body, bool Decides, string? RuleSource, Majority Majority, IReadOnlyList<Item> Items, IReadOnlyList<Seat> Seats, Hall.Count Quorum, Seat? Mine, DateOnly Today,
        string? Chair, string? Secretary, bool MayWrite)
    {
        public bool IsPast => Meeting.Date < Today;
        public IReadOnlyList<Seat> Voters => [.. Seats.Where(s => s.Votes)];
        public int Answered => Seats.Count(s => s.Answer is not null);
        public int SayYes => Seats.Count(s => s.Votes && s.Answer is Coming.Present or Coming.Substitute);
        public string Name => Meeting.Title is null ? Body : $"{Body} – {Meeting.Title}";
        public int? Minutes => Items.Any(i => i.Entity.Minutes is not null) ? Items.Sum(i => i.Entity.Minutes) : null;
    }

    public sealed record Item(AgendaItem Entity, string? Presenter, string? Commitment, Made? Decision, IReadOnlyList<DocumentsOf.Row> Files);

    public sealed record Made(Guid Id, Guid? ItemId, string? Code, string Title, string? Text, string? Subject, Outcome Outcome, string? OutcomeNote);

    /// <param name="Speaks">A voice can be heard for it now.</param>
    public sealed record Seat(Guid Id, Guid? PersonId, string? Person, string? Organisation, string Title, MandateFunction Function, bool Votes, string? College, int Weight,
        Coming? Answer, Guid? AnswerToId, DateTimeOffset? AnsweredAt, Coming? Presence, Guid? PresenceToId, bool Speaks)
    {
        public string Name => Person ?? "Siège vacant";
        /// <summary>"Claire Morvan (Redon Agglomération)"</summary>
        public string Shown => Organisation is null ? Name : $"{Name} ({Organisation})";
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator, Memberships memberships, MailSettings mails)
        : IRequestHandler<Query, Answer>, IRequestHandler<Calendar, string>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var meeting = await db.Set<Meeting>().AsNoTracking().Include(m => m.Items).ThenInclude(i => i.Casts).Include(m => m.Attendances).AsSplitQuery()
                .SingleOrDefaultAsync(m => m.Id == query.Id, ct) ?? throw new NotFound(nameof(Meeting));
            var body = await db.Set<Body>().AsNoTracking().SingleAsync(b => b.Id == meeting.BodyId, ct);
            var decisions = await db.Set<Decision>().Where(d => d.MeetingId == query.Id).OrderBy(d => d.Rank)
                .Select(d => new Made(d.Id, d.ItemId, d.Code, d.Title, d.Text, d.Subject, d.Outcome, d.OutcomeNote)).ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(meeting.Attendances.SelectMany(a => new[] { a.PersonId, a.OrganisationId })
                .Concat(meeting.Items.Select(i => i.PresenterId)).Append(meeting.ChairId).Append(meeting.SecretaryId)), ct);
            var commitments = await mediator.Send(new LabelsOf.Query([.. meeting.Items.Select(i => i.CommitmentId).OfType<Guid>()]), ct);
            var files = await mediator.Send(new DocumentsOf.Query(meeting.Items.ConvertAll(i => i.Id)), ct);
            string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known)?.Name : null;
            var hall = new Hall(body, meeting.Attendances);
            var seats = meeting.Attendances.OrderBy(a => a.Position).Select(a => new Seat(a.Id, a.PersonId, Name(a.PersonId), Name(a.OrganisationId), a.Title, a.Function, a.Votes, a.College, a.Weight,
                a.Answer, a.AnswerToId, a.AnsweredAt, a.Presence, a.PresenceToId, hall.Speaks(a))).ToList();
            var me = memberships.Known?.PersonId;
            return new(meeting, body.Name, body.Decides, body.RuleSource, body.Majority,
                [.. meeting.Items.OrderBy(i => i.Position).ThenBy(i => i.Id).Select(i => new Item(i, Name(i.PresenterId), i.CommitmentId is { } c ? commitments.GetValueOrDefault(c) : null, decisions.Find(d => d.ItemId == i.Id), [.. files[i.Id]]))],
                seats, hall.Quorum(), me is null ? null : seats.Find(s => s.PersonId == me), tenant.Space.Today(clock), Name(meeting.ChairId), Name(meeting.SecretaryId), memberships.Known?.May(GovernancePermissions.Write) == true);
        }

        public async Task<string> Handle(Calendar calendar, CancellationToken ct)
        {
            var m = await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == calendar.Id, ct) ?? throw new NotFound(nameof(Meeting));
            var body = await db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).SingleAsync(ct);
            return ICalendar.Write(tenant.Space, [MeetingWords.Entry(m.Id, m.Sequence, body, m.Title, m.Date, m.StartMinute, m.EndMinute, m.Place, m.VideoLink, m.State, mails.Root(tenant.Space))],
                CalendarMethod.Publish, clock.GetUtcNow());
        }
    }
}
