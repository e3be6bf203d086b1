using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The entente of two departments: its leads as published, screened by its four questions (answers and states are fictional),
/// and the commitments that some of them became.</summary>
internal sealed class EntenteSpace : IDemoSpace
{
    public DemoIdentity Identity => new("loire-haute-loire", TenantKind.Entente, "Entente Loire – Haute-Loire", null, "#7a3b1d")
    {
        ModulesOff = [SpaceModules.Coalitions],
    };

    public async Task Fill(DemoWriter w)
    {
        var data = DemoWriter.Read("loire-haute-loire.json");
        var signed = DateOnly.Parse((string)data["structure"]!["agreement_signed"]!);
        var departments = data["members"]!.AsArray().Select(m => w.Organisation(OrganisationKind.Department, (string)m!["name"]!, RoleKind.Member, signed)).ToList();
        foreach (var structure in data["pooled_structures"]!.AsArray()) w.Organisation(OrganisationKind.PublicBody, (string)structure!["name"]!, RoleKind.Partner, signed);

        var director = w.Person(Standing.Staff, "Coopération interdépartementale", departments[0]);
        var facilitator = w.Person(Standing.Staff, "Suivi de l’entente", departments[1]);
        var elected = departments.ConvertAll(d => w.Person(Standing.Elected, "Vice-présidence chargée de la coopération", d));
        var referent = w.Person(Standing.Staff, "Direction des routes", departments[1]);
        await w.Persona(director, Roles.Administrator, "Toutes les pistes, leurs questions, les engagements, les réglages de l’espace.");
        await w.Persona(facilitator, Roles.Facilitator, "Les pistes à examiner, celles qui deviennent des engagements, ceux qui se taisent.");
        await w.Persona(referent, Roles.Referent, "Ce que porte le département de la Haute-Loire, et de quoi proposer une piste.");
        await w.Persona(elected[0], Roles.Reader, "Tout en lecture, avant la conférence de l’entente.");

        foreach (var line in data["bodies"]!.AsArray())
        {
            var body = new Body(BodyKind.EntenteConference, (string)line!["name"]!, true);
            var roles = string.Join(" ; ", line["roles"]!.AsArray().Select(r => (string)r!));
            body.Describe(body.Kind, body.Name, true, 2, Word.Capital(roles) + ". Ses décisions valent une fois ratifiées par les deux assemblées (CGCT, art. L. 5411-1).");
            for (var i = 0; i < departments.Count; i++) body.Appoint(MandateFunction.Titular, null, elected[i].Id, departments[i].Id, signed);
            w.Db.Add(body);
            Ratify(w, body, departments);
        }

        var framework = w.Framework("Projet de coopération", "Les principes que les deux départements se sont donnés.", signed.Year, w.Today.Year + 3,
            data["principles"]!.AsArray().Select(p => (string)p!));
        var questions = w.Questions(data["screening_questions"]!.AsArray().Select(q => Typeset((string)q!)));
        var themes = new Dictionary<string, Theme>(StringComparer.Ordinal);
        Theme Themed(string name) => themes.TryGetValue(name, out var known) ? known : themes[name] = w.Theme(name, themes.Count);
        var n = 0;
        foreach (var line in data["leads"]!.AsArray())
        {
            var (title, theme) = (Typeset((string)line!["title"]!), Themed((string)line["theme"]!));
            var idea = Screened(title, n) with { Theme = theme, Organisation = departments[n % 2] };
            // What has started is a promise with its dates; the rest is still being weighed.
            await w.Note(idea, questions, line["started"] is null && n is not (4 or 5) ? null
                : await w.Commit(Tell(w, title, n, facilitator.FullName) with
                {
                    Holders = n % 2 == 0 ? departments : [departments[1], departments[0]], Theme = theme, Axis = framework.Axes[n % framework.Axes.Count],
                    Facilitator = facilitator, Referent = n == 5 ? referent : null,
                }));
            n++;
        }
        foreach (var structure in data["pooled_structures"]!.AsArray())
        {
            var (name, topic) = ((string)structure!["name"]!, (string?)structure["topic"]);
            var (title, theme) = (topic is null ? $"Mutualisation\u00a0: {name}" : $"{name}\u00a0: {topic}", Themed("Mutualisation"));
            var idea = Screened(title, n++) with { Theme = theme, Organisation = departments[0] };
            await w.Note(idea, questions, (string)structure["state"]! != "engagée" ? null
                : await w.Commit(Tell(w, title, 4, facilitator.FullName) with { Holders = departments, Theme = theme, Axis = framework.Axes[^1], Facilitator = facilitator }));
        }
        await w.Note(new Idea("Une carte unique des bibliothèques départementales", 320, "nno?", LeadState.Dropped)
        {
            Description = "Emprunter dans les bibliothèques des deux départements avec une seule carte.", Origin = Fictional, Organisation = departments[1],
            Theme = Themed("Tourisme, culture et milieux naturels"), Reason = "Les deux logiciels ne se parlent pas\u00a0; à reprendre à leur renouvellement.",
            Comments = new Dictionary<int, string> { [1] = "Il faudrait développer une passerelle entre les deux logiciels." },
        }, questions);
    }

