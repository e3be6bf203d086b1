using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Lists;

/// <summary>What somebody's last act on many rows has changed, kept until their next one, to be taken back.</summary>
[NotAudited]
public sealed class LastAct : TenantOwned
{
    private LastAct() { }

    internal LastAct(Guid accountId, string kind, IReadOnlyList<Change> changes) => (AccountId, Kind, Changes) = (accountId, kind, JsonSerializer.Serialize(changes));

    public Guid AccountId { get; private set; }
    /// <summary>CLR name of the entity, e.g. "Commitment".</summary>
    public string Kind { get; private set; } = "";
    /// <summary>JSON array of <see cref="Change"/>.</summary>
    public string Changes { get; private set; } = "[]";

    internal IReadOnlyList<Change> ChangeList => JsonSerializer.Deserialize<List<Change>>(Changes)!;

    /// <param name="Whole">The row of the list that it is, or belongs to.</param>
    /// <param name="Version">That the act gave it: another one means that somebody has been there since.</param>
    /// <param name="Part">The list of the whole in which it stands; null for the whole itself.</param>
    /// <param name="Before">What its properties held; null: the act made it.</param>
    internal sealed record Change(Guid Whole, Guid Id, int Version, string? Part, Dictionary<string, JsonElement>? Before);

    internal sealed class Table : IEntityTypeConfiguration<LastAct>
    {
        public void Configure(EntityTypeBuilder<LastAct> b)
        {
            b.Ignore(a => a.ChangeList);
            b.Property(a => a.Kind).HasMaxLength(60);
            b.Property(a => a.Changes).HasMaxLength(-1);
            b.HasIndex(a => new { a.TenantId, a.AccountId });
        }
    }
}

/// <summary>Keeps what an act on many rows is about to save, and takes it back when asked: each row as it was, but where somebody has been since.</summary>
internal sealed class LastActs(PlatformDb db, CurrentUser user)
{
    /// <summary>Called when the rows are changed and not yet saved.</summary>
    public async Task<ActOnMany.Outcome> Keep<T>(ActOnMany.Outcome done, CancellationToken ct) where T : TenantOwned
    {
        if (done.Changed == 0 || user.AccountId is not { } account) return done;
        db.RemoveRange(await db.Set<LastAct>().AsTracking().Where(a => a.AccountId == account).ToListAsync(ct));
        var changes = db.ChangeTracker.Entries<TenantOwned>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(Changed<T>).ToList();
        var act = new LastAct(account, typeof(T).Name, changes);
        db.Add(act);
        return done with { Undo = act.Id };
    }

    public async Task<ActOnMany.Outcome> Undo<T>(Guid id, Word word, CancellationToken ct) where T : TenantOwned
    {
        var act = await db.Set<LastAct>().AsTracking().SingleOrDefaultAsync(a => a.Id == id && a.AccountId == user.AccountId && a.Kind == typeof(T).Name, ct);
        if (act is null) return new(0, 0, [], "Cet acte ne peut plus être annulé : il l’a déjà été, ou un autre l’a suivi.");
        db.Remove(act);
        var changes = act.ChangeList.ToLookup(c => c.Whole);
        var ids = changes.Select(c => c.Key).ToList();
        var rows = db.Set<T>().AsTracking().Where(x => ids.Contains(x.Id));
        foreach (var part in act.ChangeList.Select(c => c.Part).OfType<string>().Distinct()) rows = rows.Include(part);
        var found = await rows.ToListAsync(ct);
        var entries = db.ChangeTracker.Entries<TenantOwned>().ToDictionary(e => e.Entity.Id);
        return ActOnMany.Do(found, word, "revenu", "comme avant", row =>
        {
            foreach (var change in changes[row.Id])
                if (!entries.TryGetValue(change.Id, out var entry) || entry.Entity.Version != change.Version) throw new RuleViolation("together.since");
            foreach (var change in changes[row.Id]) PutBack(entries[change.Id], change);
            db.Touch(row);
            return true;
        }, row => row.Label);
    }

    private static LastAct.Change Changed<T>(EntityEntry<TenantOwned> entry) where T : TenantOwned
    {
        var made = entry.State == EntityState.Added;
        // The guard counts the version on saving.
        var version = entry.Entity.Version + (made ? 0 : 1);
        var before = made ? null : entry.Properties.Where(p => p.IsModified && !Equals(p.OriginalValue, p.CurrentValue) && p.Metadata.Name != nameof(IVersioned.Version))
            .ToDictionary(p => p.Metadata.Name, p => JsonSerializer.SerializeToElement(p.OriginalValue, p.Metadata.ClrType));
        if (entry.Entity is T) return new(entry.Entity.Id, entry.Entity.Id, version, null, before);
        var key = entry.Metadata.GetForeignKeys().Single(k => k.DeleteBehavior == DeleteBehavior.ClientCascade && k.PrincipalEntityType.ClrType == typeof(T));
        return new((Guid)entry.Property(key.Properties[1].Name).CurrentValue!, entry.Entity.Id, version, key.PrincipalToDependent!.Name, before);
    }

    private void PutBack(EntityEntry<TenantOwned> entry, LastAct.Change change)
    {
        if (change.Before is null) db.Remove(entry.Entity);
        else
            foreach (var (name, value) in change.Before)
            {
                var property = entry.Property(name);
                // It counts on: who has the sheet open since the act must not undo the undoing unseen.
                property.CurrentValue = name == nameof(IEdited.Edition) ? (int)property.CurrentValue! + 1 : value.Deserialize(property.Metadata.ClrType);
            }
    }
}

[Rules]
internal static class ActRules
{
    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["together.since"] = "Quelqu’un y a touché depuis : à reprendre sur la fiche.",
    };
}
