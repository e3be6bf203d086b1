using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Closing;

/// <summary>Some months after an edition nobody needs to know who was there: names, addresses, notes, what was written in free words, links and mails go.
/// How many came, why, from which organisation and group stays. Run twice, it finds nothing more.</summary>
public static class PurgeGuests
{
    [System]
    public sealed record Command : ICommand<int>;

    private const int AtOnce = 500;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, int>
    {
        /// <returns>How many guests have no name any more.</returns>
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            // The day itself is computed below: a month's end does not fold back on the same day.
            var from = today.AddMonths(-tenant.Space.GuestMonths).AddDays(3);
            var due = (await db.Set<ForumEdition>().AsTracking().Where(e => e.PurgedOn == null && e.EndsOn <= from).ToListAsync(ct)).FindAll(e => e.NamesUntil(tenant.Space.GuestMonths) <= today);
            var purged = 0;
            foreach (var edition in due)
            {
                foreach (var some in (await db.Set<ForumGuest>().Where(g => g.EditionId == edition.Id).Select(g => g.Id).ToListAsync(ct)).Chunk(AtOnce)) purged += await Forget(some, ct);
                foreach (var mark in await db.Set<ForumMark>().AsTracking().Where(m => m.Words != null && db.Set<ForumOpinion>().Any(o => o.Id == m.OpinionId && o.EditionId == edition.Id)).ToListAsync(ct)) mark.Forget();
                var requests = await db.Set<StandRequest>().AsTracking().Where(r => r.EditionId == edition.Id && r.Name != Erased.Name).ToListAsync(ct);
                foreach (var request in requests) request.Forget();
                await Mail.ForgetAbout(db, requests.ConvertAll(r => r.Id), ct);
                edition.Purge(today);
            }
            return purged;
        }

        private async Task<int> Forget(IReadOnlyList<Guid> ids, CancellationToken ct)
        {
            var guests = await db.Set<ForumGuest>().AsTracking().Include(g => g.Companions).Where(g => ids.Contains(g.Id)).ToListAsync(ct);
            foreach (var guest in guests) guest.Forget();
            await Mail.ForgetAbout(db, ids, ct);
            await PersonalLink.ForgetAbout(db, ids, ct);
            await db.SaveChangesAsync(ct);
            foreach (var guest in guests) db.Entry(guest).State = EntityState.Detached;
            return guests.Count;
        }
    }
}
