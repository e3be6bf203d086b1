using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Rsvp;

/// <summary>Offers that nobody took pass to the next in the queue, and registrations that nobody confirmed are forgotten. Run twice, it does nothing more.</summary>
public static class PassPlaces
{
    /// <summary>How long a registration waits to be confirmed.</summary>
    public static readonly TimeSpan Unconfirmed = TimeSpan.FromDays(7);

    [System]
    public sealed record Command : ICommand<int>;

    internal sealed class Handler(PlatformDb db, Places places, TellGuests tell, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum)) return 0;
            var now = clock.GetUtcNow();
            var late = await db.Set<ForumGuest>().Where(g => g.OfferUntil < now).Select(g => g.EditionId).Distinct().Order().ToListAsync(ct);
            var moved = 0;
            foreach (var id in late)
            {
                await db.Lock<ForumEdition>(id, ct);
                var edition = await db.Set<ForumEdition>().AsNoTracking().SingleAsync(e => e.Id == id, ct);
                foreach (var guest in await db.Set<ForumGuest>().AsTracking().Where(g => g.EditionId == id && g.OfferUntil < now).ToListAsync(ct))
                {
                    guest.Lapse();
                    if (edition.TakesAnswers(tenant.Space.Today(clock))) tell.Lapsed(edition, guest);
                    moved++;
                }
                await db.SaveChangesAsync(ct);
                await places.Fill(edition, ct);
            }
            return moved + await Forget(now - Unconfirmed, ct);
        }

        private async Task<int> Forget(DateTimeOffset before, CancellationToken ct)
        {
            var old = await db.Set<ForumGuest>().AsTracking().Include(g => g.Companions).Where(g => g.State == GuestState.Unconfirmed && g.InvitedAt < before).ToListAsync(ct);
            db.RemoveRange(old);
            return old.Count;
        }
    }
}
