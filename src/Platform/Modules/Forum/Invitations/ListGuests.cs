using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

/// <summary>The guests of an edition, by name. For the organisers: addresses are nobody else's business.</summary>
public static class ListGuests
{
    [Needs(ForumPermissions.Organise)]
    public sealed record Query(GuestFilter Filter, string? Cursor = null, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>;

    [Needs(ForumPermissions.Organise)]
    public sealed record Export(Query Of, ListFile To) : IRequest<int>;

    /// <param name="States">Guests and their places, of all the guests whatever the filter.</param>
    /// <param name="Held">Places that are taken, or kept for somebody.</param>
    /// <param name="Meals">Of those who come.</param>
    /// <param name="Queue">The first of those who wait, in order.</param>
    public sealed record Answer(string Title, bool IsOpen, int? Capacity, int Held, int Meals, PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, IReadOnlyDictionary<GuestState, (int Guests, int Seats, int Reached)> States, IReadOnlyList<Waiting> Queue)
    {
        public int Of(params IEnumerable<GuestState> states) => states.Sum(s => States.GetValueOrDefault(s).Guests);
        public int All => States.Where(s => s.Key is not (GuestState.Cancelled or GuestState.Unconfirmed)).Sum(s => s.Value.Guests);
        /// <summary>People, with those who come along.</summary>
        public int Coming => States.GetValueOrDefault(GuestState.Accepted).Seats + States.GetValueOrDefault(GuestState.Attended).Seats;
        /// <summary>Who can be written to: an erased person has no address.</summary>
        public int Drafts => States.GetValueOrDefault(GuestState.Draft).Reached;
        public int Silent => States.GetValueOrDefault(GuestState.Sent).Reached;
        public int TooMany => Capacity is { } places && Held > places ? Held - places : 0;
    }

    public sealed record Waiting(Guid Id, string Shown, int Seats, int Priority, DateTimeOffset? Since, DateTimeOffset? OfferUntil);

    public sealed record Row(Guid Id, string? Name, string Email, string? Organisation, string? Group, GuestState State, GuestSource Source, DateTimeOffset? InvitedAt, DateOnly? AnsweredOn, string? Note, string? Trouble, string NameKey,
        int Seats, IReadOnlyList<string> Companions, bool? Meal, string? Needs, IReadOnlyList<string> Sessions, int Priority, DateTimeOffset? WaitingSince)
    {
        public string Shown => Name ?? Email;
    }

    private const int MostWaiting = 20;

    public static IReadOnlyList<Column<Row>> Columns(Space space) =>
    [
        new("nom", "Nom", r => r.Shown),
        new("organisation", "Organisation", r => r.Organisation) { Usual = true },
        new("adresse", "Adresse électronique", r => r.Email),
        new("etat", "Réponse", r => EnumNames.Of(r.State)) { Usual = true },
        new("groupe", "Groupe", r => r.Group) { Usual = true },
        new("titre", "Au titre de", r => r.Source == GuestSource.None ? [] : Enum.GetValues<GuestSource>().Where(s => s != GuestSource.None && r.Source.HasFlag(s)).Select(s => EnumNames.Of(s))),
        new("envoi", "Invitation du", r => r.InvitedAt is { } at ? space.On(at) : null, ColumnKind.Date),
        new("reponse", "Répondu le", r => r.AnsweredOn, ColumnKind.Date),
        new("places", "Places", r => r.Seats),
        new("accompagnants", "Accompagné de", r => r.Companions),
        new("repas", "Repas", r => r.Meal),
        new("besoins", "Besoins", r => r.Needs),
        new("seances", "Séances", r => r.Sessions),
        new("note", "Note", r => r.Note),
        new("attente", "En attente depuis", r => r.WaitingSince is { } at ? space.On(at) : null, ColumnKind.Date),
        new("priorite", "Priorité", r => r.Priority == 0 ? null : r.Priority),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == filter.EditionId).Select(e => new { e.Title, e.CancelledOn, e.Capacity }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var rows = await Rows(filter.Apply(db).After(g => g.NameKey, g => g.Id, false, query.Cursor, query.Size)).AsSingleQuery().ToListAsync(ct);
            var counts = await Counts(filter, ct);
            var all = filter.Words is null ? counts : await Counts(new GuestFilter(filter.EditionId), ct);
            var groups = await db.Set<ForumGroup>().Where(g => g.EditionId == filter.EditionId).OrderBy(g => g.NameKey).Select(g => new { g.Id, g.Name }).ToListAsync(ct);
            Facet[] facets =
            [
                new("etat", "Réponse", [.. Enum.GetValues<GuestState>().Select(s => new FacetValue(EnumNames.Slug(s), EnumNames.Of(s), counts.Where(c => c.State == s && filter.Shows(c.GroupId)).Sum(c => c.Guests), filter.States.Contains(s))).Where(v => v.Count > 0 || v.Chosen)]),
                new("groupe", "Groupe", [.. groups.Select(g => new FacetValue(g.Id.ToString(), g.Name, counts.Where(c => c.GroupId == g.Id && filter.Shows(c.State)).Sum(c => c.Guests), filter.Groups.Contains(g.Id))).Where(v => v.Count > 0 || v.Chosen)]),
            ];
            var total = counts.Where(c => filter.Shows(c.State) && filter.Shows(c.GroupId)).Sum(c => c.Guests);
            var queue = all.Exists(c => c.State == GuestState.Waiting) ? await Waits(filter.EditionId, ct) : [];
            return new(edition.Title, edition.CancelledOn is null, edition.Capacity, all.Sum(c => c.Held), all.Sum(c => c.Meals), rows.Page(r => r.NameKey, r => r.Id, total, query.Size), facets, new ListColumns<Row>(Columns(tenant.Space), query.Columns),
                all.GroupBy(c => c.State).ToDictionary(g => g.Key, g => (g.Sum(c => c.Guests), g.Sum(c => c.Seats), g.Sum(c => c.Reached))), queue);
        }

        /// <summary>First those to whom a place is offered, then the queue, then those who let an offer go by.</summary>
        private Task<List<Waiting>> Waits(Guid editionId, CancellationToken ct) => db.Set<ForumGuest>().Where(g => g.EditionId == editionId && g.State == GuestState.Waiting)
            .OrderBy(g => g.OfferUntil == null).ThenBy(g => g.WaitingSince == null).ThenByDescending(g => g.Priority).ThenBy(g => g.WaitingSince).ThenBy(g => g.Id).Take(MostWaiting)
            .Select(g => new Waiting(g.Id, g.Name ?? g.Email, g.Seats, g.Priority, g.WaitingSince, g.OfferUntil)).ToListAsync(ct);

        private sealed record CountOf(GuestState State, Guid? GroupId, int Guests, int Reached, int Seats, int Held, int Meals);

        private Task<List<CountOf>> Counts(GuestFilter filter, CancellationToken ct) => filter.Apply(db, states: false, groups: false).GroupBy(g => new { g.State, g.GroupId })
            .Select(g => new CountOf(g.Key.State, g.Key.GroupId, g.Count(), g.Sum(x => x.Email == "" ? 0 : 1), g.Sum(x => x.Seats), g.Sum(x => x.State == GuestState.Accepted || x.State == GuestState.Attended || x.OfferUntil != null ? x.Seats : 0),
                g.Sum(x => x.Meal == true && (x.State == GuestState.Accepted || x.State == GuestState.Attended) ? x.Seats : 0))).ToListAsync(ct);

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            if (!await db.Set<ForumEdition>().AnyAsync(e => e.Id == export.Of.Filter.EditionId, ct)) throw new NotFound(nameof(ForumEdition));
            var found = export.Of.Filter.Apply(db).OrderBy(g => g.NameKey).ThenBy(g => g.Id);
            return await export.To.Write("Invités", tenant.Space, tenant.Space.Today(clock), new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile,
                ListFile.InOrder<Row>(await found.Select(g => g.Id).ToListAsync(ct), async ids => await Rows(db.Set<ForumGuest>().AsNoTracking().Where(g => ids.Contains(g.Id))).AsSingleQuery().ToListAsync(ct), r => r.Id), ct);
        }

        private IQueryable<Row> Rows(IQueryable<ForumGuest> guests) => guests.Select(g => new Row(g.Id, g.Name, g.Email, g.Organisation, db.Set<ForumGroup>().Where(x => x.Id == g.GroupId).Select(x => x.Name).FirstOrDefault(),
            g.State, g.Source, g.InvitedAt, g.AnsweredOn, g.Note, g.Trouble, g.NameKey,
            g.Seats, g.Companions.OrderBy(c => c.Position).Select(c => c.Name).ToList(), g.Meal, g.Needs, g.Choices.Select(c => db.Set<ForumSession>().Where(x => x.Id == c.SessionId).Select(x => x.Title).First()).ToList(), g.Priority, g.WaitingSince));
    }
}
