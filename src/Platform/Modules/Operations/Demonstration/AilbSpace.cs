using System.Text.Json.Nodes;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The alliance of 13 EPCI: its members, partners and bodies as published, its projects as commitments with their steps.</summary>
internal sealed class AilbSpace : IDemoSpace
{
    // The published steps run from January 2022 to September 2024; this day of theirs is made today.
    private static readonly DateOnly Published = new(2022, 12, 5);

    public DemoIdentity Identity => new("ailb", TenantKind.Alliance, "Alliance intermétropolitaine Loire Bretagne", "AILB", "#17424f")
    {
        Roadmap = "Treize intercommunalités travaillent ensemble entre Nantes et Rennes. Voici ce que leur assemblée générale a retenu, qui le porte, et ce qui en est fait.",
    };

    public async Task Fill(DemoWriter w)
    {
        var data = DemoWriter.Read("ailb.json");
        var created = DateOnly.Parse((string)data["structure"]!["created"]!);
        var members = data["members"]!.AsArray().Select(m => w.Epci((string)m!["siren"]!, created, (string)m["name"]!, (string)m["seat"]!)).ToList();
        foreach (var partner in data["partners"]!.AsArray())
            w.Organisation(Enum.Parse<OrganisationKind>((string)partner!["kind"]!), (string)partner["name"]!,
                (string)partner["role"]! == "funder" ? RoleKind.Funder : RoleKind.Partner, created);

        var director = w.Person(Standing.Staff, "Direction de l’alliance", members[0]);
        var facilitator = w.Person(Standing.Staff, "Animation des chantiers", members[0]);
        var referents = members.ConvertAll(m => w.Person(Standing.Staff, "Référence de l’EPCI pour l’alliance", m));
        var elected = members.ConvertAll(m => w.Person(Standing.Elected, "Délégation à l’alliance", m));
        var bureau = AilbGovernance.Write(w, data, Bodies(w, data, created, members, elected, referents), members);

        await w.Attach(new Place(null, null, null, null) { AgendaItemId = bureau.Items[2].Id }, facilitator.FullName, 4, ("Projet de convention.pdf", DemoFiles.Pdf("Projet de convention avec l’école partenaire",
            "Document inventé pour la démonstration.", "L’école ouvre deux formations en alternance à la rentrée ; chaque EPCI s’engage à accueillir au moins trois apprentis.")));

        await w.Persona(director, Roles.Administrator, "Tout l’espace : réglages, accès, journal, et chaque engagement.");
        await w.Persona(facilitator, Roles.Facilitator, "Les engagements à suivre, ceux qui se taisent, les nouvelles à donner.");
        await w.Persona(referents[0], Roles.Referent, "Les engagements de Redon Agglomération, et de quoi en donner des nouvelles.");
        await w.Persona(elected[4], Roles.Reader, "Tout en lecture, comme avant une assemblée.");

        var priorities = data["priorities_2021"]!.AsArray().Select(p => (string)p!).ToList();
        var framework = w.Framework("Feuille de route de l’alliance", "Les cinq sujets stratégiques retenus et classés par l’assemblée générale.",
            w.Today.Year - 1, w.Today.Year + 4, priorities);
        var themes = framework.Axes.Select((a, i) => (Axis: a, Theme: w.Theme(a.Title, i, a))).ToDictionary(t => t.Axis.Title, t => t.Theme, StringComparer.Ordinal);
        var training = w.Theme("Formation", themes.Count);
        var mobility = w.Theme("Mobilité", themes.Count + 1);

        foreach (var project in data["projects"]!.AsArray())
        {
            var title = (string)project!["title"]!;
            var holders = project["members"] is JsonArray sirens ? sirens.Select(s => members.Single(m => m.Siren == (string)s!)).ToList() : members;
            var promise = await w.Commit(Tell(w, title, facilitator, referents[members.IndexOf(holders[0])]) with
            {
                Holders = holders,
                Theme = title switch
                {
                    _ when title.StartsWith("Formation", StringComparison.Ordinal) => training,
                    _ when title.StartsWith("Habiter", StringComparison.Ordinal) => themes["Vivre et habiter les territoires ruraux"],
                    _ when title.EndsWith("Tourisme", StringComparison.Ordinal) => themes["Tourisme"],
                    _ when title.EndsWith("Déchets", StringComparison.Ordinal) => themes["Déchets"],
                    "Mobilité" => mobility,
                    _ => themes["Énergie renouvelable"],
                },
                Measures = [.. project["steps"]!.AsArray().Select(s => Shifted(w, (string)s!["title"]!, DateOnly.Parse((string)s["due"]!)))],
                Due = project["steps"]!.AsArray().Select(s => (DateOnly?)Shift(w, DateOnly.Parse((string)s!["due"]!))).Max(),
            });
            await Back(w, promise, facilitator.FullName);
            // What its referent has just answered from a mail.
            if (title == "Groupe de partage Tourisme") w.Receive(promise, 1, UpdateStatus.OnTrack, 75, "La troisième visite a eu lieu mardi : vingt-six personnes, et deux offices de tourisme veulent accueillir la suivante.");
        }
        var visits = await w.Commit(new Promise("Une journée d’immersion dans chacun des 13 EPCI", w.Today.AddDays(-560), CommitmentState.Kept)
        {
            Statement = "La direction passe une journée dans chaque communauté membre pour connaître ses services, ses projets et ce qu’elle attend de l’alliance.",
            Holders = members, Facilitator = facilitator, Due = w.Today.AddDays(-430), Closed = w.Today.AddDays(-425),
            Measures = [.. data["members"]!.AsArray().Select((m, i) => new Step($"Immersion : {(string)m!["name"]!}", w.Today.AddDays(-530 + 7 * i), w.Today.AddDays(-530 + 7 * i), members[i]))],
            News = [new(425, UpdateStatus.Done, 100, "Les treize journées ont eu lieu ; la synthèse a été présentée à l’assemblée générale élargie.", facilitator.FullName)],
        });
        await w.Attach(visits, facilitator.FullName, 420, "Les treize comptes rendus ont été relus avec les directions.", true, ("Synthèse des treize journées.pdf", DemoFiles.Pdf("Synthèse des treize journées",
            "Document inventé pour la démonstration.",
            "De mars à juin, la direction a passé une journée dans chacune des treize communautés membres : visite des services, rencontre de la présidence, temps avec les agents.",
            "Trois attentes reviennent partout : partager l’ingénierie, peser ensemble auprès des régions, et ne pas ajouter de réunions.")));
        var since = w.Today.AddDays(-90).ToString("dd/MM/yyyy");
        await w.Import(ImportSubject.Organisations, "Nom\tNature\tSiège\tRôle\tDepuis le\n" + string.Concat(data["members"]!.AsArray().Select(m => (string)m!["seat"]!).Distinct().Take(5)
            .Select(seat => $"Ville de {seat}\tCommune\t{seat}\tInvité\t{since}\n")));
        await Ideas(w, members, themes["Tourisme"], mobility, training);
    }

