using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Imports.Batches;

/// <summary>Gives up an import that wrote nothing: its lines go, that it was there stays.</summary>
public static class DiscardImport
{
    [Needs(ImportPermissions.Use)]
    public sealed record Command(Guid Id) : ICommand;

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            catalogue.Of(batch.Subject);
            var now = clock.GetUtcNow();
            if (await db.Set<ImportRun>().AnyAsync(r => r.BatchId == c.Id && r.AliveUntil > now, ct)) throw new RuleViolation("import.running");
            batch.Discard();
            await db.SaveChangesAsync(ct);
            // What a file told of people is not kept for nothing.
            for (var rows = await Some(c.Id, ct); rows.Count > 0; rows = await Some(c.Id, ct))
            {
                db.RemoveRange(rows);
                await db.SaveChangesAsync(ct);
            }
            return Unit.Value;
        }

        private Task<List<ImportRow>> Some(Guid id, CancellationToken ct) => db.Set<ImportRow>().Where(r => r.BatchId == id).OrderBy(r => r.Number).Take(1000).ToListAsync(ct);
    }
}
