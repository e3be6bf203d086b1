using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Shared.Calendars;

namespace Platform.Modules.Forum.Programme;

/// <summary>An edition as calendars hold it: its sessions, or, until there are some, its first day.</summary>
internal static class ProgrammeEntries
{
    /// <param name="address">The page of the edition, for members or for everybody.</param>
    public static async Task<IReadOnlyList<CalendarEntry>> Read(PlatformDb db, Guid id, string? address, bool onlyPublic, CancellationToken ct)
    {
        var e = await db.Set<ForumEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && (!onlyPublic || e.IsPublic), ct) ?? throw new NotFound(nameof(ForumEdition));
        var sessions = await db.Set<ForumSession>().Where(s => s.EditionId == id && s.StartMinute != null).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Id).Take(ForumSession.Most)
            .Select(s => new { s.Id, s.Sequence, s.Title, s.Day, s.StartMinute, s.EndMinute, Room = db.Set<ForumRoom>().Where(r => r.Id == s.RoomId).Select(r => r.Name).FirstOrDefault() }).ToListAsync(ct);
        if (sessions.Count == 0) return [EditionWords.Entry(e.Id, e.Sequence, e.Title, e.StartsOn, e.StartMinute, e.EndMinute, Where(e, null), e.CancelledOn is not null, address)];
        // Both sequences only grow, so their sum does: a session moves by itself or with its edition.
        return sessions.ConvertAll(s => EditionWords.Entry(s.Id, e.Sequence + s.Sequence, s.Title, e.StartsOn.AddDays(s.Day), s.StartMinute, s.EndMinute, Where(e, s.Room), e.CancelledOn is not null, address));
    }

    private static string? Where(ForumEdition e, string? room) => string.Join(", ", new[] { room, e.Place, e.Address }.OfType<string>()) is { Length: > 0 } where ? where : null;
}
