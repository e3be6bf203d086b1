using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>The meetings of the space: those to come by date, then those that were, latest first. A space has some tens of them a year.</summary>
public static class ListMeetings
{
    public const int Size = 50;
    private const int Most = 3000;

    [AnyMember]
    public sealed record Query(MeetingFilter Filter, string? Cursor = null, IReadOnlyList<string>? Columns = null) : IRequest<Answer>;

    /// <summary>The list as a file.</summary>
    [AnyMember]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <summary>The list as a calendar: METHOD:PUBLISH, nobody's name in it.</summary>
    [AnyMember]
    public sealed record Calendar(MeetingFilter Filter) : IRequest<string>;

    /// <param name="Next">The next one, whatever the filter.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, Row? Next, int Coming, int Unrecorded, bool IsEmpty, DateOnly Today);

    public sealed record Row(Guid Id, Guid BodyId, string Body, string? Title, DateOnly Date, int? StartMinute, int? EndMinute, string? Place, string? VideoLink, MeetingState State,
        int Sequence, int Items, DateOnly? ApprovedOn, int Decisions)
    {
        public DateOnly Today { get; init; }
        public bool IsPast => Date < Today;
        /// <summary>It took place, or should have, and nothing says what was said.</summary>
        public bool IsUnrecorded => IsPast && State is MeetingState.Planned or MeetingState.Convened or MeetingState.Open;
        public string Name => Title is null ? Body : $"{Body} – {Title}";
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("reunion", "Réunion", r => r.Name),
        new("date", "Date", r => r.Date, ColumnKind.Date) { Usual = true },
        new("heure", "Heure", r => MeetingTime.Field(r.StartMinute)),
        new("lieu", "Lieu", r => r.Place ?? (r.VideoLink is null ? null : "Visioconférence")) { Usual = true },
        new("etat", "État", r => EnumNames.Of(r.State)) { Usual = true },
        new("points", "Points à l’ordre du jour", r => r.Items, ColumnKind.Number) { Label = "Points" },
        new("decisions", "Décisions", r => r.Decisions, ColumnKind.Number) { Usual = true },
        new("approuve", "Compte rendu approuvé le", r => r.ApprovedOn, ColumnKind.Date),
        new("instance", Word.Capital(Vocabulary.DefaultOf("instance").Singular), r => r.Body) { Label = Word.Capital(space.Words.Body.Singular) },
        new("visio", "Lien de visioconférence", r => r.VideoLink),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, MailSettings mails)
        : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>, IRequestHandler<Calendar, string>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (all, today) = (await Read(ct), tenant.Space.Today(clock));
            var found = all.FindAll(query.Filter.Matches);
            var start = Guid.TryParse(query.Cursor, out var after) ? found.FindIndex(r => r.Id == after) + 1 : 0;
            var shown = found.Skip(start).Take(Size).ToList();
            return new(new(shown, start + Size < found.Count ? shown[^1].Id.ToString() : null, found.Count), query.Filter.Facets(all, tenant.Space.Words),
                new ListColumns<Row>(Columns(tenant.Space), query.Columns), all.Find(r => !r.IsPast && r.State is not (MeetingState.Cancelled or MeetingState.Held)),
                all.Count(r => !r.IsPast && r.State != MeetingState.Cancelled), all.Count(r => r.IsUnrecorded), all.Count == 0, today);
        }

        public async Task<int> Handle(Export export, CancellationToken ct) =>
            await export.To.Write("Réunions", tenant.Space, tenant.Space.Today(clock), new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile,
                (await Read(ct)).FindAll(export.Of.Filter.Matches).ToAsyncEnumerable(), ct);

        public async Task<string> Handle(Calendar calendar, CancellationToken ct)
        {
            var root = mails.Root(tenant.Space);
            var rows = (await Read(ct)).FindAll(calendar.Filter.Matches);
            return ICalendar.Write(tenant.Space, rows.ConvertAll(r => MeetingWords.Entry(r.Id, r.Sequence, r.Body, r.Title, r.Date, r.StartMinute, r.EndMinute, r.Place, r.VideoLink, r.State, root)),
                CalendarMethod.Publish, clock.GetUtcNow());
        }

        private async Task<List<Row>> Read(CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var rows = await db.Set<Meeting>().OrderByDescending(m => m.Date).ThenBy(m => m.Id).Take(Most)
                .Select(m => new Row(m.Id, m.BodyId, db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).First(), m.Title, m.Date, m.StartMinute, m.EndMinute, m.Place, m.VideoLink,
                    m.State, m.Sequence, m.Items.Count, m.ApprovedOn, db.Set<Decisions.Decision>().Count(d => d.MeetingId == m.Id)))
                .ToListAsync(ct);
            var dated = rows.ConvertAll(r => r with { Today = today });
            return [.. dated.Where(r => !r.IsPast).OrderBy(r => r.Date).ThenBy(r => r.StartMinute).ThenBy(r => r.Id), .. dated.Where(r => r.IsPast)];
        }
    }
}
