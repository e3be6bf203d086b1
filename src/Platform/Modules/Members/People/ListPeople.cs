using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.People;

/// <summary>The people of the space, by family name.</summary>
public static class ListPeople
{
    public const string WithAccount = "avec", WithoutAccount = "sans", Mandated = "en-cours";
    private const int MostOrganisations = 30;

    [AnyMember]
    public sealed record Query(string? Words, IReadOnlyList<Guid> Organisations, IReadOnlyList<Standing> Standings, IReadOnlyList<string> Accounts,
        bool WithMandate, bool Archived, bool Descending, string? Cursor) : IRequest<Answer>
    {
        public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Organisations.Count + Standings.Count + Accounts.Count > 0 || WithMandate || Archived;
    }

    /// <param name="All">People of the space who are not archived.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, int All, int WithAccount);

    public sealed record Row(Guid Id, string Name, string NameKey, string? Title, Standing Standing, Guid? OrganisationId, string? Organisation,
        string? Email, string? Phone, bool HasAccount, bool IsArchived)
    {
        public int Mandates { get; init; }
    }

    // People whom every filter but the mandates' treats alike; the mandates are another module's, so they come as a set of identifiers.
    private sealed record Group(Guid? OrganisationId, string? Organisation, Standing Standing, bool HasAccount, bool IsArchived, bool Found, bool Mandated, int Count);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandateHolders.Query(), ct) : new Dictionary<Guid, int>();
            var found = SearchTerms.Matching(db, SearchKind.Person, query.Words);
            var groups = await Groups(found, [.. mandates.Keys], ct);
            var rows = Filtered(query, found, [.. mandates.Keys]);
            var total = groups.Where(g => Passes(query, g)).Sum(g => g.Count);
            var page = (await rows.After(p => p.NameKey, p => p.Id, query.Descending, query.Cursor)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.NameKey, p.Title, p.Standing, p.OrganisationId,
                    db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.ShortName ?? o.Name).FirstOrDefault(), p.Email, p.Phone,
                    db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null), p.ArchivedAt != null))
                .ToListAsync(ct)).ConvertAll(r => r with { Mandates = mandates.GetValueOrDefault(r.Id) }).Page(r => r.NameKey, r => r.Id, total);
            return new(page, Facets(query, groups), groups.Where(g => !g.IsArchived).Sum(g => g.Count), groups.Where(g => g is { IsArchived: false, HasAccount: true }).Sum(g => g.Count));
        }

        private async Task<List<Group>> Groups(IQueryable<Guid>? found, List<Guid> mandated, CancellationToken ct)
        {
            var (all, ids) = (found is null, found ?? db.Set<Person>().Select(p => p.Id));
            return await db.Set<Person>()
                .Select(p => new
                {
                    p.OrganisationId,
                    Organisation = db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.ShortName ?? o.Name).FirstOrDefault(),
                    p.Standing,
                    HasAccount = db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null),
                    IsArchived = p.ArchivedAt != null,
                    Found = all || ids.Contains(p.Id),
                    Mandated = mandated.Contains(p.Id),
                })
                .GroupBy(p => p)
                .Select(g => new Group(g.Key.OrganisationId, g.Key.Organisation, g.Key.Standing, g.Key.HasAccount, g.Key.IsArchived, g.Key.Found, g.Key.Mandated, g.Count()))
                .ToListAsync(ct);
        }

        private IQueryable<Person> Filtered(Query query, IQueryable<Guid>? found, List<Guid> mandated)
        {
            var rows = db.Set<Person>().Where(p => (p.ArchivedAt != null) == query.Archived);
            if (found is not null) rows = rows.Where(p => found.Contains(p.Id));
            if (query.Organisations.Count > 0) rows = rows.Where(p => query.Organisations.Contains(p.OrganisationId!.Value));
            if (query.Standings.Count > 0) rows = rows.Where(p => query.Standings.Contains(p.Standing));
            if (query.WithMandate) rows = rows.Where(p => mandated.Contains(p.Id));
            var (with, without) = (query.Accounts.Contains(WithAccount), query.Accounts.Contains(WithoutAccount));
            return with == without ? rows : rows.Where(p => db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null) == with);
        }

        private enum Skip { Nothing, Organisation, Standing, Account, Mandate, Archived }

        // A facet counts what its values would leave, so it does not count through itself.
        private static bool Passes(Query query, Group g, Skip skip = Skip.Nothing) => g.Found
            && (skip == Skip.Archived || g.IsArchived == query.Archived)
            && (skip == Skip.Organisation || query.Organisations.Count == 0 || (g.OrganisationId is { } o && query.Organisations.Contains(o)))
            && (skip == Skip.Standing || query.Standings.Count == 0 || query.Standings.Contains(g.Standing))
            && (skip == Skip.Mandate || !query.WithMandate || g.Mandated)
            && (skip == Skip.Account || query.Accounts.Contains(WithAccount) == query.Accounts.Contains(WithoutAccount) || query.Accounts.Contains(WithAccount) == g.HasAccount);

        private List<Facet> Facets(Query query, List<Group> groups)
        {
            int Sum(Skip skip, Func<Group, bool> where) => groups.Where(g => Passes(query, g, skip) && where(g)).Sum(g => g.Count);
            var organisations = groups.Where(g => g.OrganisationId is not null && Passes(query, g, Skip.Organisation))
                .GroupBy(g => (Id: g.OrganisationId!.Value, g.Organisation)).Select(g => new FacetValue(g.Key.Id.ToString(), g.Key.Organisation!, g.Sum(x => x.Count), query.Organisations.Contains(g.Key.Id)));
            List<Facet> facets =
            [
                new("acces", "Accès à l’espace", Useful([
                    new(WithAccount, "Avec un compte", Sum(Skip.Account, g => g.HasAccount), query.Accounts.Contains(WithAccount)),
                    new(WithoutAccount, "Sans compte", Sum(Skip.Account, g => !g.HasAccount), query.Accounts.Contains(WithoutAccount))])),
                new("qualite", "Qualité", Useful([.. Enum.GetValues<Standing>().Select(s =>
                    new FacetValue(EnumNames.Slug(s), s.Name(), Sum(Skip.Standing, g => g.Standing == s), query.Standings.Contains(s)))])),
                new("organisation", "Organisation", [.. organisations.OrderByDescending(v => v.Chosen).ThenByDescending(v => v.Count).ThenBy(v => v.Label, StringComparer.Ordinal).Take(MostOrganisations)]),
                new("fiche", "Fiche", Useful([new("archive", "Archivée", Sum(Skip.Archived, g => g.IsArchived), query.Archived)])),
            ];
            if (tenant.Space.Has(SpaceModules.Governance))
                facets.Insert(1, new("mandat", "Mandat", Useful([new(Mandated, "Avec un mandat", Sum(Skip.Mandate, g => g.Mandated), query.WithMandate)])));
            return facets;
        }

        private static IReadOnlyList<FacetValue> Useful(IEnumerable<FacetValue> values) => [.. values.Where(v => v.Count > 0 || v.Chosen)];
    }
}
