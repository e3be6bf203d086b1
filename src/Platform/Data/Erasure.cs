using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Operations;

namespace Platform.Data;

/// <summary>Takes somebody's name out of every copy of it in the space. The model says where copies are (<see cref="PersonalAttribute"/>),
/// so a new table is covered the day it is made.</summary>
internal static class Erasure
{
    private static readonly MethodInfo Typed = typeof(Erasure).GetMethod(nameof(InTable), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Copies of the name beside what the person did.</summary>
    /// <param name="accounts">The person's accounts, and the person, who may have acted without one.</param>
    /// <param name="names">Under which the person is known, where no identifier stands beside the copy.</param>
    public static async Task Copies(PlatformDb db, IReadOnlyList<Guid> accounts, IReadOnlyList<string> names, CancellationToken ct)
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ITenantOwned)) && !e.ClrType.IsDefined(typeof(IsAPersonAttribute))))
            foreach (var property in entity.ClrType.GetProperties())
                if (property.GetCustomAttribute<PersonalAttribute>() is { } personal)
                    await (Task)Typed.MakeGenericMethod(entity.ClrType).Invoke(null, [db, property.Name, personal.Owner, accounts, names, ct])!;
    }

    /// <summary>Names and addresses that the person once had here: what was written under them names the person too. The journal remembers them.</summary>
    /// <param name="subjects">The person, and the person's accesses.</param>
    public static async Task<(IReadOnlyList<string> Names, IReadOnlyList<string> Addresses)> Formerly(PlatformDb db, IReadOnlyList<Guid> subjects, CancellationToken ct)
    {
        var values = await db.Set<AuditValue>().Where(v => subjects.Contains(v.SubjectId)).ToListAsync(ct);
        var references = values.ConvertAll(v => v.Reference);
        // A line is called by the whole name, as it then was; so is whoever acted by a link.
        var called = (await db.Audit.Where(a => references.Contains(a.Label) || references.Contains(a.Actor)).Select(a => new { a.Label, a.Actor }).Distinct().ToListAsync(ct))
            .SelectMany(a => new[] { a.Label, a.Actor }).ToHashSet(StringComparer.Ordinal);
        // One word alone would be found in anybody's mails.
        return ([.. values.Where(v => called.Contains(v.Reference)).Select(v => v.Text).Where(t => t.Contains(' ') && t != Erased.Name).Distinct(StringComparer.Ordinal)],
            [.. values.Select(v => v.Text).Where(t => t.Contains('@') && !t.Contains(' ')).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>What the journal remembers of the person. After what erases the rest is saved: that, too, left its values there.</summary>
    public static async Task Remembered(PlatformDb db, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        await db.Set<AuditValue>().Where(v => subjects.Contains(v.SubjectId)).ExecuteDeleteAsync(ct);

    private static async Task InTable<T>(PlatformDb db, string property, string? owner, IReadOnlyList<Guid> accounts, IReadOnlyList<string> names, CancellationToken ct) where T : class
    {
        var rows = owner is null
            ? db.Set<T>().Where(r => names.Contains(EF.Property<string>(r, property)))
            // What came from elsewhere has an author's name and no account beside it.
            : db.Set<T>().Where(r => accounts.Contains(EF.Property<Guid?>(r, owner) ?? Guid.Empty) || (EF.Property<Guid?>(r, owner) == null && names.Contains(EF.Property<string>(r, property))));
        await rows.ExecuteUpdateAsync(u => u.SetProperty(r => EF.Property<string>(r, property), Erased.Name), ct);
    }
}
