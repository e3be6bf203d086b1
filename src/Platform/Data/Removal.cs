using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.Data;

/// <summary>Removes rows that nothing refers to, with their parts. What refers to them is read from the model, so that a table made
/// tomorrow is asked too.</summary>
internal static class Removal
{
    /// <returns>Those that something refers to, or to one of their parts: they stay.</returns>
    public static async Task<IReadOnlySet<Guid>> Of<T>(PlatformDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) where T : TenantOwned
    {
        var whole = (await db.Set<T>().AsTracking().Where(x => ids.Contains(x.Id)).ToListAsync(ct)).ConvertAll(x => (Row: (TenantOwned)x, Root: x.Id));
        var (rows, kept) = (whole.ToList(), new HashSet<Guid>());
        await Walk(db, db.Model.FindEntityType(typeof(T))!, whole, rows, kept, ct);
        db.RemoveRange(rows.Where(r => !kept.Contains(r.Root)).Select(r => (object)r.Row));
        return kept;
    }

    private static async Task Walk(PlatformDb db, IEntityType type, List<(TenantOwned Row, Guid Root)> whole, List<(TenantOwned Row, Guid Root)> rows, HashSet<Guid> kept, CancellationToken ct)
    {
        if (whole.Count == 0) return;
        var roots = whole.ToDictionary(w => w.Row.Id, w => w.Root);
        foreach (var key in type.GetReferencingForeignKeys().Where(k => k.Properties is [_, _] && k.DeclaringEntityType.ClrType.IsAssignableTo(typeof(TenantOwned))))
        {
            var found = await Asking(key, key.DeclaringEntityType.ClrType).Pointing(db, [.. roots.Keys], ct);
            if (key.DeleteBehavior == DeleteBehavior.ClientCascade)
            {
                var parts = found.ConvertAll(f => (f.Row, roots[f.To]));
                rows.AddRange(parts);
                await Walk(db, key.DeclaringEntityType, parts, rows, kept, ct);
            }
            // A part may point at its neighbour: both go together.
            else kept.UnionWith(found.Where(f => rows.TrueForAll(r => r.Row != f.Row)).Select(f => roots[f.To]));
        }
    }

    private static Asked Asking(IForeignKey key, Type row) => (Asked)Activator.CreateInstance(typeof(Asked<>).MakeGenericType(row), key.Properties[1])!;

    private abstract class Asked
    {
        public abstract Task<List<(TenantOwned Row, Guid To)>> Pointing(PlatformDb db, List<Guid> ids, CancellationToken ct);
    }

    private sealed class Asked<TRow>(IProperty property) : Asked where TRow : TenantOwned
    {
        private readonly string name = property.Name;

        public override async Task<List<(TenantOwned Row, Guid To)>> Pointing(PlatformDb db, List<Guid> ids, CancellationToken ct)
        {
            var rows = db.Set<TRow>().AsTracking();
            rows = property.IsNullable ? rows.Where(r => ids.Contains(EF.Property<Guid?>(r, name)!.Value)) : rows.Where(r => ids.Contains(EF.Property<Guid>(r, name)));
            return (await rows.ToListAsync(ct)).ConvertAll(r => ((TenantOwned)r, (Guid)db.Entry(r).Property(name).CurrentValue!));
        }
    }
}
