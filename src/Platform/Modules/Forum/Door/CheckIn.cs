using System.ComponentModel.DataAnnotations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Door;

/// <summary>What one device saw at the door: one guest at once, or all that waited while there was no network. Sent twice, it counts once; of two
/// devices that let the same guest in, the earlier one did.</summary>
public static class CheckIn
{
    public const int MostItems = 100;

    // Devices whose clock is wrong are put right by what they believe the time of sending to be; what is older than that is a mistake.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(3), Right = TimeSpan.FromSeconds(5);

    [Needs(ForumPermissions.Welcome)]
    public sealed record Command : ICommand<IReadOnlyList<Said>>
    {
        public Guid EditionId { get; set; }
        [Display(Name = "Appareil")] public string? Device { get; init; }
        /// <summary>By the device's clock, in milliseconds since 1970, as browsers count.</summary>
        public long? SentAt { get; init; }
        public List<Item> Items { get; init; } = [];
    }

    /// <summary>A ticket, a guest chosen by name, somebody who was not on the list, or an entry to undo.</summary>
    public sealed record Item
    {
        /// <summary>Made on the device. Empty from a page without script: its own.</summary>
        public Guid Nonce { get; set; }
        public long? At { get; init; }
        public string? Code { get; init; }
        public Guid? GuestId { get; init; }
        public Guid? SessionId { get; init; }
        [Display(Name = "Nom")] public string? Name { get; init; }
        [Display(Name = "Organisation")] public string? Organisation { get; init; }
        [Display(Name = "Adresse électronique")] public string? Email { get; init; }
        /// <summary>Who comes in now, the guest included; null: all who were announced.</summary>
        [Display(Name = "Personnes")] public int? Heads { get; init; }
        public bool IsForced { get; init; }
        /// <summary>The try to undo, by its nonce.</summary>
        public Guid? Undo { get; init; }
    }

