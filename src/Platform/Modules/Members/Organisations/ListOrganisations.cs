using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.People;
using Platform.Modules.Members.Reference;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Organisations;

/// <summary>The organisations of the space: who is what, since when, with how many people.</summary>
public static class ListOrganisations
{
    public enum Order { Name, Kind }

    public const string Current = "actuel", Former = "ancien", Archived = "archive";

    [AnyMember]
    public sealed record Query(string? Words, IReadOnlyList<RoleKind> Roles, IReadOnlyList<OrganisationKind> Kinds, IReadOnlyList<string> Situations,
        Order Order, bool Descending, string? Cursor) : IRequest<Answer>
    {
        public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Roles.Count + Kinds.Count + Situations.Count > 0;
    }

    /// <param name="Counts">Roles of today over the whole space, whatever the filters.</param>
    /// <param name="Held">Commitments by organisation; null when the space keeps none.</param>
    /// <param name="All">Organisations of the space, archived ones too.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, CountMembers.Counts Counts, int All, DateOnly Today,
        IReadOnlyDictionary<Guid, int>? Held);

    /// <param name="Population">Total population of an EPCI in its last reference year, municipal population of a commune.</param>
    public sealed record Row(Guid Id, string Name, string? ShortName, string NameKey, OrganisationKind Kind, string? Seat, int? Population,
        int People, bool IsArchived, IReadOnlyList<RoleSpan> Roles)
    {
        /// <summary>"Redon · 66 543 habitants"</summary>
        public string? Note => string.Join(" · ", new[] { Seat, Population is { } inhabitants ? French.Count(inhabitants, "habitant", "habitants") : null }.OfType<string>()) is { Length: > 0 } note ? note : null;
    }

    // One group of organisations that every filter treats alike: all the facets are counted from these.
    private sealed record Group(OrganisationKind Kind, bool Archived, bool Member, bool Partner, bool Funder, bool Guest, bool Found, int Count)
    {
        public bool Is(RoleKind role) => role switch { RoleKind.Member => Member, RoleKind.Partner => Partner, RoleKind.Funder => Funder, _ => Guest };
        public string Situation => Archived ? ListOrganisations.Archived : Member || Partner || Funder || Guest ? Current : Former;
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (today, found) = (tenant.Space.Today(clock), SearchTerms.Matching(db, SearchKind.Organisation, query.Words));
            var groups = await Groups(today, found, ct);
            var total = groups.Where(g => g.Found && InSituation(query, g) && HasRole(query, g) && IsOfKind(query, g)).Sum(g => g.Count);
            var rows = Filtered(query, today, found);
            var page = query.Order == Order.Kind
                ? (await Shown(rows.After(o => (int)o.Kind, o => o.Id, query.Descending, query.Cursor)).ToListAsync(ct)).Page(r => (int)r.Kind, r => r.Id, total)
                : (await Shown(rows.After(o => o.NameKey, o => o.Id, query.Descending, query.Cursor)).ToListAsync(ct)).Page(r => r.NameKey, r => r.Id, total);
            var held = tenant.Space.Has(SpaceModules.Engagements) ? await mediator.Send(new CountHeld.Query([.. page.Rows.Select(r => r.Id)]), ct) : null;
            return new(page, Facets(query, groups), Counts(groups), groups.Sum(g => g.Count), today, held);
        }

        private async Task<List<Group>> Groups(DateOnly today, IQueryable<Guid>? found, CancellationToken ct)
        {
            var (all, ids) = (found is null, found ?? db.Set<Organisation>().Select(o => o.Id));
            return await db.Set<Organisation>()
                .Select(o => new
                {
                    o.Kind,
                    Archived = o.ArchivedAt != null,
                    Member = o.Roles.Any(r => r.Kind == RoleKind.Member && r.Start <= today && (r.End == null || r.End >= today)),
                    Partner = o.Roles.Any(r => r.Kind == RoleKind.Partner && r.Start <= today && (r.End == null || r.End >= today)),
                    Funder = o.Roles.Any(r => r.Kind == RoleKind.Funder && r.Start <= today && (r.End == null || r.End >= today)),
                    Guest = o.Roles.Any(r => r.Kind == RoleKind.Guest && r.Start <= today && (r.End == null || r.End >= today)),
                    Found = all || ids.Contains(o.Id),
                })
                .GroupBy(o => o).Select(g => new Group(g.Key.Kind, g.Key.Archived, g.Key.Member, g.Key.Partner, g.Key.Funder, g.Key.Guest, g.Key.Found, g.Count()))
                .ToListAsync(ct);
        }

        private IQueryable<Organisation> Filtered(Query query, DateOnly today, IQueryable<Guid>? found)
        {
            var rows = db.Set<Organisation>().AsQueryable();
            if (found is not null) rows = rows.Where(o => found.Contains(o.Id));
            if (query.Kinds.Count > 0) rows = rows.Where(o => query.Kinds.Contains(o.Kind));
            if (query.Roles.Count > 0) rows = rows.Where(o => o.Roles.Any(r => query.Roles.Contains(r.Kind) && r.Start <= today && (r.End == null || r.End >= today)));
            var (current, former, archived) = (query.Situations.Contains(Current), query.Situations.Contains(Former), query.Situations.Contains(Archived));
            return current || former || archived
                ? rows.Where(o => (archived && o.ArchivedAt != null)
                    || (current && o.ArchivedAt == null && o.Roles.Any(r => r.Start <= today && (r.End == null || r.End >= today)))
                    || (former && o.ArchivedAt == null && !o.Roles.Any(r => r.Start <= today && (r.End == null || r.End >= today))))
                : rows.Where(o => o.ArchivedAt == null);
        }

        private IQueryable<Row> Shown(IQueryable<Organisation> rows) => rows.Select(o => new Row(o.Id, o.Name, o.ShortName, o.NameKey, o.Kind, o.Seat,
            o.Kind == OrganisationKind.Epci ? db.Set<Epci>().Where(e => e.Siren == o.Siren).Select(e => (int?)e.Population).FirstOrDefault()
                : o.Kind == OrganisationKind.Commune ? db.Set<Commune>().Where(c => c.Code == o.InseeCode).Select(c => c.Population).FirstOrDefault() : null,
            db.Set<Person>().Count(p => p.OrganisationId == o.Id && p.ArchivedAt == null), o.ArchivedAt != null,
            o.Roles.OrderBy(r => r.Kind).ThenByDescending(r => r.Start).Select(r => new RoleSpan(r.Id, r.Kind, r.Start, r.End)).ToList()));

        private List<Facet> Facets(Query query, List<Group> groups)
        {
            var found = groups.Where(g => g.Found).ToList();
            int Sum(Func<Group, bool> where) => found.Where(where).Sum(g => g.Count);
            return
            [
                new("role", "Rôle", [.. Enum.GetValues<RoleKind>().Select(role => new FacetValue(EnumNames.Slug(role), tenant.Space.Words.Label(role),
                    Sum(g => g.Is(role) && InSituation(query, g) && IsOfKind(query, g)), query.Roles.Contains(role))).Where(Useful)]),
                new("nature", "Nature", [.. Enum.GetValues<OrganisationKind>().Select(kind => new FacetValue(EnumNames.Slug(kind), kind.Name(),
                    Sum(g => g.Kind == kind && InSituation(query, g) && HasRole(query, g)), query.Kinds.Contains(kind))).Where(Useful)]),
                new("situation", "Situation", [.. new[] { (Current, "Rôle en cours"), (Former, "Sans rôle aujourd’hui"), (Archived, "Archivées") }.Select(s => new FacetValue(s.Item1, s.Item2,
                    Sum(g => g.Situation == s.Item1 && HasRole(query, g) && IsOfKind(query, g)), query.Situations.Contains(s.Item1))).Where(Useful)]),
            ];
        }

        private static bool Useful(FacetValue value) => value.Count > 0 || value.Chosen;

        private static bool InSituation(Query query, Group g) =>
            query.Situations.Any(s => s is Current or Former or Archived) ? query.Situations.Contains(g.Situation) : !g.Archived;

        private static bool HasRole(Query query, Group g) => query.Roles.Count == 0 || query.Roles.Any(g.Is);

        private static bool IsOfKind(Query query, Group g) => query.Kinds.Count == 0 || query.Kinds.Contains(g.Kind);

        private static CountMembers.Counts Counts(List<Group> groups)
        {
            int Of(RoleKind role) => groups.Where(g => g.Is(role)).Sum(g => g.Count);
            return new(Of(RoleKind.Member), Of(RoleKind.Partner), Of(RoleKind.Funder), Of(RoleKind.Guest));
        }
    }
}
