using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Editions;
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

    /// <param name="States">Of all the guests, whatever the filter.</param>
    public sealed record Answer(string Title, bool IsOpen, int? Capacity, PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, IReadOnlyDictionary<GuestState, int> States)
    {
        public int Of(params IEnumerable<GuestState> states) => states.Sum(s => States.GetValueOrDefault(s));
        public int All => States.Where(s => s.Key != GuestState.Cancelled).Sum(s => s.Value);
        public int Drafts => Of(GuestState.Draft);
        public int Silent => Of(GuestState.Sent);
    }

    public sealed record Row(Guid Id, string? Name, string Email, string? Organisation, string? Group, GuestState State, GuestSource Source, DateTimeOffset? InvitedAt, DateOnly? AnsweredOn, string? Note, string? Trouble, string NameKey)
    {
        public string Shown => Name ?? Email;
    }

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
        new("note", "Note", r => r.Note),
        new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
    ];

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>, IRequestHandler<Export, int>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            var edition = await db.Set<ForumEdition>().Where(e => e.Id == filter.EditionId).Select(e => new { e.Title, e.CancelledOn, e.Capacity }).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(ForumEdition));
            var rows = await Rows(filter.Apply(db).After(g => g.NameKey, g => g.Id, false, query.Cursor, query.Size)).ToListAsync(ct);
            var total = await filter.Apply(db).CountCapped(ct);
            var counts = await filter.Apply(db, states: false, groups: false).GroupBy(g => new { g.State, g.GroupId }).Select(g => new { g.Key.State, g.Key.GroupId, Count = g.Count() }).ToListAsync(ct);
            var all = filter.Words is null ? counts : await new GuestFilter(filter.EditionId).Apply(db, states: false, groups: false).GroupBy(g => new { g.State, g.GroupId }).Select(g => new { g.Key.State, g.Key.GroupId, Count = g.Count() }).ToListAsync(ct);
            var groups = await db.Set<ForumGroup>().Where(g => g.EditionId == filter.EditionId).OrderBy(g => g.NameKey).Select(g => new { g.Id, g.Name }).ToListAsync(ct);
            bool State(GuestState state) => filter.States.Count > 0 ? filter.States.Contains(state) : state != GuestState.Cancelled;
            Facet[] facets =
            [
                new("etat", "Réponse", [.. Enum.GetValues<GuestState>().Select(s => new FacetValue(EnumNames.Slug(s), EnumNames.Of(s), counts.Where(c => c.State == s && (filter.Groups.Count == 0 || filter.Groups.Any(g => g == c.GroupId))).Sum(c => c.Count), filter.States.Contains(s))).Where(v => v.Count > 0 || v.Chosen)]),
                new("groupe", "Groupe", [.. groups.Select(g => new FacetValue(g.Id.ToString(), g.Name, counts.Where(c => c.GroupId == g.Id && State(c.State)).Sum(c => c.Count), filter.Groups.Contains(g.Id))).Where(v => v.Count > 0 || v.Chosen)]),
            ];
            return new(edition.Title, edition.CancelledOn is null, edition.Capacity, rows.Page(r => r.NameKey, r => r.Id, total, query.Size), facets, new ListColumns<Row>(Columns(tenant.Space), query.Columns),
                all.GroupBy(c => c.State).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)));
        }

        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            if (!await db.Set<ForumEdition>().AnyAsync(e => e.Id == export.Of.Filter.EditionId, ct)) throw new NotFound(nameof(ForumEdition));
            var found = export.Of.Filter.Apply(db).OrderBy(g => g.NameKey).ThenBy(g => g.Id);
            return await export.To.Write("Invités", tenant.Space, tenant.Space.Today(clock), new ListColumns<Row>(Columns(tenant.Space), export.Of.Columns).InFile,
                ListFile.InOrder<Row>(await found.Select(g => g.Id).ToListAsync(ct), async ids => await Rows(db.Set<ForumGuest>().AsNoTracking().Where(g => ids.Contains(g.Id))).ToListAsync(ct), r => r.Id), ct);
        }

        private IQueryable<Row> Rows(IQueryable<ForumGuest> guests) => guests.Select(g => new Row(g.Id, g.Name, g.Email, g.Organisation, db.Set<ForumGroup>().Where(x => x.Id == g.GroupId).Select(x => x.Name).FirstOrDefault(),
            g.State, g.Source, g.InvitedAt, g.AnsweredOn, g.Note, g.Trouble, g.NameKey));
    }
}
