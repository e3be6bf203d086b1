using System.Text.Json.Nodes;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Reminders.Obligations;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The rural pole: its five missions as axes, what its members ask for the next term as commitments, which it calls "actions".</summary>
internal sealed class PetrSpace : IDemoSpace
{
    public DemoIdentity Identity => new("petr", TenantKind.Petr, "Pôle territorial rural", "PETR", "#3f5a2a")
    {
        Words = Vocabulary.With([KeyValuePair.Create("engagement", new Word("action", "actions", true))]),
        Roadmap = "Ce que cinq communautés attendent de leur pôle pour le prochain mandat, mission par mission.",
    };

    public async Task Fill(DemoWriter w)
    {
        var data = DemoWriter.Read("petr.json");
        var since = new DateOnly(2015, 1, 1);
        var members = data["suggested_members_siren"]!.AsArray().Select(s => w.Epci((string)s!, since)).ToList();
        var pole = w.Organisation(OrganisationKind.PublicBody, "Pôle territorial rural (structure porteuse)", RoleKind.Partner, since, shortName: "Le pôle");
        w.Organisation(OrganisationKind.CitizenCollective, (string)data["citizens"]!["network"]!, RoleKind.Partner, new DateOnly(2019, 1, 1));

        var director = w.Person(Standing.Staff, "Direction du pôle", pole);
        var leader = w.Person(Standing.Staff, "Animation LEADER", pole);
        var facilitator = w.Person(Standing.Staff, "Animation de la transition", pole);
        var referents = members.ConvertAll(m => w.Person(Standing.Staff, "Direction générale des services", m));
        var presidents = members.ConvertAll(m => w.Person(Standing.Elected, "Présidence de la communauté", m));
        await w.Persona(director, Roles.Administrator, "Tout le pôle : missions, actions du prochain mandat, réglages et vocabulaire.");
        await w.Persona(leader, Roles.Facilitator | Roles.LeaderManager, "Les actions sur LEADER et leurs mesures.");
        await w.Persona(referents[0], Roles.Referent, "Ce que sa communauté a promis au pôle.");
        await w.Persona(presidents[1], Roles.Reader, "Tout en lecture, comme un maire avant la conférence.");

        var conference = new Body(BodyKind.MayorsConference, "Conférence des maires", false);
        conference.Describe(conference.Kind, conference.Name, false, 2, "Les maires des communes du pôle ; se réunit au moins une fois l’an.");
        var council = new Body(BodyKind.DevelopmentCouncil, (string)data["citizens"]!["council"]!, false);
        council.Describe(council.Kind, council.Name, false, 4, "Représentants de la société civile, renouvelés chaque année.");
        var board = new Body(BodyKind.Bureau, "Bureau", true);
        board.Describe(board.Kind, board.Name, true, 10, null);
        board.Appoint(MandateFunction.President, null, presidents[0].Id, members[0].Id, new DateOnly(2020, 9, 1));
        for (var i = 1; i < members.Count; i++) board.Appoint(MandateFunction.VicePresident, null, presidents[i].Id, members[i].Id, new DateOnly(2020, 9, 1));
        w.Db.AddRange(conference, council, board);

        var missions = data["missions"]!.AsArray().Select(m => (string)m!).ToList();
        var framework = w.Framework("Engagements du prochain mandat", "Ce que les élus et les équipes attendent du pôle, mission par mission.", w.Today.Year, w.Today.Year + 6, missions);
        var themes = framework.Axes.Select((a, i) => w.Theme(Short(a.Title), i, a)).ToList();

        var n = 0;
        foreach (var group in data["commitments_next_term"]!.AsArray())
        {
            var axis = missions.IndexOf((string)group!["mission"]!);
            foreach (var item in group["items"]!.AsArray())
            {
                var holder = n % 4 == 3 ? members[n % members.Count] : pole;
                await w.Commit(Tell(w, (string)item!, n, axis == 2 ? leader.FullName : facilitator.FullName) with
                {
                    Holders = holder == pole ? [pole] : [holder, pole], Theme = themes[axis],
                    Facilitator = axis == 2 ? leader : facilitator, Referent = holder == pole ? null : referents[members.IndexOf(holder)],
                });
                n++;
            }
        }
        await Ideas(w, members, presidents, themes);
        Recurring(w, data, members, director, facilitator, leader);
    }

