using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Programme;

/// <summary>The programme, day by day; what waits for its place stands apart.</summary>
public static class GetProgramme
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <summary>The same for calendars: METHOD:PUBLISH, nobody's name in it.</summary>
    [AnyMember]
    public sealed record Calendar(Guid Id) : IRequest<string>;

    public sealed record Answer(Guid Id, string Title, DateOnly StartsOn, int DayCount, string? Place, DateOnly? CancelledOn, IReadOnlyList<string> Rooms, IReadOnlyList<Row> Rows, bool MayOrganise)
    {
        public IEnumerable<Row> Unplaced => Rows.Where(r => r.StartMinute is null);
        public IEnumerable<IGrouping<DateOnly, Row>> Days => Rows.Where(r => r.StartMinute is not null).GroupBy(r => r.On);
    }

    public sealed record Row(Guid Id, SessionKind Kind, string Title, string? Summary, Guid? CoalitionId, string? Coalition, DateOnly On, int? StartMinute, int? EndMinute, string? Room, string? Track, int? Capacity, IReadOnlyList<string> Speakers);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock, Memberships memberships, CurrentUser user, MailSettings mails) : IRequestHandler<Query, Answer>, IRequestHandler<Calendar, string>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().AsNoTracking().Include(e => e.Rooms).SingleOrDefaultAsync(e => e.Id == query.Id, ct) ?? throw new NotFound(nameof(ForumEdition));
            var sessions = await db.Set<ForumSession>().Where(s => s.EditionId == query.Id).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Kind == SessionKind.Stand).ThenBy(s => s.Kind).ThenBy(s => s.Title).ThenBy(s => s.Id).Take(ForumSession.Most)
                .Select(s => new
                {
                    s.Id, s.Kind, s.Title, s.Summary, s.CoalitionId, s.Day, s.StartMinute, s.EndMinute, s.Capacity, Room = db.Set<ForumRoom>().Where(r => r.Id == s.RoomId).Select(r => new { r.Name, r.Capacity }).FirstOrDefault(),
                    Track = db.Set<ForumTrack>().Where(t => t.Id == s.TrackId).Select(t => t.Name).FirstOrDefault(), Speakers = s.Speakers.Select(p => (Guid?)p.PersonId).ToList(),
                }).AsSingleQuery().ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(sessions.SelectMany(s => s.Speakers)), ct);
            var coalitions = await mediator.Send(new LabelsOf.Query([.. sessions.Select(s => s.CoalitionId).OfType<Guid>()]), ct);
            return new(edition.Id, edition.Title, edition.StartsOn, edition.Days, edition.Place, edition.CancelledOn, [.. edition.Rooms.OrderBy(r => r.Position).Select(r => r.Name)],
                [.. sessions.Select(s => new Row(s.Id, s.Kind, s.Title, s.Summary, s.CoalitionId, s.CoalitionId is { } c ? coalitions.GetValueOrDefault(c) : null, edition.StartsOn.AddDays(s.Day), s.StartMinute, s.EndMinute,
                    s.Room?.Name, s.Track, s.Capacity ?? s.Room?.Capacity, [.. s.Speakers.Select(p => names.GetValueOrDefault(p!.Value)?.Name).OfType<string>().Order(StringComparer.CurrentCulture)]))],
                user.IsSystem || memberships.Known?.May(ForumPermissions.Organise) == true);
        }

        public async Task<string> Handle(Calendar calendar, CancellationToken ct)
        {
            var root = mails.Root(tenant.Space);
            return ICalendar.Write(tenant.Space, await ProgrammeEntries.Read(db, calendar.Id, root is null ? null : $"{root}/forum/{calendar.Id}", onlyPublic: false, ct), CalendarMethod.Publish, clock.GetUtcNow());
        }
    }
}