    /// <param name="At">When the guest first came in, for who is there.</param>
    public sealed record Said(Guid Nonce, Entry Answer, Guid? GuestId, DateTimeOffset? At, int Heads, bool IsUndone);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Device).IsLine(ForumArrival.DeviceLength);
            RuleFor(c => c.Items).Must(i => i.Count is > 0 and <= MostItems);
            RuleForEach(c => c.Items).ChildRules(item =>
            {
                item.RuleFor(i => i.Name).NotEmpty().WithMessage("Écrivez le nom de la personne.").When(i => i.Code is null && i.GuestId is null && i.Undo is null);
                item.RuleFor(i => i.Name).IsLine(ForumGuest.NameLength);
                item.RuleFor(i => i.Organisation).IsLine(ForumGuest.OrganisationLength);
                item.RuleFor(i => i.Email).IsEmail(ForumGuest.EmailLength);
                item.RuleFor(i => i.Heads).InclusiveBetween(1, ForumArrival.MostHeads);
            });
        }
    }

    internal sealed class Handler(PlatformDb db, CurrentUser user, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<Said>>
    {
        private readonly List<ForumArrival> tries = [];
        private readonly List<ForumGuest> guests = [];

        public async Task<IReadOnlyList<Said>> Handle(Command c, CancellationToken ct)
        {
            // Two devices at once: the second sees what the first did.
            await db.Lock<ForumEdition>(c.EditionId, ct);
            var edition = await ForumEdition.Of(db, c.EditionId, ct);
            if (edition.CancelledOn is not null) throw new RuleViolation("edition.cancelled");
            foreach (var item in c.Items.Where(i => i.Nonce == Guid.Empty)) item.Nonce = Guid.CreateVersion7();
            var tickets = await Load(c, ct);
            var (now, said) = (clock.GetUtcNow(), new List<Said>(c.Items.Count));
            foreach (var item in c.Items) said.Add(One(c, item, tickets, now));
            return said;
        }

        /// <returns>The tickets that were shown, of whatever edition.</returns>
        private async Task<Dictionary<string, ForumTicket>> Load(Command c, CancellationToken ct)
        {
            var codes = c.Items.Select(i => TicketCode.Read(i.Code)).OfType<string>().Distinct().ToList();
            var tickets = codes.Count == 0 ? [] : await db.Set<ForumTicket>().AsNoTracking().Where(t => codes.Contains(t.Code)).ToListAsync(ct);
            var named = c.Items.Select(i => i.GuestId).OfType<Guid>().Distinct().ToList();
            var nonces = c.Items.SelectMany(i => new[] { i.Nonce, i.Undo ?? i.Nonce }).Distinct().ToList();
            var addresses = c.Items.Where(i => i.Email is not null).Select(i => ForumGuest.Key(i.Email!)).Distinct().ToList();
            var wanted = tickets.Where(t => t.EditionId == c.EditionId).Select(t => t.GuestId).Concat(named).ToList();
            guests.AddRange(await db.Set<ForumGuest>().AsTracking().Where(g => g.EditionId == c.EditionId
                && (wanted.Contains(g.Id) || addresses.Contains(g.EmailKey) || db.Set<ForumArrival>().Any(a => a.GuestId == g.Id && nonces.Contains(a.Nonce)))).ToListAsync(ct));
            if (named.Exists(id => guests.TrueForAll(g => g.Id != id))) throw new NotFound(nameof(ForumGuest));
            var ids = guests.ConvertAll(g => (Guid?)g.Id);
            tries.AddRange(await db.Set<ForumArrival>().AsTracking().Where(a => nonces.Contains(a.Nonce) || (ids.Contains(a.GuestId) && a.Answer == Entry.In && a.UndoneAt == null)).ToListAsync(ct));
            var sessions = c.Items.Select(i => i.SessionId).OfType<Guid>().Distinct().ToList();
            if (sessions.Count > 0 && await db.Set<ForumSession>().CountAsync(s => s.EditionId == c.EditionId && sessions.Contains(s.Id), ct) < sessions.Count) throw new NotFound(nameof(ForumSession));
            return tickets.ToDictionary(t => t.Code, StringComparer.Ordinal);
        }

        private Said One(Command c, Item item, Dictionary<string, ForumTicket> tickets, DateTimeOffset now)
        {
            if (item.Undo is { } wrong) return Undo(c, item, wrong, now);
            if (tries.Find(a => a.Nonce == item.Nonce) is { } known) return Tell(known);
            var attempt = Keep(new ForumArrival(c.EditionId, item.Nonce, item.SessionId, At(c, item, now), now, c.Device, user.AccountId, user.Name));
            var ticket = TicketCode.Read(item.Code) is { } code ? tickets.GetValueOrDefault(code) : null;
            if (item.Code is not null && ticket is null) return Tell(attempt.Refuse(Entry.Unknown, null, item.Code));
            if (ticket is not null && ticket.EditionId != c.EditionId) return Tell(attempt.Refuse(Entry.Elsewhere, null, item.Code));
            var guest = ticket is not null ? guests.Find(g => g.Id == ticket.GuestId)! : item.GuestId is { } id ? guests.Find(g => g.Id == id)! : WalkIn(c, item);
            return Tell(Enter(attempt, guest, item, isForced: item.IsForced || (ticket is null && item.GuestId is null)));
        }

        private ForumArrival Enter(ForumArrival attempt, ForumGuest guest, Item item, bool isForced)
        {
            var there = tries.FindAll(a => a != attempt && a.Counts && a.GuestId == guest.Id && a.SessionId == attempt.SessionId);
            var (heads, left) = (there.Sum(a => a.Heads), guest.Seats - there.Sum(a => a.Heads));
            if (there.MinBy(a => a.At) is { } first)
            {
                // Those who were announced and come after the others.
                if (isForced && item.Heads is { } more && left > 0) attempt.Enter(guest.Id, Math.Min(more, left), true);
                else if (attempt.At < first.At)
                {
                    attempt.Enter(guest.Id, heads, first.IsForced);
                    there.ForEach(a => a.ComeSecond());
                }
                else attempt.Refuse(Entry.Already, guest.Id, null);
            }
            else if (isForced || guest.ArrivedAt is not null) attempt.Enter(guest.Id, item.Heads ?? guest.Seats, isForced);
            else if (DoorWords.Expected(guest.State) is not Entry.In and var refused) attempt.Refuse(refused, guest.Id, null);
            else attempt.Enter(guest.Id, item.Heads ?? guest.Seats, false);
            // Whoever is in a room has passed the door, whether anybody saw it or not.
            if (attempt.Counts && attempt.SessionId is not null && !tries.Exists(a => a.Counts && a.GuestId == guest.Id && a.SessionId is null))
                Keep(new ForumArrival(attempt.EditionId, Guid.CreateVersion7(), null, attempt.At, attempt.ReceivedAt, attempt.Device, user.AccountId, user.Name)).Enter(guest.Id, attempt.Heads, isForced);
            Settle(guest);
            return attempt;
        }

        private ForumGuest WalkIn(Command c, Item item)
        {
            var key = item.Email is { } email ? ForumGuest.Key(email) : null;
            if (key is not null && guests.Find(g => g.EmailKey == key) is { } invited) return invited;
            var guest = new ForumGuest(c.EditionId, item.Email ?? "", item.Name, item.Organisation, null, null, null, GuestSource.OnSite);
            guest.Say(GuestState.Accepted, tenant.Space.Today(clock), null);
            db.Add(guest);
            guests.Add(guest);
            return guest;
        }

        private Said Undo(Command c, Item item, Guid nonce, DateTimeOffset now)
        {
            if (tries.Find(a => a.Nonce == nonce && a.EditionId == c.EditionId) is not { GuestId: { } id } wrong) return new(item.Nonce, Entry.Unknown, null, null, 0, false);
            if (wrong.UndoneAt is null) wrong.Undo(now, user.AccountId, user.Name);
            var guest = guests.Find(g => g.Id == id)!;
            Settle(guest);
            // Nobody had invited who was entered on the spot: a slip leaves nobody expected.
            if (guest is { ArrivedAt: null, Source: GuestSource.OnSite }) guest.Say(GuestState.Cancelled, tenant.Space.Today(clock), guest.Note);
            return Tell(wrong);
        }

        private void Settle(ForumGuest guest) => guest.Arrive(tries.Where(a => a.Counts && a.GuestId == guest.Id).Min(a => (DateTimeOffset?)a.At));

        private Said Tell(ForumArrival attempt)
        {
            var since = tries.Where(a => a.Counts && a.GuestId == attempt.GuestId && a.SessionId == attempt.SessionId && a.GuestId is not null).Min(a => (DateTimeOffset?)a.At);
            return new(attempt.Nonce, attempt.Answer, attempt.GuestId, since, attempt.Heads, attempt.UndoneAt is not null);
        }

        private ForumArrival Keep(ForumArrival attempt)
        {
            db.Add(attempt);
            tries.Add(attempt);
            return attempt;
        }

        private static DateTimeOffset At(Command c, Item item, DateTimeOffset now)
        {
            if (item.At is not { } at || c.SentAt is not { } sent) return now;
            var (ago, wrong) = (Math.Clamp((double)sent - at, 0, Oldest.TotalMilliseconds), now.ToUnixTimeMilliseconds() - (double)sent);
            return (Math.Abs(wrong) < Right.TotalMilliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(sent) : now).AddMilliseconds(-ago);
        }
    }
}
