using System.Text.Json.Nodes;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.RoadMaps;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The metropolis and its six coalitions for the climate: members and guides as published, each with its road map as a commitment.</summary>
internal sealed class BrestSpace : IDemoSpace
{
    public DemoIdentity Identity => new("brest", TenantKind.Coalition, "Brest métropole – coalitions pour le climat", "Brest", "#12607a")
    {
        ModulesOff = [SpaceModules.Governance, SpaceModules.Leads],
        Roadmap = "Six coalitions d’entreprises, d’associations, d’écoles et de services publics se sont engagées à tenir leur part du plan climat de la métropole.",
    };

    public async Task Fill(DemoWriter w)
    {
        var data = DemoWriter.Read("brest.json");
        var since = new DateOnly(2021, 9, 1);
        var metropolis = w.Epci((string)data["structure"]!["siren"]!, since, "Brest métropole", "Brest");
        var members = new Dictionary<string, Organisation>(StringComparer.Ordinal) { ["Brest métropole"] = metropolis };
        foreach (var name in data["coalitions"]!.AsArray().SelectMany(c => c!["members"]!.AsArray()).Select(m => (string)m!).Distinct())
            if (!members.ContainsKey(name)) members[name] = w.Organisation(KindOf(name), name, RoleKind.Member, since);

        var director = w.Person(Standing.Staff, "Mission climat", metropolis);
        var facilitator = w.Person(Standing.Staff, "Animation des coalitions", metropolis);
        await w.Persona(director, Roles.Administrator, "Tout l’espace : le plan climat, les six coalitions, les réglages.");
        await w.Persona(facilitator, Roles.Facilitator | Roles.ForumOrganiser, "Les coalitions, leur avancée dans le guide, leurs feuilles de route.");

        var plan = (string)data["framework"]!["name"]!;
        var framework = w.Framework(plan, "Les trois objectifs chiffrés que les coalitions servent.", 2019, 2050, ["Sobriété", "Énergies locales", "Mobilités et espaces"]);
        var objectives = data["framework"]!["objectives"]!.AsArray().Select((o, i) => Objective(w, framework, o!, i)).ToList();
        var themes = new[] { "Énergie", "Mobilité", "Événements", "Éclairage", "Construction", "Campus" }.Select((t, i) => w.Theme(t, i, framework.Axes[i is 1 ? 2 : i is 0 ? 1 : 0])).ToList();
        var launch = Lines(w, data, "launch_guide", GuidePart.Launch);
        var commitment = Lines(w, data, "commitment_guide", GuidePart.Commitment);
        var questions = Lines(w, data, "functioning_questions", GuidePart.Functioning);
        var support = Lines(w, data, "support_offered", GuidePart.Support);

        Person? referent = null;
        var presented = new List<(Coalition, Person)>();
        var n = 0;
        foreach (var line in data["coalitions"]!.AsArray())
        {
            var mine = line!["members"]!.AsArray().Select(m => members[(string)m!]).ToList();
            var started = w.Today.AddDays(-420 + 50 * n);
            var coalition = new Coalition((string)line["name"]!, started);
            var (kind, perimeter) = Perimeter((string)line["perimeter"]!, coalition.Name);
            coalition.Describe(coalition.Name, $"Réunir les acteurs de « {coalition.Name} » pour tenir ensemble leur part du plan climat.", kind, perimeter, themes[n].Id, started);
            coalition.Show(true);
            for (var i = 0; i < mine.Count; i++) coalition.Welcome(mine[i].Id, i == 0 ? CoalitionRole.Lead : CoalitionRole.Member, started.AddDays(i * 6));

            var people = mine.Take(2).Select(m => w.Person(Standing.Staff, "Facilitation de la coalition", m)).ToList();
            referent ??= people[0];
            // The last one has nobody today: the page must say so.
            if (n < 5)
            {
                coalition.Entrust(people[0].Id, null, started, started.AddDays(179));
                coalition.Entrust(people[^1].Id, null, started.AddDays(180), null);
            }
            else coalition.Entrust(people[0].Id, null, started, started.AddDays(90));

            var steps = 7 - n;
            foreach (var (step, i) in launch.Concat(commitment).Take(steps).Select((s, i) => (s, i)))
                coalition.Steps.Add(new CoalitionStep(coalition, step.Id, started.AddDays(14 + 25 * i), facilitator.FullName, null));
            foreach (var (question, answer) in questions.Zip(Answers(people[0].FullName)).Take(n < 4 ? 4 : 1))
                coalition.Answers.Add(new CoalitionAnswer(coalition, question.Id, answer, started.AddDays(60), facilitator.FullName));
            if (n < 4) coalition.Activate(started.AddDays(100));
            w.Db.Add(coalition);
            SearchTerms.Add(w.Db, SearchKind.Coalition, coalition.Id, [coalition.Name, coalition.Perimeter]);
            await w.Db.SaveChangesAsync(w.Stop);

            Work(w, coalition, n, mine, support, facilitator);
            var promise = await w.Commit(Tell(w, coalition, n, facilitator.FullName) with
            {
                CoalitionId = coalition.Id, Theme = themes[n], Objectives = [objectives[n % objectives.Count]], Referent = people[0], Facilitator = facilitator,
            });
            await Prove(w, promise, n, facilitator.FullName);
            presented.Add((coalition, people[0]));
            n++;
        }
        await w.Persona(referent!, Roles.Referent, "Les engagements de sa coalition et de son organisation.");
        var elected = w.Person(Standing.Elected, "Délégation au climat", metropolis);
        await w.Persona(elected, Roles.Reader, "Tout en lecture, avant le forum annuel.");
        await BrestForum.Write(w, data, metropolis, facilitator, presented);
    }

