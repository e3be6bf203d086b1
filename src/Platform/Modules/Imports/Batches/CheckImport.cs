using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Imports.Batches;

/// <summary>The dry run: says of each line what an import would do, and writes nothing else.</summary>
public static class CheckImport
{
    /// <param name="Attempt">The run that reports how far it is; null for a work that nobody watches.</param>
    [Needs(ImportPermissions.Use)]
    public sealed record Command(Guid Id, Guid? Attempt) : ICommand;

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, ImportProgress progress) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var plan = new ImportPlan(db, catalogue.Of(batch.Subject), batch);
            await plan.Read(ct);
            var counts = Enum.GetValues<ImportVerdict>().ToDictionary(v => v, _ => 0);
            var done = 0;
            for (var last = 0; ;)
            {
                var rows = await plan.Rows(last).ToListAsync(ct);
                if (rows.Count == 0) break;
                foreach (var row in rows)
                    if (plan.IsAside(row)) row.LeaveAside();
                    else if (plan.HeadOf(row) is { } head) row.Join(head);
                foreach (var planned in await plan.Of(rows.FindAll(r => !plan.IsAside(r) && plan.HeadOf(r) is null), ct))
                    planned.Row.Conclude(planned.Verdict, planned.Title, planned.Entry.Id, planned.Changes, planned.Entry.Errors);
                foreach (var row in rows) counts[row.Verdict]++;
                last = rows[^1].Number;
                await db.SaveChangesAsync(ct);
                // What was read and written is of no more use: memory does not grow with the file.
                db.ChangeTracker.Clear();
                await progress.Report(c.Id, c.Attempt, done += rows.Count, ct);
            }
            batch = await db.Set<ImportBatch>().SingleAsync(b => b.Id == c.Id, ct);
            batch.Check(counts[ImportVerdict.New], counts[ImportVerdict.Changed], counts[ImportVerdict.Unchanged], counts[ImportVerdict.Refused]);
            return Unit.Value;
        }
    }
}
