using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Forum.Tickets;

internal static class Tickets
{
    /// <summary>The code that the guest shows at the door; null for who does not come. A ticket that was just made and is not stored yet is found too.</summary>
    public static async Task<string?> Of(PlatformDb db, Guid guestId, CancellationToken ct) =>
        db.Set<ForumTicket>().Local.FirstOrDefault(t => t.GuestId == guestId)?.Code ?? await db.Set<ForumTicket>().Where(t => t.GuestId == guestId).Select(t => t.Code).SingleOrDefaultAsync(ct);
}
