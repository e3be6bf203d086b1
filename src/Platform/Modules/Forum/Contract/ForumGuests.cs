using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Stands;

namespace Platform.Modules.Forum.Contract;

public static class ForumGuests
{
    /// <summary>Takes an erased person out of every guest list: that somebody was invited, and what they answered, stays.</summary>
    public static async Task Forget(PlatformDb db, Guid personId, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = addresses.Select(ForumGuest.Key).ToList();
        var guests = await db.Set<ForumGuest>().AsTracking().Include(g => g.Companions).Where(g => g.PersonId == personId || keys.Contains(g.EmailKey)).ToListAsync(ct);
        foreach (var guest in guests) guest.Forget();
        await PersonalLink.ForgetAbout(db, guests.ConvertAll(g => g.Id), ct);
        foreach (var request in await db.Set<StandRequest>().AsTracking().Where(r => r.Email != null && keys.Contains(r.Email)).ToListAsync(ct)) request.Forget();
    }
}
