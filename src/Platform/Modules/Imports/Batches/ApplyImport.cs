using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Modules.Imports.Batches;

/// <summary>Writes what the dry run showed, in one transaction: all of it, or nothing.</summary>
public static class ApplyImport
{
    [Needs(ImportPermissions.Use)]
    public sealed record Command(Guid Id, Guid? Attempt) : ICommand;

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, ImportProgress progress, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var kind = catalogue.Of(batch.Subject);
            if (batch.Writes == 0) throw new RuleViolation("import.none");
            if (kind.Series is { } series && batch.Created > 0) kind.NumberFrom(batch.FirstNumber ?? await Sequence.Take(db, series, batch.Created, ct));
            // Said first: whoever applies it at the same time waits here, then finds it done.
            batch.Apply(user.AccountId, user.Name, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            var plan = new ImportPlan(db, kind, batch);
            await plan.Read(ct);
            var done = 0;
            for (var last = 0; ;)
            {
                var rows = await plan.Rows(last).ToListAsync(ct);
                if (rows.Count == 0) break;
                last = rows[^1].Number;
                done += rows.Count;
                foreach (var planned in await plan.Of(rows.FindAll(r => r.Verdict is ImportVerdict.New or ImportVerdict.Changed), ct))
                {
                    if (planned.Verdict != planned.Row.Verdict || !planned.Row.Says(planned.Changes)) throw new RuleViolation("import.stale", planned.Row.Number);
                    planned.Row.Wrote(await Write(kind, planned, ct));
                }
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                await progress.Report(c.Id, c.Attempt, done, ct);
            }
            return Unit.Value;
        }

        private static async Task<Guid> Write(Contract.IImportKind kind, ImportPlan.Planned planned, CancellationToken ct)
        {
            try
            {
                return await kind.Write(planned.Entry.Id, planned.Entry.Stored, planned.Entry.Wanted, ct);
            }
            catch (RuleViolation refused)
            {
                throw new RuleViolation("import.line", planned.Row.Number, refused.Sentence);
            }
            catch (Invalid refused)
            {
                throw new RuleViolation("import.line", planned.Row.Number, refused.Errors[0].ErrorMessage);
            }
        }
    }
}
