using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Door;

/// <summary>The door of an edition: who is expected, who is there. Names only, no address: that is all a helper needs.</summary>
public static class ShowDoor
{
    public const int MostMatches = 12, Recent = 6;

    /// <param name="Words">A name, an organisation.</param>
    /// <param name="SessionId">Counted apart from the door.</param>
    /// <param name="Said">Nonce of the try whose answer is shown.</param>
    [Needs(ForumPermissions.Welcome)]
    public sealed record Query(Guid EditionId, string? Words, Guid? SessionId, Guid? Said) : IRequest<Answer>;

    /// <summary>What a telephone keeps to go on without network, or what changed since it last asked.</summary>
    /// <param name="Since">In milliseconds since 1970; null: everybody.</param>
    [Needs(ForumPermissions.Welcome)]
    public sealed record List(Guid EditionId, long? Since) : IRequest<Cached>;

    public sealed record Answer(Guid Id, string Title, DateOnly StartsOn, DateOnly EndsOn, DateOnly Today, bool IsOpen, IReadOnlyList<Session> Sessions, Session? Chosen, Counts Counts, IReadOnlyList<Guest> Matches, Told? Told, IReadOnlyList<Told> Recent)
    {
        public bool IsDay => Today >= StartsOn && Today <= EndsOn;
    }

    public sealed record Session(Guid Id, string Title);

    /// <param name="Heads">Inside, companions included.</param>
    /// <param name="Guests">Inside, without them.</param>
    /// <param name="Expected">Who said they would come and is not there, companions included.</param>
    /// <param name="Refused">Tries that let nobody in.</param>
    public sealed record Counts(int Heads, int Guests, int Expected, int Refused, IReadOnlyDictionary<Guid, int> BySession);

    public sealed record Guest(Guid Id, string Name, string? Organisation, GuestState State, Entry Expected, DateTimeOffset? ArrivedAt, int Heads, IReadOnlyList<string> Companions, string? Needs);

    public sealed record Told(Guid Nonce, Entry Answer, DateTimeOffset At, bool IsUndone, int Heads, Guest? Guest, string? Session);

    /// <param name="Until">To be asked from next time.</param>
    public sealed record Cached(long Until, Counts Counts, IReadOnlyList<Line> Guests);

    /// <param name="Print">Of the ticket, see <see cref="TicketCode.Print"/>.</param>
    public sealed record Line(Guid Id, string Name, string Key, string? Organisation, Entry Expected, long? ArrivedAt, int Heads, IReadOnlyList<string> Companions, string? Needs, string? Print);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<List, Cached>
    {
        // A look that began before another device's try was saved sees it the next time.
        private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == query.EditionId).Select(e => new
            {
                e.Title, e.StartsOn, e.EndsOn, e.CancelledOn,
                Sessions = db.Set<ForumSession>().Where(s => s.EditionId == e.Id && s.StartMinute != null && s.Kind != SessionKind.Break).OrderBy(s => s.Day).ThenBy(s => s.StartMinute).ThenBy(s => s.Title).Select(s => new Session(s.Id, s.Title)).ToList(),
            }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var chosen = edition.Sessions.Find(s => s.Id == query.SessionId);
            var tries = db.Set<ForumArrival>().Where(a => a.EditionId == query.EditionId);
            var said = query.Said is { } nonce ? await tries.AsNoTracking().SingleOrDefaultAsync(a => a.Nonce == nonce, ct) : null;
            var recent = await tries.AsNoTracking().Where(a => a.Answer == Entry.In && a.SessionId == query.SessionId).OrderByDescending(a => a.ReceivedAt).ThenByDescending(a => a.Id).Take(Recent).ToListAsync(ct);
            var shown = recent.Append(said).Select(a => a?.GuestId).OfType<Guid>().Distinct().ToList();
            var words = Folding.Words(query.Words);
            var known = await Read(db.Set<ForumGuest>().Where(g => shown.Contains(g.Id)), ct);
            var matches = words.Count == 0 ? [] : await Read(words.Aggregate(db.Set<ForumGuest>().Where(g => g.EditionId == query.EditionId), (found, word) => found.Where(g => g.SearchKey.Contains(word))).OrderBy(g => g.NameKey).ThenBy(g => g.Id).Take(MostMatches), ct);
            return new(query.EditionId, edition.Title, edition.StartsOn, edition.EndsOn, tenant.Space.Today(clock), edition.CancelledOn is null, edition.Sessions, chosen, await Count(query.EditionId, ct),
                matches, said is null ? null : Tell(said), recent.ConvertAll(Tell));

            Told Tell(ForumArrival a) => new(a.Nonce, a.Answer, a.At, a.UndoneAt is not null, a.Heads, known.Find(g => g.Id == a.GuestId), edition.Sessions.Find(s => s.Id == a.SessionId)?.Title);
        }

