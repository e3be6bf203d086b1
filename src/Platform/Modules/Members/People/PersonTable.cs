using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Members.People;

/// <summary>What a table may say of people and their mandates, in its words.</summary>
internal static class PersonTable
{
    public const string Seats = "Seats";
    private static readonly (string, string) SeatPart = (Seats, "Mandats");

    public static IReadOnlyList<ImportColumn> Columns(bool withSeats) =>
    [
        new("Id", "Identifiant", "id", "identifiant de la fiche"),
        new("GivenName", "Prénom", "prénoms"),
        new("FamilyName", "Nom de famille", "nom", "nom d’usage"),
        new("Standing", "Qualité", "élu ou agent", "statut"),
        new("Title", "Fonction", "titre", "poste", "fonction dans l’organisation"),
        new("OrganisationId", "Organisation", "structure", "collectivité", "employeur", "membre", "EPCI"),
        new("Email", "Adresse électronique", "e-mail", "email", "courriel", "mail", "adresse mail", "mél", "adresse e-mail"),
        new("Phone", "Téléphone", "tél", "tel", "portable", "mobile", "numéro de téléphone"),
        .. withSeats ? SeatColumns : [],
    ];

    private static readonly ImportColumn[] SeatColumns =
    [
        new("Body", "Instance", "mandat dans", "comité", "assemblée") { Part = SeatPart },
        new("Function", "Fonction dans l’instance", "mandat", "rôle dans l’instance") { Part = SeatPart },
        new("Precision", "Précision", "précision du mandat", "délégation") { Part = SeatPart },
        new("SeatOrganisation", "Organisation représentée", "représente") { Part = SeatPart },
        new("SeatStart", "Début du mandat", "début", "depuis le", "mandat depuis le") { Part = SeatPart },
        new("SeatEnd", "Fin du mandat", "fin", "jusqu’au") { Part = SeatPart },
    ];

    private static readonly Dictionary<string, Standing> Standings = new(StringComparer.Ordinal)
    {
        ["elu"] = Standing.Elected, ["elue"] = Standing.Elected, ["elu e"] = Standing.Elected, ["maire"] = Standing.Elected, ["agent"] = Standing.Staff, ["agente"] = Standing.Staff,
        ["salarie"] = Standing.Staff, ["salariee"] = Standing.Staff, ["technicien"] = Standing.Staff, ["technicienne"] = Standing.Staff,
    };

    private static readonly Dictionary<string, MandateFunction> Functions = new(StringComparer.Ordinal)
    {
        ["president"] = MandateFunction.President, ["presidente"] = MandateFunction.President, ["vice president"] = MandateFunction.VicePresident, ["vice presidente"] = MandateFunction.VicePresident,
        ["secretaire"] = MandateFunction.Secretary, ["tresorier"] = MandateFunction.Treasurer, ["tresoriere"] = MandateFunction.Treasurer, ["suppleant"] = MandateFunction.Substitute,
        ["suppleante"] = MandateFunction.Substitute, ["membre"] = MandateFunction.Titular, ["participant"] = MandateFunction.Participant, ["invite"] = MandateFunction.Guest,
    };

    public static Facts Read(Cells cells, ILookup<string, Guid> organisations, ILookup<string, Guid>? bodies)
    {
        var said = new Facts().With("Id", cells.Identifier("Id")).With("GivenName", cells.Text("GivenName")).With("FamilyName", cells.Text("FamilyName"))
            .With("Standing", cells.Choice("Standing", Standings)).With("Title", cells.Text("Title"))
            .With("OrganisationId", cells.Named("OrganisationId", cells.Text("OrganisationId"), organisations, "e organisation"))
            .With("Email", cells.Text("Email")).With("Phone", cells.Text("Phone"));
        return bodies is null ? said : said.With(Seats, Parts.Write(SeatsIn(cells, organisations, bodies)));
    }

    private static List<Seat> SeatsIn(Cells cells, ILookup<string, Guid> organisations, ILookup<string, Guid> bodies)
    {
        var (where, what, more) = (cells.Many("Body"), cells.Places("Function"), cells.Places("Precision"));
        var (whose, starts, ends) = (cells.Places("SeatOrganisation"), cells.Places("SeatStart"), cells.Places("SeatEnd"));
        var seats = new List<Seat>();
        if (where.Count == 0 && what.OfType<string>().Any()) cells.Refuse("Body", "Une fonction sans instance : dites dans laquelle.");
        for (var i = 0; i < where.Count; i++)
        {
            var body = cells.One("Body", where[i], bodies, "e instance");
            var function = cells.Choice("Function", what.ElementAtOrDefault(i), Functions);
            var organisation = cells.One("SeatOrganisation", whose.ElementAtOrDefault(i), organisations, "e organisation");
            var (start, end) = (cells.Date("SeatStart", starts.ElementAtOrDefault(i)), cells.Date("SeatEnd", ends.ElementAtOrDefault(i)));
            if (what.ElementAtOrDefault(i) is null) cells.Refuse("Function", "Quelle fonction dans cette instance ?");
            if (starts.ElementAtOrDefault(i) is null) cells.Refuse("SeatStart", "Depuis quelle date ? Une date approchée vaut mieux que rien.");
            if (body is null || function is null || start is null) continue;
            seats.Add(new(Guid.Parse(body), Enum.Parse<MandateFunction>(function), more.ElementAtOrDefault(i), organisation is null ? null : Guid.Parse(organisation),
                DateOnly.Parse(start), end is null ? null : DateOnly.Parse(end)));
        }
        return Ordered(seats);
    }

    public static List<Seat> Ordered(IEnumerable<Seat> seats) => [.. seats.OrderBy(s => s.Start).ThenBy(s => s.BodyId).ThenBy(s => s.Function).ThenBy(s => s.Precision, StringComparer.Ordinal)];
}
