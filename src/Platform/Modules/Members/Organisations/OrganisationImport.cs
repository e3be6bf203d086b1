using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Organisations;

/// <summary>Organisations with their roles, one line each; several roles stand in one cell, or on several lines.</summary>
internal sealed class OrganisationImport(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IImportKind
{
    private const string Roles = "Roles", ById = "Id", BySiren = "Siren", ByName = "Name";
    private static readonly (string, string) RolePart = (Roles, "Rôles");

    /// <summary>A line that names a role without its date speaks of the one that is there.</summary>
    private static readonly DateOnly Unsaid = DateOnly.MinValue;

    private sealed record Role(RoleKind Kind, DateOnly Start, DateOnly? End)
    {
        public bool Meets(Role other) => Kind == other.Kind && (Start == other.Start || ((other.End is null || Start <= other.End) && (End is null || other.Start <= End)));
    }

    private sealed record Fields : OrganisationFields;

    private sealed class Validator : AbstractValidator<Fields>
    {
        public Validator() => OrganisationFields.Check(this);
    }

    private readonly Validator rules = new();
    private readonly Dictionary<string, int> sirens = new(StringComparer.Ordinal);
    private Dictionary<Guid, Organisation> loaded = [];

    public ImportSubject Subject => ImportSubject.Organisations;
    public string Permission => MembersPermissions.Write;
    public string? Module => null;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("Id", "Identifiant", "id", "identifiant de la fiche"),
        new("Name", "Nom", "organisation", "raison sociale", "dénomination", "nom de l’organisation", "structure", "collectivité", "membre"),
        new("ShortName", "Nom court", "sigle", "acronyme", "abréviation"),
        new("Kind", "Nature", "type", "catégorie", "type d’organisation"),
        new("Siren", "SIREN", "n° siren", "numéro siren", "code siren"),
        new("InseeCode", "Code INSEE", "insee", "code commune", "cog"),
        new("Seat", "Siège", "ville", "commune du siège", "ville siège", "localité"),
        new("WebSite", "Site web", "site", "site internet", "url"),
        new("Notes", "Remarques", "observations", "commentaire", "commentaires", "notes"),
        new("Role", "Rôle", "qualité", "statut", "rôle dans l’espace") { Part = RolePart },
        new("Start", "Début", "depuis le", "depuis", "date d’entrée", "date d’adhésion", "adhésion", "début du rôle", "rôle depuis le") { Part = RolePart },
        new("End", "Fin", "jusqu’au", "date de sortie", "date de retrait", "fin du rôle") { Part = RolePart },
    ];

    public IReadOnlyList<ImportKey> Keys { get; } =
    [
        new(ById, "Identifiant", "Id") { MustExist = true }, new(BySiren, "SIREN", "Siren"), new(ByName, "Nom", "Name"),
    ];

    public Task Open(CancellationToken ct) => Task.CompletedTask;

    private static readonly Dictionary<string, OrganisationKind> Kinds = new(StringComparer.Ordinal)
    {
        ["communaute de communes"] = OrganisationKind.Epci, ["communaute d agglomeration"] = OrganisationKind.Epci, ["communaute urbaine"] = OrganisationKind.Epci,
        ["metropole"] = OrganisationKind.Epci, ["intercommunalite"] = OrganisationKind.Epci, ["communaute"] = OrganisationKind.Epci, ["agglomeration"] = OrganisationKind.Epci, ["cc"] = OrganisationKind.Epci, ["ca"] = OrganisationKind.Epci, ["mairie"] = OrganisationKind.Commune, ["ville"] = OrganisationKind.Commune,
        ["conseil departemental"] = OrganisationKind.Department, ["conseil regional"] = OrganisationKind.Region, ["service de l etat"] = OrganisationKind.State,
        ["societe"] = OrganisationKind.Company, ["ecole"] = OrganisationKind.School, ["universite"] = OrganisationKind.School, ["lycee"] = OrganisationKind.School,
        ["reseau"] = OrganisationKind.Network, ["club"] = OrganisationKind.Network, ["federation"] = OrganisationKind.Network, ["syndicat mixte"] = OrganisationKind.PublicBody, ["syndicat"] = OrganisationKind.PublicBody,
        ["association loi 1901"] = OrganisationKind.Association, ["collectif"] = OrganisationKind.CitizenCollective,
    };

    public Facts Read(Cells cells)
    {
        var said = new Facts()
            .With("Id", cells.Identifier("Id")).With("Name", cells.Text("Name")).With("ShortName", cells.Text("ShortName"))
            .With("Kind", cells.Choice("Kind", Kinds)).With("Siren", Siren.Digits(cells.Text("Siren"))).With("InseeCode", cells.Text("InseeCode"))
            .With("Seat", cells.Text("Seat")).With("Notes", cells.Text("Notes"))
            .With("WebSite", cells.Text("WebSite") is { } site ? TextRules.WebAddress(site) ?? site : null);
        return said.With(Roles, Parts.Write(RolesIn(cells)));
    }

    private List<Role> RolesIn(Cells cells)
    {
        var (kinds, starts, ends) = (cells.Many("Role"), cells.Places("Start"), cells.Places("End"));
        var member = new Dictionary<string, RoleKind>(StringComparer.Ordinal) { [Folding.Fold(tenant.Space.Words.Member.Singular)] = RoleKind.Member, ["adherent"] = RoleKind.Member };
        var roles = new List<Role>();
        if (kinds.Count == 0 && starts.OfType<string>().Any()) cells.Refuse("Role", "Une date sans rôle : dites si c’est un membre, un partenaire, un financeur ou un invité.");
        for (var i = 0; i < kinds.Count; i++)
        {
            var kind = cells.Choice("Role", kinds[i], member);
            var (start, end) = (cells.Date("Start", starts.ElementAtOrDefault(i)), cells.Date("End", ends.ElementAtOrDefault(i)));
            if (kind is not null) roles.Add(new(Enum.Parse<RoleKind>(kind), start is null ? Unsaid : DateOnly.Parse(start), end is null ? null : DateOnly.Parse(end)));
        }
        return Ordered(roles);
    }

    private static List<Role> Ordered(IEnumerable<Role> roles) => [.. roles.OrderBy(r => r.Start).ThenBy(r => r.Kind)];

    public string? KeyOf(string key, Facts said) => key switch { ById => said.Get("Id"), BySiren => said.Get("Siren"), _ => Folding.Key(said.Get("Name")) is { Length: > 0 } name ? name : null };

    public string TitleOf(Facts facts) => facts.Get("Name") ?? "";

    public async Task<ILookup<string, Guid>> Find(string key, IReadOnlyCollection<string> values, CancellationToken ct) => key switch
    {
        ById => await ImportSearch.ById<Organisation>(db, values, ct),
        BySiren => (await db.Set<Organisation>().Where(o => values.Contains(o.Siren!)).Select(o => new { o.Siren, o.Id }).ToListAsync(ct)).ToLookup(o => o.Siren!, o => o.Id),
        _ => (await db.Set<Organisation>().Where(o => values.Contains(o.NameKey)).Select(o => new { o.NameKey, o.Id }).ToListAsync(ct)).ToLookup(o => o.NameKey, o => o.Id),
    };

    public async Task<IReadOnlyDictionary<Guid, Facts>> Load(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        loaded = await db.Set<Organisation>().Include(o => o.Roles).Where(o => ids.Contains(o.Id)).AsSplitQuery().ToDictionaryAsync(o => o.Id, ct);
        return loaded.ToDictionary(o => o.Key, o => FactsOf(o.Value));
    }

    private static Facts FactsOf(Organisation o) => new Facts()
        .With("Id", o.Id.ToString()).With("Name", o.Name).With("ShortName", o.ShortName).With("Kind", o.Kind.ToString()).With("Siren", o.Siren)
        .With("InseeCode", o.InseeCode).With("Seat", o.Seat).With("WebSite", o.WebSite).With("Notes", o.Notes)
        .With(Roles, Parts.Write(Ordered(o.Roles.Select(r => new Role(r.Kind, r.Start, r.End)))));

    public Facts Merge(Facts? stored, Facts said)
    {
        var wanted = stored is null ? new Facts() : new Facts(stored);
        foreach (var (fact, value) in said)
            wanted.With(fact, fact != Roles ? value : Parts.Write(Ordered(Parts.Union(Parts.Read<Role>(wanted.Get(Roles)), Parts.Read<Role>(value),
                (old, role) => old.Meets(role), (old, role) => role with { Start = role.Start == Unsaid ? old.Start : role.Start, End = role.End ?? old.End }))));
        return wanted;
    }

    public async Task Check(IReadOnlyList<ImportEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            foreach (var error in (await rules.ValidateAsync(Typed(entry.Wanted), ct)).Errors) entry.Refuse(error.PropertyName, error.ErrorMessage);
            if (Parts.Read<Role>(entry.Wanted.Get(Roles)).Any(r => r.Start == Unsaid)) entry.Refuse("Start", "Depuis quelle date ? Une date approchée vaut mieux que rien.");
            if (entry.Id is { } known && loaded[known].ArchivedAt is not null && entry.Changes(Roles)) entry.Refuse("Role", RuleSentences.For("organisation.archived"));
            if (entry.Errors.Count > 0) continue;
            try
            {
                Put(new Organisation(OrganisationKind.Other, "-"), entry.Wanted);
            }
            catch (RuleViolation refused)
            {
                entry.Refuse("Role", refused.Sentence);
            }
        }
        await CheckTwins([.. entries.Where(e => e.Changes("Name") || e.Changes("Siren"))], ct);
    }

    // A SIREN is one organisation's. A name may be several's when their SIREN or INSEE code says so.
    private async Task CheckTwins(List<ImportEntry> entries, CancellationToken ct)
    {
        var (names, numbers) = (entries.Select(e => Folding.Key(e.Wanted.Get("Name"))).ToList(), entries.Select(e => e.Wanted.Get("Siren")).OfType<string>().ToList());
        var near = await db.Set<Organisation>().AsNoTracking().Where(o => names.Contains(o.NameKey) || numbers.Contains(o.Siren!))
            .Select(o => new { o.Id, o.Name, o.NameKey, o.Siren, o.InseeCode }).ToListAsync(ct);
        foreach (var entry in entries)
        {
            var (siren, insee, name) = (entry.Wanted.Get("Siren"), entry.Wanted.Get("InseeCode"), Folding.Key(entry.Wanted.Get("Name")));
            if (siren is not null && near.Find(o => o.Siren == siren && o.Id != entry.Id) is { } owner) entry.Refuse("Siren", $"Ce SIREN est déjà celui de « {owner.Name} ».");
            else if (siren is not null && !sirens.TryAdd(siren, entry.Line) && sirens[siren] != entry.Line) entry.Refuse("Siren", $"Ce SIREN est déjà à la ligne {sirens[siren]}.");
            if (entry.Changes("Name") && near.Exists(o => o.NameKey == name && o.Id != entry.Id && !Differ(o.Siren, siren) && !Differ(o.InseeCode, insee)))
                entry.Refuse("Name", "Une organisation porte déjà ce nom. Si c’est elle, retrouvez les lignes par le nom ; si c’en est une autre, donnez son SIREN ou son code INSEE.");
        }

        static bool Differ(string? one, string? other) => one is not null && other is not null && one != other;
    }

    public async Task<Guid> Write(Guid? id, Facts? stored, Facts wanted, CancellationToken ct)
    {
        if (id is not { } known)
        {
            var made = Put(new Organisation(wanted.Choice<OrganisationKind>("Kind")!.Value, wanted.Get("Name")!), wanted);
            db.Add(made);
            SearchTerms.Add(db, SearchKind.Organisation, made.Id, made.Searched);
            return made.Id;
        }
        var organisation = Put(loaded[known], wanted);
        foreach (var role in organisation.Roles.Where(r => db.Entry(r).State == EntityState.Detached).ToList()) db.Add(role);
        if (stored?.Get(Roles) != wanted.Get(Roles)) db.Touch(organisation);
        await SearchTerms.Replace(db, SearchKind.Organisation, known, organisation.Searched, ct);
        return known;
    }

    private static Organisation Put(Organisation organisation, Facts wanted)
    {
        var fields = Typed(wanted);
        organisation.Describe(fields.Kind!.Value, fields.Name!, fields.ShortName, fields.Seat);
        organisation.Identify(fields.Siren, fields.InseeCode);
        organisation.Annotate(fields.WebSite, fields.Notes);
        var roles = Parts.Read<Role>(wanted.Get(Roles)).ToList();
        foreach (var old in organisation.Roles.ToList())
        {
            var at = roles.FindIndex(r => r.Kind == old.Kind && r.Start == old.Start);
            if (at < 0) at = roles.FindIndex(new Role(old.Kind, old.Start, old.End).Meets);
            if (at < 0) organisation.WithdrawRole(old.Id);
            else
            {
                if (old.Start != roles[at].Start || old.End != roles[at].End) organisation.DateRole(old.Id, roles[at].Start, roles[at].End);
                roles.RemoveAt(at);
            }
        }
        foreach (var role in roles) organisation.StartRole(role.Kind, role.Start, role.End);
        return organisation;
    }

    private static Fields Typed(Facts f) => new()
    {
        Kind = f.Choice<OrganisationKind>("Kind"), Name = f.Get("Name"), ShortName = f.Get("ShortName"), Siren = f.Get("Siren"), InseeCode = f.Get("InseeCode"),
        Seat = f.Get("Seat"), WebSite = f.Get("WebSite"), Notes = f.Get("Notes"),
    };

    // A SIREN that another organisation has taken meanwhile.
    public async Task<IReadOnlySet<(Guid Id, string Fact)>> Served(IReadOnlyDictionary<Guid, Facts> back, CancellationToken ct)
    {
        var numbers = back.Where(b => b.Value.Get("Siren") is { } siren && siren != loaded[b.Key].Siren).ToLookup(b => b.Value.Get("Siren")!, b => b.Key);
        var wanted = numbers.Select(n => n.Key).ToList();
        if (wanted.Count == 0) return new HashSet<(Guid, string)>();
        var taken = await db.Set<Organisation>().AsNoTracking().Where(o => wanted.Contains(o.Siren!)).Select(o => new { o.Id, o.Siren }).ToListAsync(ct);
        return taken.SelectMany(o => numbers[o.Siren!].Where(id => id != o.Id)).Select(id => (id, "Siren")).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<Guid, string>> TakeBack(IReadOnlyDictionary<Guid, Facts> made, CancellationToken ct)
    {
        var (gone, said) = (made.Keys.ToList(), new Dictionary<Guid, string>());
        var kept = await Removal.Of<Organisation>(db, gone, ct);
        await SearchTerms.Forget(db, SearchKind.Organisation, gone.FindAll(id => !kept.Contains(id)), ct);
        foreach (var organisation in await db.Set<Organisation>().Include(o => o.Roles).Where(o => kept.Contains(o.Id)).ToListAsync(ct))
        {
            foreach (var role in organisation.Roles.ToList()) organisation.WithdrawRole(role.Id);
            organisation.Archive(clock.GetUtcNow(), tenant.Space.Today(clock));
            said[organisation.Id] = "Utilisée ailleurs depuis l’import : elle perd ses rôles et est archivée.";
        }
        return said;
    }

    public string Show(string fact, string value) => fact switch
    {
        "Kind" => EnumNames.Of(Enum.Parse<OrganisationKind>(value)),
        Roles => Several.Join(Parts.Read<Role>(value).Select(r => $"{tenant.Space.Words.Label(r.Kind)} {(r.End is { } end ? $"du {French.Date(r.Start)} au {French.Date(end)}" : $"depuis le {French.Date(r.Start)}")}")),
        _ => value,
    };

    public string AddressOf(Guid id) => $"~/membres/{id}";
}
