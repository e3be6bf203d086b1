using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data;

/// <summary>A row of one space. Key: (TenantId, Id), Id a version-7 GUID made here.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}

/// <summary>A row of no space; each such entity stands in <see cref="GlobalTables"/> with its reason.</summary>
public interface IGlobal;

/// <summary>Refuses to overwrite what somebody else has changed meanwhile.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>Counts the changes of a sheet itself, apart from those of what hangs on it: forms carry that number back.</summary>
public interface IEdited
{
    int Edition { get; }
}

/// <summary>Base of nearly every entity of a space.</summary>
public abstract class TenantOwned : ITenantOwned, IVersioned
{
    public Guid TenantId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    /// <summary>Counts the changes; forms carry it back.</summary>
    public int Version { get; set; }
    /// <summary>How the audit trail names this row.</summary>
    public virtual string Label => "";
}

/// <summary>Marks an entity, or one property, whose changes say nothing to a reader (search terms, copies, counters): kept out of the audit trail.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class NotAuditedAttribute : Attribute;

internal static class GlobalTables
{
    /// <summary>Every entity that is not tenant-owned, with the reason. A test fails on one that is missing here.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(ClockTables.Names.Select(n => KeyValuePair.Create(n, "Quartz's own: when to wake which node.")), StringComparer.Ordinal)
    {
        ["tenant"] = "The spaces themselves: needed to know which space a request is in.",
        ["tenant_host"] = "Same, by host name.",
        ["account"] = "Accounts are global; memberships, which are tenant-owned, say which space.",
        ["account_claim"] = "Identity's store of the account.",
        ["account_login"] = "Identity's store of the account.",
        ["account_token"] = "Identity's store of the account.",
        ["account_session"] = "Open sessions of an account: one cookie serves every space of the host.",
        ["passkey"] = "Passkeys of an account.",
        ["throttle_count"] = "Counters of tries from an address or against an account, before anybody is anywhere.",
        ["account_link"] = "Links mailed to accounts (new password, new address): an account belongs to no space.",
        ["mail_due"] = "Queue of the dispatcher, which serves all spaces at once; the mails themselves are each space's own.",
        ["mail_pace"] = "How many mails of each space went this minute, for the same dispatcher.",
        ["job_run"] = "Last run of each recurring command in each space: the operator reads them all; it tells when and how long, nothing of what is in the space.",
        ["data_protection_key"] = "Keys of cookies and tokens, shared by the nodes.",
        ["reference_year"] = "National reference, public data: the same for every space.",
        ["region"] = "National reference.",
        ["department"] = "National reference.",
        ["epci"] = "National reference.",
        ["epci_population"] = "National reference.",
        ["commune"] = "National reference.",
        ["place_term"] = "Search words of the national reference.",
    };

    /// <summary>Global tables that the application only reads.</summary>
    public static IReadOnlySet<string> ReadOnly { get; } = new HashSet<string>(StringComparer.Ordinal)
        { "reference_year", "region", "department", "epci", "epci_population", "commune", "place_term" };

    /// <summary>Tables to which rows are only ever added.</summary>
    public static IReadOnlySet<string> AppendOnly { get; } = new HashSet<string>(StringComparer.Ordinal) { "audit_entry" };
}

internal static class Belonging
{
    /// <summary>Makes a change of a part count as a change of the whole: of two made at the same time the second is refused,
    /// so that a rule over all the parts (no overlap) cannot be broken between them.</summary>
    public static void Touch(this PlatformDb db, TenantOwned whole) => db.Entry(whole).Property(nameof(IVersioned.Version)).IsModified = true;

    /// <summary>Whoever else asks for the same row waits until this transaction ends: a write that changes nothing locks it, on both engines.</summary>
    public static Task Lock<T>(this PlatformDb db, Guid id, CancellationToken ct) where T : TenantOwned =>
        db.Set<T>().Where(r => r.Id == id).ExecuteUpdateAsync(u => u.SetProperty(r => r.Version, r => r.Version), ct);

    /// <summary>Same for the space as a whole: what is counted over all of it is counted by one at a time.</summary>
    public static Task LockSpace(this PlatformDb db, CancellationToken ct) =>
        db.Tenants.Where(t => t.Id == db.Tenant!.Id).ExecuteUpdateAsync(u => u.SetProperty(t => t.Version, t => t.Version), ct);

    /// <summary>A foreign key within the space: (TenantId, <paramref name="key"/>) → (TenantId, Id). The database then refuses a
    /// row that points into another space. Nothing cascades: SQL Server forbids several cascade paths, and facts are not deleted.</summary>
    public static ReferenceCollectionBuilder<TParent, T> BelongsTo<T, TParent>(this EntityTypeBuilder<T> b, string key)
        where T : TenantOwned where TParent : TenantOwned =>
        b.HasOne<TParent>().WithMany().HasForeignKey(nameof(TenantOwned.TenantId), key)
            .HasPrincipalKey(nameof(TenantOwned.TenantId), nameof(TenantOwned.Id)).OnDelete(DeleteBehavior.Restrict);

    /// <summary>Same for a parent that holds its parts in a list (loaded and saved with it). A part taken out of the list is removed;
    /// the database itself cascades nothing.</summary>
    public static void HasParts<T, TPart>(this EntityTypeBuilder<T> b, System.Linq.Expressions.Expression<Func<T, IEnumerable<TPart>?>> parts, string key)
        where T : TenantOwned where TPart : TenantOwned =>
        b.HasMany(parts).WithOne().HasForeignKey(nameof(TenantOwned.TenantId), key)
            .HasPrincipalKey(nameof(TenantOwned.TenantId), nameof(TenantOwned.Id)).OnDelete(DeleteBehavior.ClientCascade);
}
