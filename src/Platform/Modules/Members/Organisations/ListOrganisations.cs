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
        Order Order, bool Descending, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>
    {
        public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Roles.Count + Kinds.Count + Situations.Count > 0;
    }

    /// <param name="Counts">Roles of today over the whole space, whatever the filters.</param>
    /// <param name="All">Organisations of the space, archived ones too.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, CountMembers.Counts Counts, int All, DateOnly Today);

    /// <param name="Population">Total population of an EPCI in its last reference year, municipal population of a commune.</param>
    public sealed record Row(Guid Id, string Name, string? ShortName, string NameKey, OrganisationKind Kind, string? Siren, string? InseeCode, string? Seat, string? WebSite,
        string? Notes, int? Population, int People, bool IsArchived, IReadOnlyList<RoleSpan> Roles)
    {
        /// <summary>Commitments; null for none.</summary>
        public int? Held { get; init; }

        /// <summary>"Redon · 66 543 habitants"</summary>
        public string? Note => string.Join(" · ", new[] { Seat, Population is { } inhabitants ? French.Count(inhabitants, "habitant", "habitants") : null }.OfType<string>()) is { Length: > 0 } note ? note : null;
    }

    /// <summary>What the list may show and what files hold, under the names that import knows.</summary>
    public static IReadOnlyList<Column<Row>> Columns(Space space, DateOnly today)
    {
        IEnumerable<RoleSpan> Running(Row row) => row.Roles.Where(r => r.RunsOn(today));
        List<Column<Row>> columns =
        [
            new("nom", "Nom", r => r.Name) { Sort = "nom" },
            new("role", "Rôle", r => Running(r).Select(x => EnumNames.Of(x.Kind))) { Usual = true, Whole = r => r.Roles.Select(x => EnumNames.Of(x.Kind)) },
            new("depuis", "Début", r => Running(r).Select(x => $"{x.Start:dd/MM/yyyy}")) { Label = "Rôle depuis le", Whole = r => r.Roles.Select(x => $"{x.Start:dd/MM/yyyy}") },
            new("fin", "Fin", r => Running(r).Select(x => $"{x.End:dd/MM/yyyy}")) { Label = "Rôle jusqu’au", Whole = r => r.Roles.Select(x => $"{x.End:dd/MM/yyyy}") },
            new("nature", "Nature", r => r.Kind.Name()) { Usual = true, Sort = "nature" },
            new("court", "Nom court", r => r.ShortName),
            new("siren", "SIREN", r => r.Siren),
            new("insee", "Code INSEE", r => r.InseeCode),
            new("siege", "Siège", r => r.Seat),
            new("population", "Population", r => r.Population, ColumnKind.Number),
            new("site", "Site web", r => r.WebSite),
            new("remarques", "Remarques", r => r.Notes),
            new("personnes", "Personnes", r => r.People, ColumnKind.Number) { Usual = true },
            new("engagements", "Engagements", r => r.Held, ColumnKind.Number) { Label = Word.Capital(space.Words.Commitment.Plural), Usual = true },
            new("archivee", "Archivée", r => r.IsArchived),
            new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
        ];
        if (!space.Has(SpaceModules.Engagements)) columns.RemoveAll(c => c.Key == "engagements");
        return columns;
    }

    // One group of organisations that every filter treats alike: all the facets are counted from these.
    private sealed record Group(OrganisationKind Kind, bool Archived, bool Member, bool Partner, bool Funder, bool Guest, bool Found, int Count)
    {
        public bool Is(RoleKind role) => role switch { RoleKind.Member => Member, RoleKind.Partner => Partner, RoleKind.Funder => Funder, _ => Guest };
        public string Situation => Archived ? ListOrganisations.Archived : Member || Partner || Funder || Guest ? Current : Former;
    }

    internal static IQueryable<Organisation> Filtered(PlatformDb db, Query query, DateOnly today)
    {
        var (rows, running) = (db.Set<Organisation>().AsQueryable(), OrganisationRole.RunningOn(db, today));
        if (SearchTerms.Matching(db, SearchKind.Organisation, query.Words) is { } found) rows = rows.Where(o => found.Contains(o.Id));
        if (query.Kinds.Count > 0) rows = rows.Where(o => query.Kinds.Contains(o.Kind));
        if (query.Roles.Count > 0) rows = rows.Where(o => running.Any(r => r.OrganisationId == o.Id && query.Roles.Contains(r.Kind)));
        var (current, former, archived) = (query.Situations.Contains(Current), query.Situations.Contains(Former), query.Situations.Contains(Archived));
        return current || former || archived
            ? rows.Where(o => (archived && o.ArchivedAt != null)
                || (current && o.ArchivedAt == null && running.Any(r => r.OrganisationId == o.Id))
                || (former && o.ArchivedAt == null && !running.Any(r => r.OrganisationId == o.Id)))
            : rows.Where(o => o.ArchivedAt == null);
    }

    private static IQueryable<Row> Shown(PlatformDb db, IQueryable<Organisation> rows) => rows.Select(o => new Row(o.Id, o.Name, o.ShortName, o.NameKey, o.Kind, o.Siren, o.InseeCode,
        o.Seat, o.WebSite, o.Notes,
        o.Kind == OrganisationKind.Epci ? db.Set<Epci>().Where(e => e.Siren == o.Siren).Select(e => (int?)e.Population).FirstOrDefault()
            : o.Kind == OrganisationKind.Commune ? db.Set<Commune>().Where(c => c.Code == o.InseeCode).Select(c => c.Population).FirstOrDefault() : null,
        db.Set<Person>().Count(p => p.OrganisationId == o.Id && p.ArchivedAt == null), o.ArchivedAt != null,
        o.Roles.OrderBy(r => r.Kind).ThenByDescending(r => r.Start).Select(r => new RoleSpan(r.Id, r.Kind, r.Start, r.End)).ToList()));

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (today, found) = (tenant.Space.Today(clock), SearchTerms.Matching(db, SearchKind.Organisation, query.Words));
            var groups = await Groups(today, found, ct);
            var total = groups.Where(g => g.Found && InSituation(query, g) && HasRole(query, g) && IsOfKind(query, g)).Sum(g => g.Count);
            var columns = new ListColumns<Row>(Columns(tenant.Space, today), query.Columns);
            var rows = Filtered(db, query, today);
            var page = query.Order == Order.Kind
                ? (await Shown(db, rows.After(o => (int)o.Kind, o => o.Id, query.Descending, query.Cursor, query.Size)).ToListAsync(ct)).Page(r => (int)r.Kind, r => r.Id, total, query.Size)
                : (await Shown(db, rows.After(o => o.NameKey, o => o.Id, query.Descending, query.Cursor, query.Size)).ToListAsync(ct)).Page(r => r.NameKey, r => r.Id, total, query.Size);
            var held = columns.Chosen.Any(c => c.Key == "engagements") ? await mediator.Send(new CountHeld.Query([.. page.Rows.Select(r => r.Id)]), ct) : null;
            return new(page.Select(r => held is null ? r : r with { Held = held.TryGetValue(r.Id, out var count) ? count : null }),
                Facets(query, groups), columns, Counts(groups), groups.Sum(g => g.Count), today);
        }

        private async Task<List<Group>> Groups(DateOnly today, IQueryable<Guid>? found, CancellationToken ct)
        {
            var (all, ids, running) = (found is null, found ?? db.Set<Organisation>().Select(o => o.Id), OrganisationRole.RunningOn(db, today));
            return await db.Set<Organisation>()
                .Select(o => new
                {
                    o.Kind,
                    Archived = o.ArchivedAt != null,
                    Member = running.Any(r => r.OrganisationId == o.Id && r.Kind == RoleKind.Member),
                    Partner = running.Any(r => r.OrganisationId == o.Id && r.Kind == RoleKind.Partner),
                    Funder = running.Any(r => r.OrganisationId == o.Id && r.Kind == RoleKind.Funder),
                    Guest = running.Any(r => r.OrganisationId == o.Id && r.Kind == RoleKind.Guest),
                    Found = all || ids.Contains(o.Id),
                })
                .GroupBy(o => o).Select(g => new Group(g.Key.Kind, g.Key.Archived, g.Key.Member, g.Key.Partner, g.Key.Funder, g.Key.Guest, g.Key.Found, g.Count()))
                .ToListAsync(ct);
        }

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

    /// <summary>The list as a file: every row that the filter leaves, or those ticked.</summary>
    [AnyMember]
    public sealed record Export(Query Of, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    internal sealed class ExportHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Export, int>
    {
        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var (query, today) = (export.Of, tenant.Space.Today(clock));
            var columns = new ListColumns<Row>(Columns(tenant.Space, today), query.Columns).InFile;
            var found = new ActOnMany.Which<Query>(query, export.Ticked).In(db.Set<Organisation>(), filter => Filtered(db, filter, today));
            var ordered = query.Order == Order.Kind ? found.InOrder(o => (int)o.Kind, o => o.Id, query.Descending) : found.InOrder(o => o.NameKey, o => o.Id, query.Descending);
            return await export.To.Write("Organisations", tenant.Space, today, columns, ListFile.InOrder(await ordered.Select(o => o.Id).ToListAsync(ct), Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> ids)
            {
                var rows = await Shown(db, db.Set<Organisation>().Where(o => ids.Contains(o.Id))).ToListAsync(ct);
                if (columns.All(c => c.Key != "engagements")) return rows;
                var held = await mediator.Send(new CountHeld.Query([.. ids]), ct);
                return rows.ConvertAll(r => r with { Held = held.TryGetValue(r.Id, out var count) ? count : null });
            }
        }
    }
}
