using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>The entente of two departments: its leads, which it calls "pistes", by theme, in the three states that it uses.</summary>
internal sealed class EntenteSpace : IDemoSpace
{
    public DemoIdentity Identity => new("loire-haute-loire", TenantKind.Entente, "Entente Loire – Haute-Loire", null, "#7a3b1d")
    {
        Words = Vocabulary.With([KeyValuePair.Create("engagement", new Word("piste", "pistes", true))]),
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
        await w.Persona(director, Roles.Administrator, "Toutes les pistes, les réglages de l’espace et son vocabulaire.");
        await w.Persona(facilitator, Roles.Facilitator, "Les pistes à faire avancer et celles qui se taisent.");
        await w.Persona(referent, Roles.Referent, "Les pistes que porte le département de la Haute-Loire.");
        await w.Persona(elected[0], Roles.Reader, "Tout en lecture, avant la conférence de l’entente.");

        foreach (var line in data["bodies"]!.AsArray())
        {
            var body = new Body(BodyKind.EntenteConference, (string)line!["name"]!, true);
            var roles = string.Join(" ; ", line["roles"]!.AsArray().Select(r => (string)r!));
            body.Describe(body.Kind, body.Name, true, 2, Word.Capital(roles) + ". Ses décisions valent une fois ratifiées par les deux assemblées (CGCT, art. L. 5411-1).");
            for (var i = 0; i < departments.Count; i++) body.Appoint(MandateFunction.Titular, null, elected[i].Id, departments[i].Id, signed);
            w.Db.Add(body);
        }

        var framework = w.Framework("Projet de coopération", "Les principes que les deux départements se sont donnés.", signed.Year, w.Today.Year + 3,
            data["principles"]!.AsArray().Select(p => (string)p!));
        var themes = new Dictionary<string, Theme>(StringComparer.Ordinal);
        var n = 0;
        foreach (var lead in data["leads"]!.AsArray())
        {
            var theme = (string)lead!["theme"]!;
            if (!themes.TryGetValue(theme, out var known)) themes[theme] = known = w.Theme(theme, themes.Count);
            await w.Commit(Tell(w, (string)lead["title"]!, lead["started"] is not null ? 0 : n, facilitator.FullName) with
            {
                Holders = n % 2 == 0 ? departments : [departments[1], departments[0]], Theme = known, Axis = framework.Axes[n % framework.Axes.Count],
                Facilitator = facilitator, Referent = theme == "Routes" ? referent : null,
            });
            n++;
        }
        foreach (var structure in data["pooled_structures"]!.AsArray())
        {
            var (name, topic) = ((string)structure!["name"]!, (string?)structure["topic"]);
            var started = (string)structure["state"]! == "engagée";
            if (!themes.TryGetValue("Mutualisation", out var known)) themes["Mutualisation"] = known = w.Theme("Mutualisation", themes.Count);
            await w.Commit((started ? Tell(w, $"{name} : {topic}", 0, facilitator.FullName) : new Promise($"Mutualisation : {name}", w.Today.AddDays(-70), CommitmentState.Proposed)
            {
                Statement = "Étude de faisabilité à mener avant toute décision.",
            }) with { Holders = departments, Theme = known, Axis = framework.Axes[^1], Facilitator = facilitator });
        }
    }

    private static Promise Tell(DemoWriter w, string title, int n, string by) => (n % 4) switch
    {
        0 => new(title, w.Today.AddDays(-300), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(75),
            Measures = [new("Réunion des deux directions", w.Today.AddDays(-240), w.Today.AddDays(-238)), new("Calendrier commun arrêté", w.Today.AddDays(18))],
            News = [new(180, UpdateStatus.OnTrack, 25, "Les deux directions se sont réunies et partagent leurs calendriers.", by), new(20, UpdateStatus.OnTrack, 50, "Le programme commun est en relecture.", by)],
        },
        1 => new(title, w.Today.AddDays(-280), CommitmentState.UnderWay)
        {
            Due = w.Today.AddDays(160),
            News = [new(142, UpdateStatus.Attention, 20, "Un premier recensement est fait en Haute-Loire ; celui de la Loire reste à faire.", by)],
        },
        2 => new(title, w.Today.AddDays(-40), CommitmentState.Adopted) { Due = w.Today.AddDays(240) },
        _ => new(title, w.Today.AddDays(-55), CommitmentState.Proposed) { Statement = "À l’étude : l’opportunité reste à démontrer avec les quatre questions de l’entente.", IsPublic = false },
    };
}