    // What the pole has to do again and again; when each comes round is invented, so that some is done, some due and some late.
    private static void Recurring(DemoWriter w, JsonNode data, List<Organisation> members, Person director, Person facilitator, Person leader)
    {
        var ids = members.ConvertAll(m => m.Id);
        foreach (var (node, n) in data["recurring_obligations"]!.AsArray().Select((node, n) => (node!, n)))
        {
            var (title, months) = (((string)node["title"]!).Replace('\'', '’'), node["every_years"] is { } years ? 12 * (int)years : 12 / (int)node["times_per_year"]!);
            var owner = title.Contains("LEADER", StringComparison.Ordinal) ? leader : title.Contains("PCAET", StringComparison.Ordinal) || title.Contains("conseil", StringComparison.Ordinal) ? facilitator : director;
            var obligation = new Obligation(title);
            obligation.Describe(null, null, owner.Id, Obligation.UsualLead);
            // The last round was due some weeks ago; the next follows by itself.
            obligation.Recur(w.Today.AddDays(20 + (9 * n)).AddMonths(-months), months, (bool?)node["per_member"] == true);
            w.Db.Add(obligation);
            foreach (var day in new[] { obligation.FirstOn, w.Today })
                foreach (var (task, at) in obligation.Open(ids, new HashSet<(Guid, DateOnly)>(), day).Select((task, at) => (task, at)))
                {
                    w.Db.Add(task);
                    if (task.DueOn < w.Today && (months > 3 || (at + n) % 4 != 2)) task.Done(obligation, task.DueOn.AddDays(-6), at % 2 == 0 ? "Point tenu en séance." : null, null, owner.FullName);
                }
        }
    }

    // Invented: what a pole's members bring to its table, some of it twice.
    private static async Task Ideas(DemoWriter w, List<Organisation> members, List<Person> presidents, List<Theme> themes)
    {
        var questions = w.Questions();
        const string from = "Conférence des maires (idée inventée pour la démonstration).";
        await w.Note(new("Rénovation des salles communales", 140, "ooo?", LeadState.Soon)
        {
            Description = "Un diagnostic commun des salles, puis un marché groupé pour les travaux.", Organisation = members[0], Theme = themes[0], Origin = from,
            Comments = new Dictionary<int, string> { [1] = "Un seul bureau d’études pour toutes les salles." },
        }, questions);
        await w.Note(new("Une salle polyvalente rénovée, ouverte aux associations", 61, "?-o-") { Organisation = members[1], Theme = themes[0], Origin = from }, questions);
        await w.Note(new("Cantines : s’approvisionner ensemble auprès des fermes du pôle", 96, "ooon") { Organisation = members[2], Theme = themes[1], Origin = from }, questions);
        await w.Note(new("Prêt de vélos à assistance électrique entre communes", 20, "") { Person = presidents[1], Origin = "Soufflée par une présidente (idée inventée pour la démonstration)." }, questions);
        await w.Note(new("Un journal papier du pôle, trois fois l’an", 210, "nnn?", LeadState.Dropped)
        {
            Origin = from, Reason = "Les communautés préfèrent une page commune dans leurs propres bulletins.",
        }, questions);
    }

    // Each promise stands at another point of its life, in a fixed order: all that a list must show is there.
    private static Promise Tell(DemoWriter w, string title, int n, string by) => (n % 8) switch
    {
        0 => new(title, w.Today.AddDays(-240), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(140),
            Measures = [new("Note de cadrage adoptée en bureau", w.Today.AddDays(-170), w.Today.AddDays(-172)), new("Présentation dans chaque communauté", w.Today.AddDays(20)), new("Bilan en conférence des maires", w.Today.AddDays(130))],
            News = [new(150, UpdateStatus.OnTrack, 20, "La note de cadrage est adoptée.", by), new(31, UpdateStatus.OnTrack, 45, "Deux communautés sur cinq ont inscrit le point à leur ordre du jour.", by)],
        },
        1 => new(title, w.Today.AddDays(-260), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(-18),
            Measures = [new("Calendrier arrêté", w.Today.AddDays(-200), w.Today.AddDays(-195)), new("Première édition", w.Today.AddDays(-40))],
            News = [new(160, UpdateStatus.OnTrack, 30, "Le calendrier est arrêté avec les cinq communautés.", by), new(52, UpdateStatus.Attention, 60, "La première édition glisse d’un trimestre, faute de salle.", by)],
        },
        2 => new(title, w.Today.AddDays(-220), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(200),
            News = [new(175, UpdateStatus.OnTrack, 10, "Une personne est désignée pour ce sujet.", by)],
        },
        3 => new(title, w.Today.AddDays(-90), CommitmentState.Adopted)
        {
            Due = w.Today.AddDays(26), Measures = [new("Délibération de la communauté", w.Today.AddDays(12))],
        },
        4 => new(title, w.Today.AddDays(-35), CommitmentState.Proposed) { IsPublic = false },
        5 => new(title, w.Today.AddDays(-380), CommitmentState.Kept)
        {
            Due = w.Today.AddDays(-60), Closed = w.Today.AddDays(-64),
            News = [new(200, UpdateStatus.OnTrack, 50, "À mi-parcours, sans difficulté.", by), new(64, UpdateStatus.Done, 100, "C’est fait, et présenté au conseil de développement.", by)],
        },
        6 => new(title, w.Today.AddDays(-150), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(90),
            News = [new(70, UpdateStatus.OnTrack, 35, "Premiers entretiens menés.", by), new(5, UpdateStatus.Blocked, 35, "En attente d’une réponse du service instructeur.", by)],
        },
        _ => new(title, w.Today.AddDays(-6), CommitmentState.Draft) { IsPublic = false },
    };

    private static string Short(string mission) => mission.Length <= 40 ? mission : mission.Split(' ')[0] is "Conduite" ? "Transition" : "Participation citoyenne";
}