    /// <summary>What it asked of the metropolis, when it meets, what its members answered to its road map.</summary>
    private static void Work(DemoWriter w, Coalition coalition, int n, List<Organisation> members, List<GuideLine> support, Person facilitator)
    {
        var by = new Author(null, facilitator.FullName);
        if (n < 5) w.Db.Add(new CoalitionRhythm(coalition, coalition.StartedOn.AddDays(30), n % 2 == 0 ? 2 : 1, RhythmUnit.Months, n == 0 ? "14 h" : "17 h 30", n == 0 ? "à l’ENIB" : null));
        // The first ones of the list: a room that waits, a trainer that is late, advice given, a speaker refused.
        var request = n switch
        {
            0 => new SupportRequest(coalition, support[4].Id, "Une salle de trente places pour présenter la feuille de route.", w.Today.AddDays(12), w.Today.AddDays(-4), by),
            1 => new SupportRequest(coalition, support[5].Id, "Deux nouveaux facilitateurs à former avant la rentrée.", w.Today.AddDays(-6), w.Today.AddDays(-40), by),
            2 => new SupportRequest(coalition, support[0].Id, "Les chiffres de fréquentation des événements soutenus.", null, w.Today.AddDays(-90), by),
            3 => new SupportRequest(coalition, support[2].Id, "Un éclairagiste pour une demi-journée.", w.Today.AddDays(30), w.Today.AddDays(-25), by),
            4 => new SupportRequest(coalition, support[1].Id, "Rencontrer les filières de matériaux biosourcés du pays.", w.Today.AddDays(45), w.Today.AddDays(-2), by),
            _ => null,
        };
        if (request is not null)
        {
            if (n == 1) request.Answer(coalition, SupportState.UnderWay, facilitator.Id, request.DueOn, null, w.Today.AddDays(-30));
            if (n == 2) request.Answer(coalition, SupportState.Given, facilitator.Id, null, "Tableau transmis et commenté en réunion.", w.Today.AddDays(-70));
            if (n == 3) request.Answer(coalition, SupportState.Refused, facilitator.Id, request.DueOn, "Le budget de l’année est engagé ; à représenter en janvier.", w.Today.AddDays(-18));
            w.Db.Add(request);
            SearchTerms.Add(w.Db, SearchKind.Support, request.Id, [request.Details]);
        }
        if (n is not (0 or 1 or 3)) return;
        var round = new RoadMapRound(coalition, 1, "État des lieux partagé, puis trois actions communes dans l’année.\nUn point d’avancement au forum annuel.", w.Today.AddDays(n == 0 ? 14 : -20), w.Today.AddDays(-35), facilitator.FullName, members.Select(m => m.Id));
        for (var i = 0; i < members.Count - 1 - n; i++)
            round.Note(members[i].Id, n == 1 && i == 1 ? RoadMapChoice.No : RoadMapChoice.Yes, n == 1 && i == 1 ? "Le calendrier tombe en pleine saison." : null, w.Today.AddDays(-30 + 3 * i), facilitator.FullName);
        if (n == 3) round.Close(w.Today.AddDays(-15));
        w.Db.Add(round);
    }

    private static async Task Prove(DemoWriter w, Commitment promise, int n, string by)
    {
        if (n > 2) return;
        var (place, author, now) = (new Place(promise.Id, null, null, null), new Author(null, by), new DateTimeOffset(w.Today.AddDays(-10).ToDateTime(new TimeOnly(9, 30)), TimeSpan.Zero));
        await Filing.Put(w.Db, promise, "", place, "https://brest.fr/plan-climat", "Le plan climat de la métropole", author, now, w.Stop);
        if (n == 0) w.Db.Add(new Verification(place, "Bilans des six établissements relus en réunion.", w.Today.AddDays(-8), author, now));
        await EvidenceLevels.Weigh(w.Db, promise.Id, w.Stop);
    }

