using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Batches;

namespace Platform.Modules.Imports.Contract;

/// <summary>Takes somebody out of the lines that imports keep for their undo.</summary>
public static class ImportedLines
{
    private const int Together = 500;

    /// <summary>Empties every line that speaks of the person: by identifier, by address, or by both names, accents and case aside. What
    /// such a line did can no more be undone, and the report says so. Saved with what the caller changes.</summary>
    public static async Task Forget(PlatformDb db, Guid personId, IReadOnlyList<(string Given, string Family)> names, IReadOnlyList<string> addresses, CancellationToken ct)
    {
        List<string[]> marks = [[Worded(personId.ToString())], .. addresses.Select(a => new[] { Worded(a) }), .. names.Select(n => new[] { Worded(n.Given), Worded(n.Family) })];
        // The database folds no accents: every line is read, a handful at a time. Erasing is rare.
        for (var last = Guid.Empty; ;)
        {
            var rows = await db.Set<ImportRow>().Where(r => r.Id > last).OrderBy(r => r.Id).Take(Together).Select(r => new { r.Id, r.TargetId, r.Cells, r.Changes, r.Title }).ToListAsync(ct);
            if (rows.Count == 0) return;
            last = rows[^1].Id;
            var of = rows.Where(r => r.TargetId == personId || Worded($"{r.Cells} {r.Changes} {r.Title}") is var text && marks.Exists(m => Array.TrueForAll(m, w => text.Contains(w, StringComparison.Ordinal)))).Select(r => r.Id).ToList();
            foreach (var row in of.Count == 0 ? [] : await db.Set<ImportRow>().Where(r => of.Contains(r.Id)).ToListAsync(ct)) row.Forget();
        }
    }

    /// <summary>The lines of files that made or changed the person, as they were received.</summary>
    public static async Task<IReadOnlyList<(DateTimeOffset At, string File, string Cells)>> About(PlatformDb db, Guid personId, CancellationToken ct)
    {
        var lines = await db.Set<ImportRow>().AsNoTracking().Where(r => r.TargetId == personId)
            .Join(db.Set<ImportBatch>(), r => r.BatchId, b => b.Id, (r, b) => new { b.CreatedAt, b.Name, Row = r }).OrderBy(x => x.CreatedAt).ToListAsync(ct);
        return lines.ConvertAll(x => (x.CreatedAt, x.Name, string.Join(" ; ", x.Row.CellList.Where(c => !string.IsNullOrEmpty(c)))));
    }

    private static string Worded(string text) => $" {Folding.Fold(text)} ";
}
