using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Imports.Contract;

namespace Platform.Modules.Imports.Batches;

/// <summary>Takes an import back, in one transaction: what it created goes, what it changed gets its former values, except where
/// somebody has changed them since; that is said line by line.</summary>
public static class UndoImport
{
    [Needs(ImportPermissions.Use)]
    public sealed record Command(Guid Id, Guid? Attempt) : ICommand;

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, ImportProgress progress, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var kind = catalogue.Of(batch.Subject);
            batch.Undo(user.AccountId, user.Name, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await kind.Open(ct);
            var (done, kept) = (0, 0);
            // From the end: what was written last may lean on what was written first.
            for (var next = int.MaxValue; ;)
            {
                var rows = await db.Set<ImportRow>().Where(r => r.BatchId == c.Id && r.Number < next).OrderByDescending(r => r.Number).Take(ImportPlan.Chunk).ToListAsync(ct);
                if (rows.Count == 0) break;
                next = rows[^1].Number;
                await PutBack(kind, rows.FindAll(r => r is { Verdict: ImportVerdict.Changed, TargetId: not null }), ct);
                await TakeBack(kind, rows.FindAll(r => r is { Verdict: ImportVerdict.New, TargetId: not null }), ct);
                kept += rows.Count(r => r.Verdict is ImportVerdict.New or ImportVerdict.Changed && r.Remark is not null);
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                await progress.Report(c.Id, c.Attempt, done += rows.Count, ct);
            }
            (await db.Set<ImportBatch>().SingleAsync(b => b.Id == c.Id, ct)).Keep(kept);
            return Unit.Value;
        }

        private static async Task PutBack(IImportKind kind, List<ImportRow> rows, CancellationToken ct)
        {
            if (rows.Count == 0) return;
            var stored = await kind.Load([.. rows.Select(r => r.TargetId!.Value)], ct);
            foreach (var row in rows)
            {
                if (!stored.TryGetValue(row.TargetId!.Value, out var now))
                {
                    row.Left("La fiche n’existe plus.");
                    continue;
                }
                var (wanted, since) = (new Facts(now), new List<string>());
                foreach (var change in row.ChangeList)
                    if (now.Get(change.Fact) == change.After) wanted.With(change.Fact, change.Before);
                    else since.Add(kind.LabelOf(change.Fact));
                if (since.Count > 0) row.Left($"Modifié depuis l’import, donc laissé tel quel : {string.Join(", ", since)}.");
                try
                {
                    await kind.Write(row.TargetId, now, wanted, ct);
                }
                catch (RuleViolation refused)
                {
                    row.Left(refused.Sentence);
                }
            }
        }

        private static async Task TakeBack(IImportKind kind, List<ImportRow> rows, CancellationToken ct)
        {
            if (rows.Count == 0) return;
            var said = await kind.TakeBack(rows.ToDictionary(r => r.TargetId!.Value, r => r.ChangeList.Aggregate(new Facts(), (made, change) => made.With(change.Fact, change.After))), ct);
            foreach (var row in rows)
                if (said.TryGetValue(row.TargetId!.Value, out var sentence)) row.Left(sentence);
        }
    }
}