    // Invented: one decision that both assemblies have ratified, one that waits for the second.
    private static void Ratify(DemoWriter w, Body conference, List<Organisation> departments)
    {
        conference.Rule("CE", Quorum.MoreThanHalf, false, Majority.Unanimity, 0, false, "Code général des collectivités territoriales, art. L. 5411-1");
        foreach (var (ago, rank, title, ratified) in new[] { (200, 1, "Programme de travail de l’année", 2), (45, 2, "Calendrier commun d’entretien des routes limitrophes", 1) })
        {
            var date = w.Today.AddDays(-ago);
            var decision = new Decision(conference.Id, date, title);
            decision.Describe(title, Fictional, "5.7");
            decision.Conclude(Outcome.Adopted, "à l’unanimité");
            decision.Count(6, 6, 6, 0, 0, 0);
            // The first of its year has rank 1, whenever the demonstration is filled.
            decision.NumberAs(date.Year == w.Today.AddDays(-200).Year ? rank : 1, date.Year, $"{date.Year}-{(date.Year == w.Today.AddDays(-200).Year ? rank : 1):000}-CE-LOIRE-HAUTE-LOIRE");
            decision.Expect("Ratifier en assemblée départementale", date.AddDays(90));
            for (var i = 0; i < departments.Count; i++)
            {
                var line = new CascadeLine(decision.Id, departments[i].Id, date);
                if (i < ratified) line.Tell(CascadeState.Adopted, null, $"CD-{date.Year}-{40 + i}", date.AddDays(20 + 6 * i), null, null, date.AddDays(20 + 6 * i), null, "Coopération interdépartementale");
                else line.Tell(CascadeState.OnAgenda, w.Today.AddDays(12), null, null, null, null, w.Today.AddDays(-5), null, "Coopération interdépartementale");
                decision.Lines.Add(line);
            }
            w.Db.Add(decision);
        }
    }

    private static string Typeset(string text) => text.Replace(" ?", "\u00a0?", StringComparison.Ordinal).Replace('\'', '’');

    private const string Fictional = "Idée inventée pour la démonstration.";

    private static Idea Screened(string title, int n) => new Idea(title, 330 - 12 * n, (n % 6) switch { 0 => "ooo?", 1 => "oooo", 2 => "o?on", 3 => "o---", 4 => "ooo?", _ => "onoo" },
        n is 0 or 2 ? LeadState.Soon : LeadState.UnderStudy)
    {
        Origin = "Projet de coopération publié\u00a0; les réponses et l’état sont inventés pour la démonstration.",
        Comments = (n % 3) switch
        {
            0 => new Dictionary<int, string> { [0] = "Une seule équipe de suivi au lieu de deux.", [3] = "À voir avec les deux directions." },
            1 => new Dictionary<int, string> { [1] = "Marché commun\u00a0: une consultation au lieu de deux." },
            _ => new Dictionary<int, string> { [2] = "Surtout pour les communes limitrophes." },
        },
    };

    private static Promise Tell(DemoWriter w, string title, int n, string by) => n switch
    {
        5 => new(title, w.Today.AddDays(-280), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(160),
            News = [new(142, UpdateStatus.Attention, 20, "Un premier recensement est fait en Haute-Loire ; celui de la Loire reste à faire.", by)],
        },
        _ => new(title, w.Today.AddDays(-300), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(75),
            Measures = [new("Réunion des deux directions", w.Today.AddDays(-240), w.Today.AddDays(-238)), new("Calendrier commun arrêté", w.Today.AddDays(18))],
            News = [new(180, UpdateStatus.OnTrack, 25, "Les deux directions se sont réunies et partagent leurs calendriers.", by), new(20, UpdateStatus.OnTrack, 50, "Le programme commun est en relecture.", by)],
        },
    };
}
