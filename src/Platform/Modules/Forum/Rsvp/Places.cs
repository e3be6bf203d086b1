using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>Who has a place: a guest takes one, and one for each person who comes along. Asked under a lock of the edition by whoever
/// gives or takes any, so that two answers at once never share the last one. On PostgreSQL the migration <c>ForumPlaces</c> holds to the same count.</summary>
internal sealed class Places(PlatformDb db, TellGuests tell, CurrentTenant tenant, TimeProvider clock)
{
    public static IQueryable<ForumGuest> Held(PlatformDb db, Guid editionId) =>
        db.Set<ForumGuest>().Where(g => g.EditionId == editionId && (g.State == GuestState.Accepted || g.State == GuestState.Attended || g.OfferUntil != null));

    /// <summary>In the order in which they will have a place.</summary>
    public static IOrderedQueryable<ForumGuest> Queue(PlatformDb db, Guid editionId) =>
        db.Set<ForumGuest>().Where(g => g.EditionId == editionId && g.State == GuestState.Waiting && g.WaitingSince != null && g.OfferUntil == null).OrderByDescending(g => g.Priority).ThenBy(g => g.WaitingSince).ThenBy(g => g.Id);

    /// <summary>Parts of the programme that guests choose beforehand: those that have a time, and are neither a pause nor a stand.</summary>
    public static IQueryable<ForumSession> Choosable(PlatformDb db, Guid editionId) =>
        db.Set<ForumSession>().Where(s => s.EditionId == editionId && s.StartMinute != null && s.Kind != SessionKind.Break && s.Kind != SessionKind.Stand);

    /// <param name="but">Whose own places are not counted.</param>
    /// <returns>Places left; below zero when the capacity was lowered; null without a limit.</returns>
    public async Task<int?> Free(ForumEdition edition, Guid? but, CancellationToken ct) =>
        edition.Capacity is { } capacity ? capacity - await Held(db, edition.Id).Where(g => g.Id != but).SumAsync(g => g.Seats, ct) : null;

    /// <summary>Places left in each session that has a limit.</summary>
    public async Task<Dictionary<Guid, int>> FreeIn(Guid editionId, Guid? but, CancellationToken ct)
    {
        var held = Held(db, editionId).Where(g => g.Id != but);
        return await Choosable(db, editionId).Select(s => new
        {
            s.Id, Capacity = s.Capacity ?? db.Set<ForumRoom>().Where(r => r.Id == s.RoomId).Select(r => r.Capacity).FirstOrDefault(),
            Taken = db.Set<ForumChoice>().Where(c => c.SessionId == s.Id).Join(held, c => c.GuestId, g => g.Id, (c, g) => g.Seats).Sum(),
        }).Where(s => s.Capacity != null).ToDictionaryAsync(s => s.Id, s => s.Capacity!.Value - s.Taken, ct);
    }

    /// <summary>Gives what is free to those who wait, in order; whoever needs more than there is lets the next one pass.
    /// After the lock, and after what freed the places is saved.</summary>
    /// <returns>How many moved.</returns>
    public async Task<int> Fill(ForumEdition edition, CancellationToken ct)
    {
        var today = tenant.Space.Today(clock);
        if (!edition.TakesAnswers(today)) return 0;
        var queue = await Queue(db, edition.Id).AsTracking().Include(g => g.Choices).Include(g => g.Tickets).AsSplitQuery().ToListAsync(ct);
        if (queue.Count == 0) return 0;
        var free = await Free(edition, null, ct) ?? int.MaxValue;
        var rooms = free > 0 ? await FreeIn(edition.Id, null, ct) : [];
        var moved = 0;
        foreach (var guest in queue.Where(g => g.Seats <= free))
        {
            if (guest.Seats > free) continue;
            free -= guest.Seats;
            moved++;
            // Chosen while there was no place at the forum: what is full by now is given up.
            var lost = GiveUp(guest, rooms);
            foreach (var choice in guest.Choices.Where(c => rooms.ContainsKey(c.SessionId))) rooms[choice.SessionId] -= guest.Seats;
            if (edition.Waiting == WaitingMode.Offer)
            {
                guest.Offer(Until(edition));
                tell.Offered(edition, guest, lost);
                continue;
            }
            guest.Say(GuestState.Accepted, today, guest.Note);
            tell.Promoted(edition, guest, lost);
        }
        return moved;
    }

    /// <summary>Sessions in which there is no room for all who come with this guest are chosen no more. Needs its choices.</summary>
    /// <param name="left">As <see cref="FreeIn"/> counts them, without this guest.</param>
    /// <returns>Whether there were any.</returns>
    public static bool GiveUp(ForumGuest guest, IReadOnlyDictionary<Guid, int> left)
    {
        var kept = guest.Choices.Select(c => c.SessionId).Where(s => !left.TryGetValue(s, out var free) || free >= guest.Seats).ToList();
        var lost = kept.Count < guest.Choices.Count;
        guest.Choose(kept);
        return lost;
    }

    /// <summary>How long a place is kept from now on: so many hours, and not beyond the day when answers close.</summary>
    public DateTimeOffset Until(ForumEdition edition)
    {
        var (until, end) = (clock.GetUtcNow().AddHours(edition.OfferHours), tenant.Space.Dawn(edition.AnswersUntil.AddDays(1)));
        return until < end ? until : end;
    }
}
