using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Forum.Invitations;

namespace Platform.Modules.Forum.Contract;

public static class ForumGuests
{
    /// <summary>Takes an erased person out of every guest list: that somebody was invited, and what they answered, stays.</summary>
    public static async Task Forget(PlatformDb db, Guid personId, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = addresses.Select(ForumGuest.Key).ToList();
        foreach (var guest in await db.Set<ForumGuest>().AsTracking().Where(g => g.PersonId == personId || keys.Contains(g.EmailKey)).ToListAsync(ct)) guest.Forget();
    }
}