    // Invented too: what backs two of the projects.
    private static Task Back(DemoWriter w, Commitment promise, string by) => promise.Title switch
    {
        "Formation supérieure en alternance" => w.Attach(promise, by, 190, null, false, ("Compte rendu du comité technique.pdf", DemoFiles.Pdf("Comité technique : formations en alternance",
            "Document inventé pour la démonstration.",
            "Quatre métiers en tension sont retenus avec les entreprises : maintenance industrielle, soin à domicile, logistique, construction bois.",
            "Décision : chaque EPCI présente la convention à son conseil avant l’été."))),
        _ when promise.Title.StartsWith("Décarbonation", StringComparison.Ordinal) => w.Attach(promise, by, 188, null, true,
            ("Rapport d’étape.pdf", DemoFiles.Pdf("Hydrogène renouvelable : rapport d’étape", "Document inventé pour la démonstration.",
                "Le recensement des flottes captives des treize EPCI est terminé : bennes à ordures, autocars, véhicules d’exploitation.",
                "La suite : un diagnostic de potentiel, cofinancé, dont le cahier des charges est joint au prochain bureau.")),
            ("Flottes captives par EPCI.png", DemoFiles.Bars(82, 64, 57, 55, 49, 44, 41, 38, 33, 29, 24, 18, 12))),
        _ => Task.CompletedTask,
    };