        public async Task<Cached> Handle(List list, CancellationToken ct)
        {
            if (!await db.Set<ForumEdition>().AnyAsync(e => e.Id == list.EditionId, ct)) throw new NotFound(nameof(ForumEdition));
            var until = clock.GetUtcNow() - Overlap;
            var guests = db.Set<ForumGuest>().Where(g => g.EditionId == list.EditionId);
            if (list.Since is { } since and > 0 && since < until.ToUnixTimeMilliseconds())
            {
                var from = DateTimeOffset.FromUnixTimeMilliseconds(since);
                guests = guests.Where(g => db.Set<ForumArrival>().Any(a => a.GuestId == g.Id && (a.ReceivedAt >= from || a.UndoneAt >= from)));
            }
            var rows = await Read(guests.OrderBy(g => g.NameKey).ThenBy(g => g.Id).Take(ForumGuest.Most), ct);
            var ids = rows.ConvertAll(r => r.Id);
            var prints = await db.Set<ForumTicket>().Where(t => t.EditionId == list.EditionId && (list.Since == null || ids.Contains(t.GuestId))).ToDictionaryAsync(t => t.GuestId, t => t.Code, ct);
            return new(until.ToUnixTimeMilliseconds(), await Count(list.EditionId, ct), rows.ConvertAll(r => new Line(r.Id, r.Name, Folding.Key($"{r.Name} {r.Organisation}", ForumGuest.SearchLength), r.Organisation, r.Expected,
                r.ArrivedAt?.ToUnixTimeMilliseconds(), r.Heads, r.Companions, r.Needs, prints.GetValueOrDefault(r.Id) is { } code ? TicketCode.Print(code) : null)));
        }

        private async Task<Counts> Count(Guid editionId, CancellationToken ct)
        {
            var tries = await db.Set<ForumArrival>().Where(a => a.EditionId == editionId && a.UndoneAt == null).GroupBy(a => new { a.SessionId, a.Answer })
                .Select(g => new { g.Key.SessionId, g.Key.Answer, Heads = g.Sum(a => a.Heads), Tries = g.Count() }).ToListAsync(ct);
            var guests = await db.Set<ForumGuest>().Where(g => g.EditionId == editionId && (g.State == GuestState.Accepted || g.State == GuestState.Attended)).GroupBy(g => g.State)
                .Select(g => new { State = g.Key, Guests = g.Count(), Seats = g.Sum(x => x.Seats) }).ToDictionaryAsync(g => g.State, ct);
            return new(tries.Where(t => t.SessionId == null && t.Answer == Entry.In).Sum(t => t.Heads), guests.GetValueOrDefault(GuestState.Attended)?.Guests ?? 0, guests.GetValueOrDefault(GuestState.Accepted)?.Seats ?? 0,
                tries.Where(t => t.Answer is not (Entry.In or Entry.Already)).Sum(t => t.Tries), tries.Where(t => t.SessionId != null && t.Answer == Entry.In).ToDictionary(t => t.SessionId!.Value, t => t.Heads));
        }

        private static async Task<List<Guest>> Read(IQueryable<ForumGuest> guests, CancellationToken ct) =>
            (await guests.Select(g => new { g.Id, g.Name, g.Organisation, g.State, g.ArrivedAt, g.Needs, g.Seats, Companions = g.Companions.OrderBy(c => c.Position).Select(c => c.Name).ToList() }).ToListAsync(ct))
                .ConvertAll(g => new Guest(g.Id, g.Name ?? "Sans nom", g.Organisation, g.State, DoorWords.Expected(g.State), g.ArrivedAt, g.Seats, g.Companions, g.Needs));
    }
}
