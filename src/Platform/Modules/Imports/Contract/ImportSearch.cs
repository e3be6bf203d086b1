using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Imports.Contract;

public static class ImportSearch
{
    /// <summary>Those of the identifiers that are rows of this space.</summary>
    public static async Task<ILookup<string, Guid>> ById<T>(PlatformDb db, IReadOnlyCollection<string> values, CancellationToken ct) where T : TenantOwned
    {
        var ids = values.Select(Guid.Parse).ToList();
        return (await db.Set<T>().Where(x => ids.Contains(x.Id)).Select(x => x.Id).ToListAsync(ct)).ToLookup(id => id.ToString());
    }
}
