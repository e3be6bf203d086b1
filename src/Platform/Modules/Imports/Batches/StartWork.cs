using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Imports.Batches;

/// <summary>Asks for a work on an import: the dry run, the import itself, its undo. It runs apart from the page that asked.</summary>
public static class StartWork
{
    [Needs(ImportPermissions.Use)]
    public sealed record Command(Guid Id, ImportWork Work) : ICommand;

    internal sealed class Handler(PlatformDb db, ImportCatalogue catalogue, ImportQueue queue, CurrentTenant tenant, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var batch = await db.Set<ImportBatch>().SingleOrDefaultAsync(b => b.Id == c.Id, ct) ?? throw new NotFound(nameof(ImportBatch));
            var kind = catalogue.Of(batch.Subject);
            var allowed = c.Work switch
            {
                ImportWork.Check => batch.State is ImportState.Staged or ImportState.Checked,
                ImportWork.Apply => batch.State == ImportState.Checked,
                _ => batch.State == ImportState.Applied,
            };
            if (!allowed) throw new RuleViolation("import.state", EnumNames.Of(batch.State).ToLowerInvariant());
            if (c.Work == ImportWork.Apply && batch.Writes == 0) throw new RuleViolation("import.none");
            // Set aside now and not in the long transaction: others go on numbering meanwhile, and a second try has the same numbers.
            if (c.Work == ImportWork.Apply && kind.Series is { } series && batch is { Created: > 0, FirstNumber: null })
                batch.SetAside(await Sequence.Take(db, series, batch.Created, ct));
            var run = await db.Set<ImportRun>().SingleOrDefaultAsync(r => r.BatchId == c.Id, ct) ?? db.Add(new ImportRun(c.Id)).Entity;
            queue.Add(new(tenant.Id, c.Id, c.Work, run.Start(c.Work, batch.Lines, clock.GetUtcNow()), user.AccountId, user.Name));
            return Unit.Value;
        }
    }
}
