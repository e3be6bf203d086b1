using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Shared.Lists;
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

    /// <summary>What is placed and what is not, as a file.</summary>
    [AnyMember]
    public sealed record Export(Guid Id, ListFile To) : IRequest<int>;

    /// <param name="Whole">Documents of the edition as a whole.</param>
    public sealed record Answer(Guid Id, string Title, DateOnly StartsOn, int DayCount, DateOnly? CancelledOn, IReadOnlyList<Room> Rooms, IReadOnlyList<Row> Rows, IReadOnlyList<DocumentsOf.Row> Whole, bool IsStarted, bool MayOrganise)
    {
        public IEnumerable<Row> Unplaced => Rows.Where(r => r.StartMinute is null);
        public IEnumerable<IGrouping<DateOnly, Row>> Days => Rows.Where(r => r.StartMinute is not null).GroupBy(r => r.On);
    }

    public sealed record Room(Guid Id, string Name);

    public sealed record Row(Guid Id, int Version, SessionKind Kind, string Title, string? Summary, Guid? CoalitionId, string? Coalition, DateOnly On, int? StartMinute, int? EndMinute, Guid? RoomId, string? Room, string? Track, int? Capacity,
        IReadOnlyList<string> Speakers, string? Said, bool SaidIsPublic, IReadOnlyList<DocumentsOf.Row> Documents);

    private static IReadOnlyList<Column<Row>> Columns(Vocabulary words) =>
    [
        new("titre", "Titre", r => r.Title), new("nature", "Nature", r => EnumNames.Of(r.Kind)), new("jour", "Jour", r => r.StartMinute is null ? null : r.On, ColumnKind.Date),
        new("debut", "Début", r => MeetingTime.Field(r.StartMinute)), new("fin", "Fin", r => MeetingTime.Field(r.EndMinute)), new("salle", "Salle", r => r.Room), new("parcours", "Parcours", r => r.Track),
        new("places", "Places", r => r.Capacity, ColumnKind.Number), new("coalition", Word.Capital(words.Coalition.Singular), r => r.Coalition), new("interviennent", "Interviennent", r => r.Speakers),
        new("presentation", "Présentation", r => r.Summary), new("dit", "Ce qui s’est dit", r => r.Said), new("documents", "Documents", r => r.Documents.Select(d => d.Name).ToList()),
    ];

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock, Memberships memberships, MailSettings mails) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>, IRequestHandler<Calendar, string>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == query.Id).Select(e => new { e.Title, e.StartsOn, e.EndsOn, e.CancelledOn, Rooms = e.Rooms.OrderBy(r => r.Position).Select(r => new Room(r.Id, r.Name)).ToList() })
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var sessions = await db.Set<ForumSession>().Where(s => s.EditionId == query.Id).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Kind == SessionKind.Stand).ThenBy(s => s.Kind).ThenBy(s => s.Title).ThenBy(s => s.Id).Take(ForumSession.Most)
                .Select(s => new
                {
                    s.Id, s.Version, s.Kind, s.RoomId, s.Said, s.SaidIsPublic, s.Title, s.Summary, s.CoalitionId, s.Day, s.StartMinute, s.EndMinute, s.Capacity, Room = db.Set<ForumRoom>().Where(r => r.Id == s.RoomId).Select(r => new { r.Name, r.Capacity }).FirstOrDefault(),
                    Track = db.Set<ForumTrack>().Where(t => t.Id == s.TrackId).Select(t => t.Name).FirstOrDefault(), Speakers = s.Speakers.Select(p => (Guid?)p.PersonId).ToList(),
                }).AsSingleQuery().ToListAsync(ct);
            var names = await mediator.Send(new NamesOf.Query(sessions.SelectMany(s => s.Speakers)), ct);
            var coalitions = await mediator.Send(new LabelsOf.Query([.. sessions.Select(s => s.CoalitionId).OfType<Guid>()]), ct);
            var documents = await mediator.Send(new DocumentsOf.Query([query.Id, .. sessions.Select(s => s.Id)]), ct);
            return new(query.Id, edition.Title, edition.StartsOn, edition.EndsOn.DayNumber - edition.StartsOn.DayNumber + 1, edition.CancelledOn, edition.Rooms,
                [.. sessions.Select(s => new Row(s.Id, s.Version, s.Kind, s.Title, s.Summary, s.CoalitionId, s.CoalitionId is { } c ? coalitions.GetValueOrDefault(c) : null, edition.StartsOn.AddDays(s.Day), s.StartMinute, s.EndMinute, s.RoomId,
                    s.Room?.Name, s.Track, s.Capacity ?? s.Room?.Capacity, [.. s.Speakers.Select(p => names.GetValueOrDefault(p!.Value)?.Name).OfType<string>().Order(StringComparer.CurrentCulture)], s.Said, s.SaidIsPublic, [.. documents[s.Id]]))], [.. documents[query.Id]], edition.StartsOn <= tenant.Space.Today(clock),
                memberships.May(ForumPermissions.Organise));
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var answer = await Handle(new Query(export.Id), ct);
            return await export.To.Write("Programme du forum", tenant.Space, tenant.Space.Today(clock), Columns(tenant.Space.Words), answer.Rows.OrderBy(r => r.StartMinute is null).ToAsyncEnumerable(), ct);
        }

        public async Task<string> Handle(Calendar calendar, CancellationToken ct)
        {
            var root = mails.Root(tenant.Space);
            return ICalendar.Write(tenant.Space, await ProgrammeEntries.Read(db, calendar.Id, root is null ? null : $"{root}/forum/{calendar.Id}", onlyPublic: false, ct), CalendarMethod.Publish, clock.GetUtcNow());
        }
    }
}
