using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Log;

/// <summary>What the space sent to whom, when, why, and what became of it.</summary>
public static class ListMessages
{
    /// <param name="States">Slugs of states; <paramref name="Categories"/> of categories.</param>
    /// <param name="Ascending">The oldest first.</param>
    [Needs(RemindersPermissions.Messages)]
    public sealed record Query(string? Text, IReadOnlyList<string> States, IReadOnlyList<string> Categories, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size, bool Ascending = false) : IRequest<Answer>;

    [Needs(RemindersPermissions.Messages)]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <param name="HasOutlet">False: nothing sends what is written here.</param>
    public sealed record Answer(PageOf<Row> Page, ListColumns<Row> Columns, IReadOnlyList<Facet> Facets, int Sent, int Waiting, int Dead, bool HasOutlet);

    public sealed record Row(Guid Id, string Subject, string? ToName, string ToAddress, string Cause, MailCategory Category, MailState State, bool IsUncertain, DateTimeOffset At,
        DateTimeOffset? StateAt, DateTimeOffset? NextAttemptAt, int Attempts, string? Reply)
    {
        public Badge Badge => Messages.Badge(State, IsUncertain);
    }

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("objet", "Objet", r => r.Subject) { Label = "Message" },
        new("pour", "Destinataire", r => r.ToName ?? r.ToAddress) { Usual = true },
        new("adresse", "Adresse", r => r.ToAddress),
        new("motif", "Motif", r => r.Cause) { Usual = true },
        new("etat", "État", r => Messages.Badge(r.State, r.IsUncertain).Text) { Usual = true },
        new("ecrit", "Écrit", r => space.Local(r.At), ColumnKind.Instant) { Usual = true, Sort = "ecrit" },
        new("depuis", "État depuis", r => r.StateAt is { } at ? space.Local(at) : null, ColumnKind.Instant),
        new("sorte", "Sorte", r => EnumNames.Of(r.Category)),
        new("essais", "Essais", r => r.Attempts, ColumnKind.Number),
        new("reponse", "Réponse du serveur", r => r.Reply),
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, MailSettings settings, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var counts = await db.Set<OutboxMessage>().GroupBy(m => new { m.State, m.Category }).Select(g => new { g.Key.State, g.Key.Category, Count = g.Count() }).ToListAsync(ct);
            var (states, categories) = Chosen(query);
            var told = string.IsNullOrWhiteSpace(query.Text) ? counts
                : await Told(query.Text).GroupBy(m => new { m.State, m.Category }).Select(g => new { g.Key.State, g.Key.Category, Count = g.Count() }).ToListAsync(ct);
            var total = told.Where(c => State(c.State) && Category(c.Category)).Sum(c => c.Count);
            var rows = (await Rows(Found(query).After(m => m.CreatedAt, m => m.Id, !query.Ascending, query.Cursor, query.Size)).ToListAsync(ct)).Page(m => m.At, m => m.Id, total, query.Size);
            return new(rows, new(Columns(tenant.Space), query.Columns),
                [
                    Facet("etat", "État", told.Where(c => Category(c.Category)).GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)), states),
                    Facet("sorte", "Sorte", told.Where(c => State(c.State)).GroupBy(c => c.Category).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)), categories),
                ],
                Of(MailState.Sent, MailState.Kept), Of(MailState.Queued, MailState.Retrying), Of(MailState.Dead), settings.Host is not null || settings.ShowsMailbox(tenant.Space));

            bool State(MailState state) => states.Count == 0 || states.Contains(state);
            bool Category(MailCategory category) => categories.Count == 0 || categories.Contains(category);
            int Of(params MailState[] of) => counts.Where(c => of.Contains(c.State)).Sum(c => c.Count);
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var ids = await Found(export.Of).InOrder(m => m.CreatedAt, m => m.Id, !export.Of.Ascending).Select(m => m.Id).ToListAsync(ct);
            var columns = new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile;
            return await export.To.Write("Messages", tenant.Space, tenant.Space.Today(clock), columns,
                ListFile.InOrder<Row>(ids, async handful => await Rows(db.Set<OutboxMessage>().Where(m => handful.Contains(m.Id))).ToListAsync(ct), r => r.Id), ct);
        }

        private IQueryable<OutboxMessage> Found(Query query)
        {
            var found = Told(query.Text);
            var (states, categories) = Chosen(query);
            if (states.Count > 0) found = found.Where(m => states.Contains(m.State));
            return categories.Count > 0 ? found.Where(m => categories.Contains(m.Category)) : found;
        }

        // Part of an address is looked for as well as a word: no index of words serves that.
        private IQueryable<OutboxMessage> Told(string? text)
        {
            var found = db.Set<OutboxMessage>().AsNoTracking();
            foreach (var word in Unaccented.Words(text)) found = found.Where(Unaccented.Holds<OutboxMessage>(m => m.ToAddress + " " + (m.ToName ?? "") + " " + m.Subject + " " + m.Cause, word));
            return found;
        }

        private static (IReadOnlyList<MailState>, IReadOnlyList<MailCategory>) Chosen(Query query) => (EnumNames.FromSlugs<MailState>(query.States), EnumNames.FromSlugs<MailCategory>(query.Categories));

        private static IQueryable<Row> Rows(IQueryable<OutboxMessage> found) => found.Select(m => new Row(m.Id, m.Subject, m.ToName, m.ToAddress, m.Cause, m.Category, m.State, m.IsUncertain,
            m.CreatedAt, m.StateAt, m.NextAttemptAt, m.Attempts, m.Reply));

        private static Facet Facet<T>(string name, string label, Dictionary<T, int> counts, IReadOnlyList<T> chosen) where T : struct, Enum => new(name, label,
            [.. Enum.GetValues<T>().Where(v => counts.ContainsKey(v) || chosen.Contains(v)).Select(v => new FacetValue(EnumNames.Slug(v), EnumNames.Of(v), counts.GetValueOrDefault(v), chosen.Contains(v)))]);
    }
}
