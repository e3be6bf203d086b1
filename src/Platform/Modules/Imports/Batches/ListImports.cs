using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>The imports of the space, latest first, whoever made them.</summary>
public static class ListImports
{
    [Needs(ImportPermissions.Use)]
    public sealed record Query(string? Cursor) : IRequest<Answer>;

    /// <param name="Subjects">What the member may import.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<ImportSubject> Subjects, DateOnly Today);

    public sealed record Row(Guid Id, ImportSubject Subject, string Name, ImportState State, bool IsRunning, string Author, DateTimeOffset At, int Lines, int Created, int Changed, int Refused, int Kept);

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var all = db.Set<ImportBatch>().AsNoTracking();
            var total = await all.CountCapped(ct);
            var rows = await all.After(b => b.CreatedAt, b => b.Id, true, query.Cursor)
                .Select(b => new Row(b.Id, b.Subject, b.Name, b.State, db.Set<ImportRun>().Any(r => r.BatchId == b.Id && r.AliveUntil > now), b.AuthorName, b.CreatedAt, b.Lines, b.Created, b.Changed, b.Refused, b.Kept))
                .ToListAsync(ct);
            return new(rows.Page(r => r.At, r => r.Id, total), [.. catalogue.Allowed.Select(k => k.Subject)], tenant.Space.On(now));
        }
    }
}
