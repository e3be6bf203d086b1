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

/// <summary>The meetings of the space: those to come by date, then those that were, latest first.</summary>
public static class ListMeetings
{
    /// <summary>In a calendar.</summary>
    private const int Most = 3000;

    /// <summary>Begins the cursor of a page of those that were.</summary>
    private const char Past = '~';

    [AnyMember]
    public sealed record Query(MeetingFilter Filter, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

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

    internal sealed class Handler(PlatformDb db, Tallies tallies, CurrentTenant tenant, TimeProvider clock, MailSettings mails)
        : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>, IRequestHandler<Calendar, string>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var counts = await MeetingCounts.Read(db, tallies, tenant.Id, query.Filter, today, ct);
            var next = await Rows(db.Set<Meeting>().Where(m => m.Date >= today && m.State != MeetingState.Cancelled && m.State != MeetingState.Held).OrderBy(m => m.Date).ThenBy(m => m.StartMinute).ThenBy(m => m.Id).Take(1)).FirstOrDefaultAsync(ct);
            return new(await Page(query, counts.Total, today, ct), counts.Facets(query.Filter, tenant.Space.Words), new ListColumns<Row>(Columns(tenant.Space), query.Columns), next,
                counts.Coming(), counts.Unrecorded(), counts.InSpace == 0, today);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var found = export.Of.Filter.Apply(db, today);
            List<Guid> ids = [.. await found.Where(m => m.Date >= today).OrderBy(m => m.Date).ThenBy(m => m.StartMinute).ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(ct),
                .. await found.Where(m => m.Date < today).InOrder(m => m.Date, m => m.Id, true).Select(m => m.Id).ToListAsync(ct)];
            return await export.To.Write("Réunions", tenant.Space, today, new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile,
                ListFile.InOrder<Row>(ids, async some => await Rows(db.Set<Meeting>().Where(m => some.Contains(m.Id))).ToListAsync(ct), r => r.Id), ct);
        }

        public async Task<string> Handle(Calendar calendar, CancellationToken ct)
        {
            var root = mails.Root(tenant.Space);
            var rows = await Rows(calendar.Filter.Apply(db, tenant.Space.Today(clock)).OrderByDescending(m => m.Date).ThenBy(m => m.Id).Take(Most)).ToListAsync(ct);
            return ICalendar.Write(tenant.Space, rows.ConvertAll(r => MeetingWords.Entry(r.Id, r.Sequence, r.Body, r.Title, r.Date, r.StartMinute, r.EndMinute, r.Place, r.VideoLink, r.State, root)),
                CalendarMethod.Publish, clock.GetUtcNow());
        }

        /// <summary>Two lists one behind the other, each with its own order: the page in which the first one ends begins the second.</summary>
        private async Task<PageOf<Row>> Page(Query query, int total, DateOnly today, CancellationToken ct)
        {
            var (found, shown, cursor) = (query.Filter.Apply(db, today), new List<Row>(), query.Cursor);
            if (cursor?.StartsWith(Past) != true)
            {
                var coming = (await Rows(found.Where(m => m.Date >= today).After(m => m.Date, m => m.Id, false, cursor, query.Size)).ToListAsync(ct)).Page(r => r.Date, r => r.Id, total, query.Size);
                // Those of one day by the hour.
                shown.AddRange(coming.Rows.OrderBy(r => r.Date).ThenBy(r => r.StartMinute));
                if (coming.Next is not null) return new(Dated(shown), coming.Next, total);
                cursor = null;
            }
            var (left, before) = (query.Size - shown.Count, found.Where(m => m.Date < today));
            if (left == 0) return new(Dated(shown), await before.AnyAsync(ct) ? $"{Past}" : null, total);
            var past = (await Rows(before.After(m => m.Date, m => m.Id, true, cursor?[1..], left)).ToListAsync(ct)).Page(r => r.Date, r => r.Id, total, left);
            return new(Dated([.. shown, .. past.Rows]), past.Next is { } next ? $"{Past}{next}" : null, total);

            List<Row> Dated(List<Row> rows) => rows.ConvertAll(r => r with { Today = today });
        }

        private IQueryable<Row> Rows(IQueryable<Meeting> found) => found.Select(m => new Row(m.Id, m.BodyId, db.Set<Body>().Where(b => b.Id == m.BodyId).Select(b => b.Name).First(), m.Title, m.Date, m.StartMinute, m.EndMinute, m.Place, m.VideoLink,
            m.State, m.Sequence, m.Items.Count, m.ApprovedOn, db.Set<Decisions.Decision>().Count(d => d.MeetingId == m.Id)));
    }
}
