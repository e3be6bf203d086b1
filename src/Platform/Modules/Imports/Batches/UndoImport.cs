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
                var rows = await Some(c.Id, next, ct);
                if (rows.Count == 0) break;
                rows = await PutBack(kind, rows, () => Some(c.Id, next, ct), ct);
                next = rows[^1].Number;
                await TakeBack(kind, rows.FindAll(r => r is { Verdict: ImportVerdict.New, TargetId: not null }), ct);
                kept += rows.Count(r => r.Verdict is ImportVerdict.New or ImportVerdict.Changed && r.Remark is not null);
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                await progress.Report(c.Id, c.Attempt, done += rows.Count, ct);
            }
            (await db.Set<ImportBatch>().SingleAsync(b => b.Id == c.Id, ct)).Keep(kept);
            return Unit.Value;
        }

        private Task<List<ImportRow>> Some(Guid id, int before, CancellationToken ct) =>
            db.Set<ImportRow>().Where(r => r.BatchId == id && r.Number < before).OrderByDescending(r => r.Number).Take(ImportPlan.Chunk).ToListAsync(ct);

        // A thing that a rule refuses to put back is half changed by then: its handful is begun again without it.
        private async Task<List<ImportRow>> PutBack(IImportKind kind, List<ImportRow> rows, Func<Task<List<ImportRow>>> again, CancellationToken ct)
        {
            for (var refused = new Dictionary<Guid, string>(); ; rows = await again())
            {
                foreach (var row in rows)
                    if (refused.TryGetValue(row.Id, out var sentence)) row.Left(sentence);
                if (await Refusal(kind, rows.FindAll(r => r is { Verdict: ImportVerdict.Changed, TargetId: not null } && !refused.ContainsKey(r.Id)), ct) is not { } refusal) return rows;
                refused.Add(refusal.Row, refusal.Sentence);
                db.ChangeTracker.Clear();
            }
        }

        private static async Task<(Guid Row, string Sentence)?> Refusal(IImportKind kind, List<ImportRow> rows, CancellationToken ct)
        {
            if (rows.Count == 0) return null;
            var stored = await kind.Load([.. rows.Select(r => r.TargetId!.Value)], ct);
            foreach (var row in rows.Where(r => !stored.ContainsKey(r.TargetId!.Value))) row.Left("La fiche n’existe plus.");
            var back = rows.Where(r => stored.ContainsKey(r.TargetId!.Value)).Select(r => (Row: r, Now: stored[r.TargetId!.Value], Wanted: new Facts(stored[r.TargetId!.Value]), Since: new List<string>(), Used: new List<string>())).ToList();
            foreach (var (row, now, wanted, since, _) in back)
                foreach (var change in row.ChangeList)
                    if (now.Get(change.Fact) == change.After) wanted.With(change.Fact, change.Before);
                    else since.Add(change.Fact);
            foreach (var (id, fact) in await kind.Served(back.ToDictionary(b => b.Row.TargetId!.Value, b => b.Wanted), ct))
            {
                var (_, now, wanted, _, used) = back.Find(b => b.Row.TargetId == id);
                wanted.With(fact, now.Get(fact));
                used.Add(fact);
            }
            foreach (var (row, now, wanted, since, used) in back)
            {
                var said = new (string Why, List<string> Facts)[] { ("Modifié", since), ("Utilisé ailleurs", used) }.Where(w => w.Facts.Count > 0)
                    .Select(w => $"{w.Why} depuis l’import, donc laissé tel quel : {string.Join(", ", w.Facts.Select(kind.LabelOf))}.").ToList();
                if (said.Count > 0) row.Left(string.Join(' ', said));
                try
                {
                    await kind.Write(row.TargetId, now, wanted, ct);
                }
                catch (RuleViolation refused)
                {
                    return (row.Id, refused.Sentence);
                }
            }
            return null;
        }

        private static async Task TakeBack(IImportKind kind, List<ImportRow> rows, CancellationToken ct)
        {
            if (rows.Count == 0) return;
            var stored = await kind.Load([.. rows.Select(r => r.TargetId!.Value)], ct);
            // What the space itself gives, a number for instance, the import did not write.
            var given = kind.Keys.Where(k => k.MustExist).SelectMany(k => k.Columns).Append(IImportKind.Identifier).ToHashSet(StringComparer.Ordinal);
            var made = rows.ToDictionary(r => r.TargetId!.Value, r => r.ChangeList.Aggregate(new Facts(), (facts, change) => facts.With(change.Fact, change.After)));
            foreach (var row in rows)
            {
                if (!stored.TryGetValue(row.TargetId!.Value, out var now)) continue;
                var wrote = made[row.TargetId.Value];
                var since = now.Keys.Union(wrote.Keys).Where(f => !given.Contains(f) && now.Get(f) != wrote.Get(f)).ToList();
                if (since.Count == 0) continue;
                row.Left($"Modifié depuis l’import, donc laissé dans l’espace : {string.Join(", ", since.Select(kind.LabelOf))}.");
                made.Remove(row.TargetId.Value);
            }
            var said = await kind.TakeBack(made, ct);
            foreach (var row in rows)
                if (said.TryGetValue(row.TargetId!.Value, out var sentence)) row.Left(sentence);
        }
    }
}