    private static Objective Objective(DemoWriter w, Framework framework, JsonNode line, int position)
    {
        var objective = new Objective(framework.Id, position + 1);
        objective.Describe(framework.Axes[position == 2 ? 1 : 0].Id, (string)line["title"]!, null, (string)line["unit"]!);
        var increases = (string)line["direction"]! == "increase";
        objective.Aim(increases ? Direction.Increase : Direction.Decrease, (decimal?)line["baseline"], null, (decimal)line["target"]!, (int)line["target_year"]!);
        decimal[] values = increases ? [11, 13, 16] : position == 0 ? [100, 96, 91] : [100, 93, 88];
        for (var i = 0; i < values.Length; i++)
            objective.Record(w.Today.AddDays(-730 + 340 * i), values[i], null, "Valeur fictive, pour la démonstration", w.Today);
        framework.Objectives.Add(objective);
        return objective;
    }

    private static List<GuideLine> Lines(DemoWriter w, JsonNode data, string key, GuidePart part) =>
        [.. data[key]!.AsArray().Select((text, i) => w.Db.Add(new GuideLine(part, i + 1, (string)text!)).Entity)];

    private static (PerimeterKind, string) Perimeter(string kind, string name) => kind switch
    {
        "Zone géographique" => (PerimeterKind.Area, name),
        "Secteur d'activité" => (PerimeterKind.Sector, name),
        _ => (PerimeterKind.Theme, name),
    };

    private static string[] Answers(string facilitator) =>
        ["Animation tournante, tous les six mois.", "Une réunion tous les deux mois, une heure trente.", "Un dossier partagé et un compte rendu par réunion.", $"{facilitator}, avec l’animation des coalitions."];

    private static Promise Tell(DemoWriter w, Coalition coalition, int n, string by)
    {
        var title = $"Feuille de route : {coalition.Name}";
        var start = coalition.StartedOn.AddDays(45);
        Step[] measures =
        [
            new("État des lieux partagé", start.AddDays(60), start.AddDays(66)),
            new("Retours d’expérience et visite", start.AddDays(120), n < 4 ? start.AddDays(118) : null),
            new("Feuille de route validée par les membres", w.Today.AddDays(-20 + 16 * n)),
            new("Présentation au forum annuel", w.Today.AddDays(40 + 10 * n)),
        ];
        return n switch
        {
            0 => new(title, start, CommitmentState.UnderWay)
            {
                Due = w.Today.AddDays(25), Measures = measures, Statement = "Mesurer puis réduire les consommations du site, établissement par établissement.",
                News = [new(200, UpdateStatus.OnTrack, 30, "L’état des lieux couvre cinq établissements sur six.", by), new(12, UpdateStatus.OnTrack, 70, "La feuille de route est prête à être validée.", by)],
            },
            1 => new(title, start, CommitmentState.UnderWay)
            {
                Due = w.Today.AddDays(-9), Measures = measures, Statement = "Doubler l’usage des mobilités alternatives entre les membres et leurs publics.",
                News = [new(170, UpdateStatus.OnTrack, 20, "L’enquête auprès des salariés est close.", by), new(47, UpdateStatus.Attention, 50, "Deux membres n’ont pas encore validé les actions.", by)],
            },
            2 => new(title, start, CommitmentState.UnderWay)
            {
                Due = w.Today.AddDays(120), Measures = measures, Statement = "Une charte commune des événements sobres, et trois événements témoins.",
                News = [new(133, UpdateStatus.OnTrack, 25, "La charte est en première lecture.", by)],
            },
            3 => new(title, start, CommitmentState.UnderWay)
            {
                Due = w.Today.AddDays(60), Measures = measures, Statement = "Éteindre ce qui peut l’être la nuit, des quais aux enseignes.",
                News = [new(110, UpdateStatus.OnTrack, 30, "L’inventaire des points lumineux est fait.", by), new(6, UpdateStatus.Blocked, 40, "La sécurité du port demande une étude complémentaire.", by)],
            },
            4 => new(title, start, CommitmentState.Adopted) { Due = w.Today.AddDays(150), Measures = measures, Statement = "Faire des matériaux biosourcés l’ordinaire de la rénovation." },
            _ => new(title, w.Today.AddDays(-33), CommitmentState.Proposed) { Measures = measures[2..], IsPublic = false, Statement = "Des associations étudiantes qui s’engagent d’une année sur l’autre." },
        };
    }

    private static OrganisationKind KindOf(string name) => name switch
    {
        "ENIB" or "IMT Atlantique" or "UBO" => OrganisationKind.School,
        "IFREMER" or "Labocéa" or "Brest'aim" or "La Carène" => OrganisationKind.PublicBody,
        "ZF Autocruise" or "Clear Channel" or "Alcatel" or "Altaréa" or "Icade Promotion" or "Paradigm Shift" => OrganisationKind.Company,
        "Base Navale" or "Préfecture maritime" => OrganisationKind.State,
        "Port de Brest" => OrganisationKind.PublicBody,
        _ => OrganisationKind.Association,
    };
}
