using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Stands;

namespace Platform.Modules.Forum.Contract;

public static class ForumGuests
{
    /// <summary>Takes an erased person out of every guest list, whether invited by the sheet, by the address or by the name: that somebody was invited,
    /// and what they answered, stays.</summary>
    public static async Task Forget(PlatformDb db, Guid personId, IReadOnlyCollection<string> names, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(names);
        var (keys, called) = (addresses.Select(ForumGuest.Key).ToList(), names.Select(n => Folding.Key(n)).Where(n => n.Contains(' ')).ToList());
        var guests = await db.Set<ForumGuest>().AsTracking().Include(g => g.Companions).Where(g => g.PersonId == personId || keys.Contains(g.EmailKey) || called.Contains(g.NameKey)).ToListAsync(ct);
        foreach (var guest in guests) guest.Forget();
        await PersonalLink.ForgetAbout(db, guests.ConvertAll(g => g.Id), ct);
        var asked = await db.Set<StandRequest>().Select(r => new { r.Id, r.Name, r.Email }).ToListAsync(ct);
        var theirs = asked.Where(r => (r.Email is not null && keys.Contains(r.Email)) || called.Contains(Folding.Key(r.Name))).Select(r => r.Id).ToList();
        foreach (var request in await db.Set<StandRequest>().AsTracking().Where(r => theirs.Contains(r.Id)).ToListAsync(ct)) request.Forget();
    }
}