    // Invented: what the thirteen communities bring to the alliance's table.
    private static async Task Ideas(DemoWriter w, List<Organisation> members, Theme tourism, Theme mobility, Theme training)
    {
        var questions = w.Questions();
        const string from = "Bureau de l’alliance (idée inventée pour la démonstration).";
        await w.Note(new("Un billet unique pour les trains et les cars de l’alliance", 88, "o?o-", LeadState.Soon)
        {
            Description = "Un seul titre de transport d’une métropole à l’autre, en passant par les treize communautés.", Organisation = members[0], Theme = mobility, Origin = from,
            Comments = new Dictionary<int, string> { [1] = "À chiffrer avec les deux régions." },
        }, questions);
        await w.Note(new("Achat groupé de véhicules électriques", 45, "oo") { Organisation = members[3], Theme = mobility, Origin = from }, questions);
        await w.Note(new("Itinéraire touristique commun le long du canal", 33, "ooo?") { Organisation = members[1], Theme = tourism, Origin = from }, questions);
        await w.Note(new("Un salon de l’emploi saisonnier", 150, "n?nn", LeadState.Dropped) { Theme = training, Origin = from, Reason = "Deux communautés en tiennent déjà un : mieux vaut s’y inviter." }, questions);
    }

    private static Promise Tell(DemoWriter w, string title, Person facilitator, Person referent)
    {
        var (by, also) = (facilitator.FullName, referent.FullName);
        var start = w.Today.AddDays(-400);
        Promise promise = title switch
        {
            "Formation supérieure en alternance" => new(title, start, CommitmentState.UnderWay)
            {
                Statement = "Ouvrir dans nos villes moyennes des formations supérieures en alternance, avec les entreprises et l’école partenaire.",
                News =
                [
                    new(310, UpdateStatus.OnTrack, 15, "Premier comité technique : quatre métiers en tension retenus avec les entreprises.", by),
                    new(190, UpdateStatus.OnTrack, 30, "Le rapport d’étape est remis au bureau.", also),
                    new(5, UpdateStatus.Attention, 45, "La convention est relue par les trois EPCI ; un conseil communautaire n’a pas encore délibéré.", also),
                ],
            },
            "Décarbonation : hydrogène renouvelable" => new(title, start, CommitmentState.UnderWay)
            {
                Statement = "Bâtir une filière locale d’hydrogène renouvelable pour les mobilités lourdes des treize communautés.",
                Means = "Un comité technique tous les deux mois ; une étude de potentiel cofinancée.",
                Answer = "Le diagnostic coûte plus que prévu : trois communautés revoient leur part au budget de printemps. Nous dirons en mars si le cahier des charges part en l’état.",
                News =
                [
                    new(300, UpdateStatus.OnTrack, 10, "Le comité technique est constitué.", by),
                    new(190, UpdateStatus.OnTrack, 25, "Le rapport d’étape recense les flottes captives des treize EPCI.", by),
                    new(128, UpdateStatus.Attention, 40, "Le cahier des charges du diagnostic est prêt ; trois communautés doivent encore délibérer sur leur part.", by),
                ],
            },
            "Habiter les territoires intermétropolitains" => new(title, w.Today.AddDays(-330), CommitmentState.UnderWay)
            {
                Statement = "Une stratégie résidentielle propre à chaque bassin et une charte commune, au terme de quatre séminaires.",
                News =
                [
                    new(210, UpdateStatus.OnTrack, 25, "Premier séminaire : état des lieux partagé.", by),
                    new(100, UpdateStatus.OnTrack, 55, "Troisième séminaire ; la charte est relue.", by),
                    new(3, UpdateStatus.Blocked, 60, "La charte est adoptée ; la stratégie attend l’étude foncière, dont le financement n’est pas confirmé.", by, IsPublic: false),
                ],
            },
            "Groupe de partage Tourisme" => new(title, w.Today.AddDays(-300), CommitmentState.UnderWay)
            {
                Statement = "Se montrer ce qui marche : quatre visites de sites dans l’année, ouvertes aux élus et aux offices de tourisme.",
                News =
                [
                    new(150, UpdateStatus.OnTrack, 25, "Première visite : le canal et ses maisons éclusières.", by),
                    new(38, UpdateStatus.OnTrack, 50, "Deuxième visite, trente participants ; la troisième est fixée.", by),
                ],
            },
            "Transition énergétique et énergies renouvelables" => new(title, w.Today.AddDays(-60), CommitmentState.Adopted)
            {
                Statement = "Un cycle de séminaires pour choisir ensemble où et comment produire.",
            },
            "Groupe de partage Déchets" => new(title, w.Today.AddDays(-50), CommitmentState.Proposed)
            {
                Statement = "Comparer les tarifications et les filières de réemploi.",
                IsPublic = false,
            },
            _ => new(title, w.Today.AddDays(-12), CommitmentState.Draft) { IsPublic = false },
        };
        return promise with { Facilitator = facilitator, Referent = referent };
    }

