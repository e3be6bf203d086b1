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
        bool WithMandate, bool Archived, bool Descending, string? Cursor, IReadOnlyList<string>? Columns = null, int Size = Keyset.Size) : IRequest<Answer>
    {
        public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || Organisations.Count + Standings.Count + Accounts.Count > 0 || WithMandate || Archived;
    }

    /// <param name="All">People of the space who are not archived.</param>
    public sealed record Answer(PageOf<Row> Page, IReadOnlyList<Facet> Facets, ListColumns<Row> Columns, int All, int WithAccount);

    public sealed record Row(Guid Id, string GivenName, string FamilyName, string NameKey, string? Title, Standing Standing, Guid? OrganisationId, string? Organisation,
        string? OrganisationShown, string? Email, string? Phone, bool HasAccount, bool IsArchived)
    {
        public int Mandates { get; init; }
        /// <summary>Every mandate, past ones too: read for a file of all columns.</summary>
        public IReadOnlyList<SeatRow> Seats { get; init; } = [];
        public string Name => $"{GivenName} {FamilyName}";
    }

    public sealed record SeatRow(string Body, Seat Of, string Organisation);

    /// <summary>What the list may show and what files hold, under the names that import knows.</summary>
    public static IReadOnlyList<Column<Row>> Columns(Space space)
    {
        List<Column<Row>> columns =
        [
            new("nom", "Nom de famille", r => r.FamilyName) { Label = "Personne", Sort = "nom" },
            new("prenom", "Prénom", r => r.GivenName) { FilesAlways = true },
            new("qualite", "Qualité", r => EnumNames.Of(r.Standing)),
            new("fonction", "Fonction", r => r.Title),
            new("organisation", "Organisation", r => r.Organisation) { Usual = true },
            new("contact", "Contact", r => new[] { r.Email, r.Phone }.OfType<string>()) { Usual = true },
            new("courriel", "Adresse électronique", r => r.Email),
            new("telephone", "Téléphone", r => r.Phone),
            new("compte", "A un compte", r => r.HasAccount) { Label = "Compte", Usual = true },
            new("mandats", "Mandats", r => r.Mandates, ColumnKind.Number) { Usual = true },
            new("archivee", "Archivée", r => r.IsArchived),
            new("identifiant", "Identifiant", r => r.Id.ToString()) { FilesOnly = true },
            new("instance", "Instance", r => r.Seats.Select(s => s.Body)) { FilesOnly = true },
            new("mandat", "Fonction dans l’instance", r => r.Seats.Select(s => EnumNames.Of(s.Of.Function))) { FilesOnly = true },
            new("precision", "Précision", r => r.Seats.Select(s => s.Of.Precision ?? "")) { FilesOnly = true },
            new("represente", "Organisation représentée", r => r.Seats.Select(s => s.Organisation)) { FilesOnly = true },
            new("debut", "Début du mandat", r => r.Seats.Select(s => $"{s.Of.Start:dd/MM/yyyy}")) { FilesOnly = true },
            new("fin", "Fin du mandat", r => r.Seats.Select(s => $"{s.Of.End:dd/MM/yyyy}")) { FilesOnly = true },
        ];
        if (!space.Has(SpaceModules.Governance)) columns.RemoveAll(c => c.Key is "mandats" or "instance" or "mandat" or "precision" or "represente" or "debut" or "fin");
        return columns;
    }

    // People whom every filter but the mandates' treats alike; the mandates are another module's, so they come as a set of identifiers.
    private sealed record Group(Guid? OrganisationId, string? Organisation, Standing Standing, bool HasAccount, bool IsArchived, bool Found, bool Mandated, int Count);

    internal static IQueryable<Person> Filtered(PlatformDb db, Query query, List<Guid> mandated)
    {
        var rows = db.Set<Person>().Where(p => (p.ArchivedAt != null) == query.Archived);
        if (SearchTerms.Matching(db, SearchKind.Person, query.Words) is { } found) rows = rows.Where(p => found.Contains(p.Id));
        if (query.Organisations.Count > 0) rows = rows.Where(p => query.Organisations.Contains(p.OrganisationId!.Value));
        if (query.Standings.Count > 0) rows = rows.Where(p => query.Standings.Contains(p.Standing));
        if (query.WithMandate) rows = rows.Where(p => mandated.Contains(p.Id));
        var (with, without) = (query.Accounts.Contains(WithAccount), query.Accounts.Contains(WithoutAccount));
        return with == without ? rows : rows.Where(p => db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null) == with);
    }

    private static IQueryable<Row> Shown(PlatformDb db, IQueryable<Person> people) => people.Select(p => new Row(p.Id, p.GivenName, p.FamilyName, p.NameKey, p.Title, p.Standing,
        p.OrganisationId, db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.Name).FirstOrDefault(),
        db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.ShortName ?? o.Name).FirstOrDefault(), p.Email, p.Phone,
        db.Set<Membership>().Any(m => m.PersonId == p.Id && m.EndedAt == null), p.ArchivedAt != null));

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandateHolders.Query(), ct) : new Dictionary<Guid, int>();
            var found = SearchTerms.Matching(db, SearchKind.Person, query.Words);
            var groups = await Groups(found, [.. mandates.Keys], ct);
            var rows = Filtered(db, query, [.. mandates.Keys]);
            var total = groups.Where(g => Passes(query, g)).Sum(g => g.Count);
            var page = (await Shown(db, rows.After(p => p.NameKey, p => p.Id, query.Descending, query.Cursor, query.Size)).ToListAsync(ct))
                .ConvertAll(r => r with { Mandates = mandates.GetValueOrDefault(r.Id) }).Page(r => r.NameKey, r => r.Id, total, query.Size);
            return new(page, Facets(query, groups, await Unknown(query, groups, ct)), new(Columns(tenant.Space), query.Columns), groups.Where(g => !g.IsArchived).Sum(g => g.Count),
                groups.Where(g => g is { IsArchived: false, HasAccount: true }).Sum(g => g.Count));
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

        /// <summary>Organisations that were chosen and have nobody, or that are gone since the view was saved.</summary>
        private async Task<Dictionary<Guid, string>> Unknown(Query query, List<Group> groups, CancellationToken ct)
        {
            var missing = query.Organisations.Where(id => !groups.Exists(g => g.OrganisationId == id)).ToList();
            if (missing.Count == 0) return [];
            var names = await db.Set<Organisation>().Where(o => missing.Contains(o.Id)).Select(o => new { o.Id, Name = o.ShortName ?? o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
            return missing.ToDictionary(id => id, id => names.GetValueOrDefault(id, FacetValue.Gone));
        }

        private enum Skip { Nothing, Organisation, Standing, Account, Mandate, Archived }

        // A facet counts what its values would leave, so it does not count through itself.
        private static bool Passes(Query query, Group g, Skip skip = Skip.Nothing) => g.Found
            && (skip == Skip.Archived || g.IsArchived == query.Archived)
            && (skip == Skip.Organisation || query.Organisations.Count == 0 || (g.OrganisationId is { } o && query.Organisations.Contains(o)))
            && (skip == Skip.Standing || query.Standings.Count == 0 || query.Standings.Contains(g.Standing))
            && (skip == Skip.Mandate || !query.WithMandate || g.Mandated)
            && (skip == Skip.Account || query.Accounts.Contains(WithAccount) == query.Accounts.Contains(WithoutAccount) || query.Accounts.Contains(WithAccount) == g.HasAccount);

        private List<Facet> Facets(Query query, List<Group> groups, Dictionary<Guid, string> unknown)
        {
            int Sum(Skip skip, Func<Group, bool> where) => groups.Where(g => Passes(query, g, skip) && where(g)).Sum(g => g.Count);
            // One that is chosen stays, be nobody of it left by the other choices.
            var organisations = groups.Where(g => g.OrganisationId is not null).GroupBy(g => (Id: g.OrganisationId!.Value, g.Organisation))
                .Select(g => new FacetValue(g.Key.Id.ToString(), g.Key.Organisation!, g.Where(x => Passes(query, x, Skip.Organisation)).Sum(x => x.Count), query.Organisations.Contains(g.Key.Id)))
                .Where(v => v.Count > 0 || v.Chosen).ToList();
            organisations.AddRange(unknown.Select(o => new FacetValue(o.Key.ToString(), o.Value, 0, true)));
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

    /// <summary>The list as a file: everybody whom the filter leaves, or those ticked.</summary>
    [AnyMember]
    public sealed record Export(Query Of, IReadOnlyList<Guid> Ticked, ListFile To) : IRequest<int>;

    internal sealed class ExportHandler(PlatformDb db, CurrentTenant tenant, TimeProvider clock, IMediator mediator) : IRequestHandler<Export, int>
    {
        public async Task<int> Handle(Export export, CancellationToken ct)
        {
            var (query, today) = (export.Of, tenant.Space.Today(clock));
            var columns = new ListColumns<Row>(Columns(tenant.Space), query.Columns).InFile;
            var mandates = tenant.Space.Has(SpaceModules.Governance) ? await mediator.Send(new MandateHolders.Query(), ct) : new Dictionary<Guid, int>();
            var found = new ActOnMany.Which<Query>(query, export.Ticked).In(db.Set<Person>(), filter => Filtered(db, filter, [.. mandates.Keys]));
            var ids = await found.InOrder(p => p.NameKey, p => p.Id, query.Descending).Select(p => p.Id).ToListAsync(ct);
            var bodies = columns.Any(c => c.Key == "instance") ? (await mediator.Send(new BodyNames.Query(), ct)).ToDictionary(b => b.Id, b => b.Name) : null;
            return await export.To.Write("Personnes", tenant.Space, today, columns, ListFile.InOrder(ids, Read, r => r.Id), ct);

            async Task<IReadOnlyList<Row>> Read(IReadOnlyList<Guid> handful)
            {
                var rows = (await Shown(db, db.Set<Person>().Where(p => handful.Contains(p.Id))).ToListAsync(ct)).ConvertAll(r => r with { Mandates = mandates.GetValueOrDefault(r.Id) });
                if (bodies is null) return rows;
                var seats = await mediator.Send(new SeatsOf.Query([.. handful]), ct);
                var represented = seats.SelectMany(s => s).Select(s => s.OrganisationId).OfType<Guid>().Distinct().ToList();
                var names = await db.Set<Organisation>().Where(o => represented.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
                return rows.ConvertAll(r => r with { Seats = [.. seats[r.Id].Select(s => new SeatRow(bodies[s.BodyId], s, s.OrganisationId is { } of ? names[of] : ""))] });
            }
        }
    }
}
