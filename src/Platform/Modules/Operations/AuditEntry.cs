using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Operations;

public enum AuditAction : short { Created = 1, Changed, Removed }

/// <summary>Who changed what, when, from what to what. Rows are only ever added: the application role may not change or remove
/// them, and a trigger refuses it to everybody else.</summary>
[NotAudited]
public sealed class AuditEntry : ITenantOwned
{
    private AuditEntry() { }

    public Guid TenantId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; private set; }
    public Guid? AccountId { get; private set; }
    public string Actor { get; private set; } = "";
    /// <summary>Why the platform itself acted, or by what a person without an account did; null for an account.</summary>
    public string? Reason { get; private set; }
    public AuditAction Action { get; private set; }
    /// <summary>CLR name of the entity, e.g. "Commitment".</summary>
    public string Kind { get; private set; } = "";
    public Guid? SubjectId { get; private set; }
    public string Label { get; private set; } = "";
    /// <summary>JSON object: property → [before, after]; before is null for a creation.</summary>
    public string Changes { get; private set; } = "{}";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line for one change, or null when there is nothing to say or no space to say it in.</summary>
    /// <param name="at">One instant for all that is saved together: the journal shows it as one act.</param>
    /// <param name="values">Receives the personal values that the line refers to.</param>
    internal static AuditEntry? Of(EntityEntry entry, PlatformDb db, DateTimeOffset at, ICollection<AuditValue> values)
    {
        var type = entry.Metadata.ClrType;
        var tenant = db.TenantId;
        if (tenant is null || type.IsDefined(typeof(NotAuditedAttribute)) || entry.Entity is not (ITenantOwned or Modules.Tenancy.Tenant)) return null;
        var changes = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
        {
            var name = property.Metadata.Name;
            if (property.Metadata.IsPrimaryKey() || name is nameof(IVersioned.Version) or nameof(ITenantOwned.TenantId) || name.EndsWith("Key", StringComparison.Ordinal)
                || property.Metadata.PropertyInfo?.IsDefined(typeof(NotAuditedAttribute), false) == true) continue;
            var (before, after) = (entry.State == EntityState.Added ? null : property.OriginalValue, entry.State == EntityState.Deleted ? null : property.CurrentValue);
            if (property.Metadata.PropertyInfo?.IsDefined(typeof(PersonalAttribute), false) == true)
            {
                if (!type.IsDefined(typeof(IsAPersonAttribute))) continue;
                (before, after) = (Apart(before), Apart(after));
            }
            if (entry.State == EntityState.Modified ? property.IsModified && !Equals(before, after) : (before ?? after) is not null)
                changes[name] = [Shown(before), Shown(after)];
        }
        if (changes.Count == 0) return null;
        return new AuditEntry
        {
            At = at,
            AccountId = db.User?.AccountId,
            // A person is named by the identifier, which outlives the name.
            Actor = db.User switch { { AccountId: not null } or null => "", { PersonId: { } person, Name: var name } => Set(person, name), { Name: var name } => name },
            Reason = db.User?.Reason,
            Action = entry.State switch { EntityState.Added => AuditAction.Created, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed },
            Kind = type.Name,
            SubjectId = (entry.Entity as TenantOwned)?.Id ?? (entry.Entity as Modules.Tenancy.Tenant)?.Id,
            Label = type.IsDefined(typeof(IsAPersonAttribute)) ? (string)Apart(((TenantOwned)entry.Entity).Label)! : Cut((entry.Entity as TenantOwned)?.Label ?? (entry.Entity as Modules.Tenancy.Tenant)?.Name ?? ""),
            Changes = JsonSerializer.Serialize(changes, Readable),
        };

        object? Apart(object? value) => value is string { Length: > 0 } text ? Set(((TenantOwned)entry.Entity).Id, text) : value;

        string Set(Guid subject, string text)
        {
            if (values.FirstOrDefault(v => v.SubjectId == subject && v.Text == text) is { } known) return known.Reference;
            var made = new AuditValue(subject, text);
            values.Add(made);
            return made.Reference;
        }
    }

    private static object? Shown(object? value) => value switch
    {
        null => null,
        byte[] file => $"{file.Length} octets",
        Enum e => e.ToString(),
        DateTimeOffset instant => instant.ToString("O"),
        DateOnly date => date.ToString("O"),
        _ => value,
    };

    private static string Cut(string label) => French.Cut(label, 200);

    internal sealed class Table : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> b)
        {
            b.HasKey(a => new { a.TenantId, a.Id });
            b.Property(a => a.Id).ValueGeneratedNever();
            b.HasIndex(a => new { a.TenantId, a.At, a.Id });
            b.HasIndex(a => new { a.TenantId, a.SubjectId, a.At });
            b.HasIndex(a => new { a.TenantId, a.Kind, a.At });
            b.HasIndex(a => new { a.TenantId, a.AccountId, a.At });
            b.Property(a => a.Actor).HasMaxLength(120);
            b.Property(a => a.Kind).HasMaxLength(60);
            b.Property(a => a.Changes).HasMaxLength(-1);
            // SQL Server refuses OUTPUT on a table with triggers.
            b.ToTable(t => t.HasTrigger("audit_entry_is_append_only"));
        }
    }
}

/// <summary>French names of entities and their properties, from their [Display] attributes.</summary>
internal static class AuditNames
{
    private static readonly Dictionary<string, Type> Kinds = typeof(AuditNames).Assembly.GetTypes()
        .Where(t => t.IsAssignableTo(typeof(ITenantOwned)) || t == typeof(Modules.Tenancy.Tenant)).DistinctBy(t => t.Name).ToDictionary(t => t.Name, StringComparer.Ordinal);

    public static IEnumerable<string> AllKinds => Kinds.Where(k => k.Value is { IsAbstract: false } && !k.Value.IsDefined(typeof(NotAuditedAttribute))).Select(k => k.Key);

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind)?.GetCustomAttribute<DisplayAttribute>()?.Name ?? kind;

    /// <summary>Whether the entity holds parts, that is, lists of other entities: a commitment, not one of its measures.</summary>
    public static bool IsRoot(string kind) => Kinds.GetValueOrDefault(kind)?.GetProperties()
        .Any(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments()[0].IsAssignableTo(typeof(ITenantOwned))) == true;

    /// <summary>Null: the property says nothing to a reader.</summary>
    public static string? PropertyOrNull(string kind, string property) =>
        Kinds.GetValueOrDefault(kind)?.GetProperty(property)?.GetCustomAttribute<DisplayAttribute>()?.Name;

    /// <summary>The French name of an enumeration's value; null when the property is no enumeration.</summary>
    public static string? EnumValue(string kind, string property, string value)
    {
        var declared = Kinds.GetValueOrDefault(kind)?.GetProperty(property)?.PropertyType;
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        if (type is not { IsEnum: true } || !Enum.TryParse(type, value, out var parsed)) return null;
        return type.IsDefined(typeof(FlagsAttribute))
            ? string.Join(", ", Enum.GetValues(type).Cast<Enum>().Where(f => Convert.ToInt64(f) != 0 && ((Enum)parsed!).HasFlag(f)).Select(EnumNames.Of))
            : EnumNames.Of((Enum)parsed!);
    }
}
