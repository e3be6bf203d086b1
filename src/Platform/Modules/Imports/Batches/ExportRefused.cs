using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>The refused lines as they were sent, each with its reasons: corrected, the file is imported like another.</summary>
public static class ExportRefused
{
    [Needs(ImportPermissions.Use)]
    public sealed record Query(Guid Id, ListFile To) : IRequest<int>;

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, int>
    {
        public async Task<int> Handle(Query query, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == query.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var kind = catalogue.Of(batch.Subject);
            var columns = batch.HeaderList.Select((header, i) => new Column<ImportRow>($"{i}", header, r => r.CellList.ElementAtOrDefault(i) is { } text ? Cells.Shown(text) : null))
                .Append(new("pourquoi", "Pourquoi", r => string.Join("\n", r.ErrorList.Select(e => e.Column.Length == 0 ? e.Sentence : $"{kind.LabelOf(e.Column)}\u00a0: {e.Sentence}")))).ToList();
            return await query.To.Write($"Refusées {Path.GetFileNameWithoutExtension(batch.Name)}", tenant.Space, tenant.Space.Today(clock), columns, Rows(query.Id), ct);
        }

        private async IAsyncEnumerable<ImportRow> Rows(Guid id)
        {
            for (var last = 0; ;)
            {
                var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.BatchId == id && r.Verdict == ImportVerdict.Refused && r.Number > last).OrderBy(r => r.Number).Take(ListFile.Handful).ToListAsync();
                foreach (var row in rows) yield return row;
                if (rows.Count < ListFile.Handful) yield break;
                last = rows[^1].Number;
            }
        }
    }
}
