using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Coalitions;

internal static class CoalitionChange
{
    /// <summary>The coalition with the parts that are about to change. Its version counts their changes too: of two people at once
    /// the second one is told, or the terms of two facilitators could overlap.</summary>
    public static async Task<Coalition> ToChange(this PlatformDb db, Guid id, Func<IQueryable<Coalition>, IQueryable<Coalition>> with, CancellationToken ct)
    {
        var coalition = await with(db.Set<Coalition>().AsTracking()).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct)
            ?? throw new NotFound(nameof(Coalition));
        db.Entry(coalition).Property(c => c.Version).IsModified = true;
        return coalition;
    }
}
