using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

public static class PersonAddress
{
    /// <summary>The sheet says the new address where it said the former one; another address was written down for a reason, and stays.</summary>
    public static async Task Move(PlatformDb db, Guid personId, string former, string address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Set<Person>().AsTracking().SingleOrDefaultAsync(p => p.Id == personId && p.ErasedAt == null, ct) is { } person && string.Equals(person.Email, former, StringComparison.OrdinalIgnoreCase))
            person.Reach(address, person.Phone);
    }
}
