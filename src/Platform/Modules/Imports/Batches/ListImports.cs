using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

public enum ImportFacet { None, State, Subject }

/// <summary>The imports of the space, latest first, whoever made them.</summary>
public static class ListImports
{
    public sealed record Filter(IReadOnlyList<ImportState> States, IReadOnlyList<ImportSubject> Subjects)
    {
        public bool IsUsed => States.Count + Subjects.Count > 0;

        internal IQueryable<ImportBatch> Apply(PlatformDb db, ImportFacet except = ImportFacet.None)
        {
            var found = db.Set<ImportBatch>().AsNoTracking();
            if (States.Count > 0 && except != ImportFacet.State) found = found.Where(b => States.Contains(b.State));
            if (Subjects.Count > 0 && except != ImportFacet.Subject) found = found.Where(b => Subjects.Contains(b.Subject));
            return found;
        }
    }

    /// <param name="Ascending">The oldest first.</param>
    [Needs(ImportPermissions.Use)]
    public sealed record Query(Filter Filter, bool Ascending, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

    /// <summary>The list as a file: all that the filter leaves.</summary>
    [Needs(ImportPermissions.Use)]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <param name="Subjects">What the member may import.</param>
    /// <param name="All">Imports of the space.</param>
    /// <param name="Waiting">Of all of them: begun, and neither written nor given up.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, IReadOnlyList<ImportSubject> Subjects, int All, int Waiting, DateOnly Today);

    public sealed record Row(Guid Id, ImportSubject Subject, string Name, ImportState State, bool IsRunning, string Author, DateTimeOffset At, int Lines, int Created, int Changed, int Refused, int Kept);

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("fichier", "Fichier", r => r.Name),
        new("nature", "Nature", r => space.Words.Of(r.Subject)),
        new("etat", "État", r => ImportWords.Badge(r.State, r.IsRunning, r.Kept).Text) { Usual = true },
        new("date", "Date", r => space.Local(r.At), ColumnKind.Instant) { Sort = "date" },
        new("par", "Par", r => r.Author) { Usual = true },
        new("lignes", "Lignes", r => r.Lines, ColumnKind.Number) { Usual = true },
        new("effet", "Effet", ImportWords.Effect) { Usual = true },
        new("nouvelles", "Nouvelles", r => r.Created, ColumnKind.Number),
        new("changees", "Changées", r => r.Changed, ColumnKind.Number),
        new("refusees", "Refusées", r => r.Refused, ColumnKind.Number),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, Tallies tallies, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        private const int WaitingCode = 1;

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var counts = await Counts<ImportFacet>.Read(tallies, tenant.Id, "imports", query.Filter, () => Counted(query.Filter), ct);
            var rows = await Rows(query.Filter.Apply(db).After(b => b.CreatedAt, b => b.Id, !query.Ascending, query.Cursor, query.Size)).ToListAsync(ct);
            return new(rows.Page(r => r.At, r => r.Id, counts.Total, query.Size),
            [
                new("etat", "État", counts.Values(ImportFacet.State, Enum.GetValues<ImportState>(), query.Filter.States, s => EnumNames.Slug(s), s => EnumNames.Of(s))),
                new("nature", "Nature", counts.Values(ImportFacet.Subject, Enum.GetValues<ImportSubject>(), query.Filter.Subjects, s => EnumNames.Slug(s), s => tenant.Space.Words.Of(s))),
            ], new(Columns(tenant.Space), query.Columns), [.. catalogue.Allowed.Select(k => k.Subject)], counts.InSpace, counts[ImportFacet.None, WaitingCode], tenant.Space.Today(clock));
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var ids = await export.Of.Filter.Apply(db).InOrder(b => b.CreatedAt, b => b.Id, !export.Of.Ascending).Select(b => b.Id).ToListAsync(ct);
            var columns = new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile;
            return await export.To.Write("Imports", tenant.Space, tenant.Space.Today(clock), columns,
                ListFile.InOrder<Row>(ids, async handful => await Rows(db.Set<ImportBatch>().AsNoTracking().Where(b => handful.Contains(b.Id))).ToListAsync(ct), r => r.Id), ct);
        }

        private IQueryable<CountLine> Counted(Filter filter) => CountLine.Of(0, 0, filter.Apply(db))
            .Concat(CountLine.All(db.Set<ImportBatch>()))
            .Concat(CountLine.Of(0, WaitingCode, db.Set<ImportBatch>().Where(b => b.State == ImportState.Staged || b.State == ImportState.Checked)))
            .Concat(CountLine.By((int)ImportFacet.State, filter.Apply(db, ImportFacet.State), b => (int)b.State))
            .Concat(CountLine.By((int)ImportFacet.Subject, filter.Apply(db, ImportFacet.Subject), b => (int)b.Subject));

        private IQueryable<Row> Rows(IQueryable<ImportBatch> found)
        {
            var now = clock.GetUtcNow();
            return found.Select(b => new Row(b.Id, b.Subject, b.Name, b.State, db.Set<ImportRun>().Any(r => r.BatchId == b.Id && r.AliveUntil > now), b.AuthorName, b.CreatedAt, b.Lines, b.Created, b.Changed, b.Refused, b.Kept));
        }
    }
}
