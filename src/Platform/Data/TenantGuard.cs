using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Modules.Operations;
using Platform.Modules.Tenancy;

namespace Platform.Data;

/// <summary>On every save: stamps new rows with the space, refuses foreign ones, counts versions, writes the audit trail.</summary>
internal sealed class TenantGuard : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        var db = (PlatformDb)eventData.Context!;
        var audit = new List<AuditEntry>();
        var values = new List<AuditValue>();
        var now = db.Clock.GetUtcNow();
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            if (entry.Entity is ITenantOwned) Own(db, entry);
            if (entry.Entity is Tenant space) db.Changed.Add(space.Id);
            else if (entry.Entity is ITenantOwned && db.TenantId is { } changed) db.Changed.Add(changed);
            if (entry is { Entity: IVersioned versioned, State: EntityState.Modified }) versioned.Version++;
            if (AuditEntry.Of(entry, db, now, values) is { } line) audit.Add(line);
        }
        foreach (var line in audit.Concat<object>(values))
        {
            db.Add(line);
            if (db.TenantId is { } tenant) db.Entry(line).Property(nameof(ITenantOwned.TenantId)).CurrentValue = tenant;
        }
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context!.ChangeTracker.Entries().Any(e => e.Entity is ITenantOwned && e.State != EntityState.Unchanged)
            ? throw new NotSupportedException("A space's rows are saved asynchronously.")
            : result;

    private static void Own(PlatformDb db, EntityEntry entry)
    {
        var tenant = db.TenantId ?? throw new InvalidOperationException($"{entry.Metadata.Name}: no space in scope, nothing is written.");
        var owner = entry.Property(nameof(ITenantOwned.TenantId));
        if (entry.State == EntityState.Added && owner.CurrentValue is Guid empty && empty == Guid.Empty) owner.CurrentValue = tenant;
        // The original value is what the database is asked to change: a forged stub carries its space there.
        var current = (Guid)owner.CurrentValue!;
        var original = entry.State == EntityState.Added ? current : (Guid)owner.OriginalValue!;
        if (current != tenant || original != tenant)
            throw new InvalidOperationException($"{entry.Metadata.Name}: a row of another space is refused.");
    }
}