    private static Step Shifted(DemoWriter w, string title, DateOnly due)
    {
        var day = Shift(w, due);
        // The reports and the charter are delivered; the rest is still to come, or late.
        return new Step(title, day, title.StartsWith("Rapport", StringComparison.Ordinal) || title.StartsWith("Charte", StringComparison.Ordinal) ? day.AddDays(-2) : null);
    }

    private static DateOnly Shift(DemoWriter w, DateOnly published) => w.Today.AddDays(published.DayNumber - Published.DayNumber);

    private static List<Body> Bodies(DemoWriter w, JsonNode data, DateOnly created, List<Organisation> members, List<Person> elected, List<Person> referents)
    {
        var bodies = new List<Body>();
        foreach (var line in data["bodies"]!.AsArray())
        {
            var body = new Body(Enum.Parse<BodyKind>((string)line!["kind"]!), (string)line["name"]!, (bool)line["decides"]!);
            body.Describe(body.Kind, body.Name, body.Decides, (int?)line["cadence_per_year"], (string?)line["composition"]);
            if (body.Kind == BodyKind.GeneralAssembly)
                for (var i = 0; i < members.Count; i++)
                {
                    body.Appoint(MandateFunction.Titular, null, elected[i].Id, members[i].Id, created);
                    body.Appoint(MandateFunction.Substitute, null, i == 6 ? null : referents[i].Id, members[i].Id, created);
                }
            var functions = line["functions"]?.AsArray().Select(f => (string)f!).ToList() ?? [];
            for (var i = 0; i < functions.Count; i++)
            {
                var (function, precision) = Function(functions[i]);
                body.Appoint(function, precision, elected[i].Id, members[i].Id, created);
            }
            bodies.Add(w.Db.Add(body).Entity);
        }
        return bodies;
    }

    private static (MandateFunction, string?) Function(string text)
    {
        var open = text.IndexOf('(');
        var (name, precision) = open < 0 ? (text, null) : (text[..open].Trim(), text[(open + 1)..].TrimEnd(')'));
        return (name switch
        {
            "Présidence" => MandateFunction.President,
            "Vice-présidence" => MandateFunction.VicePresident,
            "Secrétariat" => MandateFunction.Secretary,
            "Secrétariat adjoint" => MandateFunction.DeputySecretary,
            "Trésorerie" => MandateFunction.Treasurer,
            "Trésorerie adjointe" => MandateFunction.DeputyTreasurer,
            _ => MandateFunction.Other,
        }, precision);
    }
}
