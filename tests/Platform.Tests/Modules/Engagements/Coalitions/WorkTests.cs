using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.RoadMaps;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Engagements.Tasks;
using Platform.Modules.Operations.Journal;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Engagements.Evidence;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Coalitions;

/// <summary>What a coalition asks, when it meets, what its members answer, and its sheet on paper.</summary>
public sealed class WorkTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    /// <summary>Vélo, whose members are Redon (Rémi speaks for it) and Blain.</summary>
    private static async Task<(World World, Guid Coalition, Guid Redon, Guid Blain)> Arranged()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        await world.StandsFor(world.Remi, await world.Being("Anne", "Le Gall", redon));
        var id = await world.Insert(() =>
        {
            var made = new Coalition("Vélo", Start);
            made.Welcome(redon, CoalitionRole.Lead, Start);
            made.Welcome(blain, CoalitionRole.Member, Start);
            return made;
        });
        return (world, id, redon, blain);
    }

    [Fact]
    public async Task A_referent_asks_for_support_and_the_structure_answers_with_a_name_and_a_date()
    {
        var (world, id, _, _) = await Arranged();
        var ask = $"/coalitions/{id}/demandes/nouvelle";
        Assert.Equal(6, (await world.Remi.Open(ask)).QuerySelectorAll("input[name='Input.Kind']").Length);
        Assert.Equal("Choisissez un appui dans la liste.", await Uploads.Said(await world.Remi.Submit(ask, [Field("Input.Kind", "Un million")]), "Input_Kind"));
        Assert.Equal("Cette date est passée.", await Uploads.Said(await world.Remi.Submit(ask, [Field("Input.Kind", "Réservation de salle"), Field("Input.DueOn", "2020-01-01")]), "Input_DueOn"));
        var asked = await world.Remi.Submit(ask, [Field("Input.Kind", "Réservation de salle"), Field("Input.Details", "Trente places.")]);
        Assert.Equal(HttpStatusCode.Found, asked.StatusCode);
        var sheet = asked.Headers.Location!.OriginalString[$"/{world.Space.Identifier}".Length..];
        Assert.Contains("Réservation de salle", (await world.Bob.Open($"/coalitions/{id}")).QuerySelector("#demandes")!.TextContent, StringComparison.Ordinal);
        // It waits for somebody: whoever runs coalitions sees it in their tasks.
        Assert.Contains(await world.Fanny.Sends(new ListTasks.Query()) is { } tasks ? tasks.Rows : [], r => r.Kind == ListTasks.TaskKind.Support && r.Measure == "Réservation de salle");
        Assert.DoesNotContain((await world.Bob.Sends(new ListTasks.Query())).Rows, r => r.Kind == ListTasks.TaskKind.Support);
        Assert.Contains("Vélo;Réservation de salle;Demande d’appui", await (await world.Fanny.Get("/taches?handler=Export&format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var owner = await world.Being("Paul", "Martin");
        await world.StandsFor(world.Bob, owner);
        Assert.Equal("Un refus se dit avec son motif.", await Uploads.Said(await world.Fanny.Submit(sheet, [Field("Input.State", "Refused")]), "Input_Reason"));
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(sheet, [Field("Input.State", "Accepted"), Field("Input.OwnerId", owner.ToString()), Field("Input.DueOn", "2020-01-01")])).StatusCode);
        Assert.Contains("1 demande ouverte, 1 en retard", (await world.Bob.Open("/demandes")).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.True(Assert.Single((await world.Bob.Sends(new ListTasks.Query())).Rows, r => r.Kind == ListTasks.TaskKind.Support).IsLate(world.Space.Today(world.App.Clock)));
        Assert.Contains("Paul Martin", (await world.Bob.Open(sheet)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await world.Alice.Submit(sheet, [Field("Input.Version", "0"), Field("Input.State", "Given")])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await world.Alice.Submit(sheet, [Field("Input.State", "Given"), Field("Input.Reason", "Salle réservée.")])).StatusCode);
        Assert.Contains("Aucune demande en attente", (await world.Bob.Open("/demandes")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await world.Bob.Open("/demandes?etat=rendue")).QuerySelector("tbody tr"));
        var file = await (await world.Bob.Get("/demandes?handler=Export&format=csv&etat=rendue&colonnes=toutes")).Content.ReadAsStringAsync();
        Assert.Contains("Salle réservée.", file, StringComparison.Ordinal);
        var journal = await world.Alice.Sends(new ReadJournal.Query(null, nameof(SupportRequest), null, null, null, null));
        Assert.Contains(new AuditChange("État", "Acceptée", "Rendue"), journal.Page.Rows[0].Changes);
    }

    [Fact]
    public async Task Only_members_ask_and_a_coalition_that_has_ended_asks_no_more()
    {
        var (world, id, redon, _) = await Arranged();
        var other = await world.Insert(() => new Coalition("Bois", Start));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/coalitions/{other}/demandes/nouvelle")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get($"/coalitions/{id}/demandes/nouvelle")).StatusCode);
        await world.Fanny.Sends(new ChangeState.Command { Id = id, To = CoalitionState.Ended, On = world.Space.Today(world.App.Clock), Reason = "Fini." });
        Assert.Equal("support.ended", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new AskSupport.Command { CoalitionId = id, Kind = "Réservation de salle" }))).Code);
        Assert.Equal("roadmap.ended", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new OpenRound.Command { CoalitionId = id, Text = "Encore." }))).Code);
        Assert.NotEqual(Guid.Empty, redon);
    }

    [Fact]
    public async Task The_support_offered_is_the_spaces_own_list()
    {
        var (world, id, _, _) = await Arranged();
        var form = await world.Fanny.Open("/coalitions/guide");
        var fields = form.QuerySelectorAll("[name^='Support.']").ToDictionary(e => e.GetAttribute("name")!, e => e.GetAttribute("value") ?? "");
        fields["Support.Lines[0].Text"] = "Prêt de vélos";
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Post("/coalitions/guide?handler=Support", fields)).StatusCode);
        var offered = (await world.Remi.Open($"/coalitions/{id}/demandes/nouvelle")).QuerySelectorAll("input[name='Input.Kind']").Select(i => i.GetAttribute("value")).ToList();
        Assert.Contains("Prêt de vélos", offered);
        Assert.Equal(6, offered.Count);
        // The steps of the guide are not touched by it, nor counted with it.
        Assert.Equal(4, (await world.Bob.Sends(new GetCoalition.Query(id))).StageOf(GuidePart.Launch).Total);
    }

    [Fact]
    public async Task A_rhythm_says_the_next_meetings()
    {
        var (world, id, _, _) = await Arranged();
        var form = $"/coalitions/{id}/rythme";
        Assert.Equal("De 1 à 26.", await Uploads.Said(await world.Fanny.Submit(form, [Field("Input.FirstOn", "2026-01-13"), Field("Input.Every", "40"), Field("Input.Unit", "Months")]), "Input_Every"));
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(form, [Field("Input.FirstOn", "2026-01-13"), Field("Input.Every", "2"), Field("Input.Unit", "Months"), Field("Input.Time", "18:30")])).StatusCode);
        foreach (var (field, value, sentence) in new[] { ("FirstOn", "2190-01-01", "Une date depuis 1990, et dans 5 ans au plus."), ("Time", "25 h 99", "Écrivez une heure, par exemple 18:30.") })
            Assert.Equal(sentence, await Uploads.Said(await world.Fanny.Submit(form, [Field("Input." + field, value)]), "Input_" + field));
        Assert.Contains("Prochaine le", Pages.Text(await world.Bob.Open($"/coalitions/{id}/fiche"), ".paper"), StringComparison.Ordinal);
        Assert.Contains("Tous les 2 mois, le 2e mardi, à 18 h 30. Prochaines", Pages.Text(await world.Bob.Open($"/coalitions/{id}"), "#travail"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<Conflict>(() => world.Alice.Sends(new SetRhythm.Command { CoalitionId = id, FirstOn = Start, Every = 1, Unit = RhythmUnit.Weeks }));
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(form, [], "Remove")).StatusCode);
        Assert.Contains("Sans rythme régulier", (await world.Bob.Open($"/coalitions/{id}")).QuerySelector("#travail")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_member_answers_to_the_road_map_and_rounds_are_kept()
    {
        var (world, id, redon, blain) = await Arranged();
        await world.Promise("Doubler l’usage du vélo", redon, and: c => c with { Holders = [], CoalitionId = id, FirstMeasures = "Enquêter 12/12/2031" });
        var open = $"/coalitions/{id}/validations/nouvelle";
        var proposed = (await world.Fanny.Open(open)).QuerySelector("#Input_Text")!.TextContent;
        Assert.Contains("Doubler l’usage du vélo", proposed, StringComparison.Ordinal);
        Assert.Contains("– Enquêter", proposed, StringComparison.Ordinal);
        var opened = await world.Fanny.Submit(open, [Field("Input.Text", proposed), Field("Input.DueOn", "")]);
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        var round = opened.Headers.Location!.OriginalString[$"/{world.Space.Identifier}".Length..];
        Assert.Equal("roadmap.open", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new OpenRound.Command { CoalitionId = id, Text = "Autre." }))).Code);

        // Rémi speaks for Redon only.
        Assert.Null((await world.Bob.Open(round)).QuerySelector("#repondre"));
        Assert.Contains("Répondre pour Redon", (await world.Remi.Open(round)).QuerySelector("#repondre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un non se dit avec sa raison : c’est elle qui fera avancer la version suivante.", await Uploads.Said(await world.Remi.Submit(round, [Field("Input.Choice", "No")]), "Input_Reason"));
        Assert.Equal(HttpStatusCode.Found, (await world.Remi.Submit(round, [Field("Input.Choice", "No"), Field("Input.Reason", "Trop tôt.")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Post(round, [Field("Input.OrganisationId", blain.ToString()), Field("Input.Choice", "Yes")])).StatusCode);
        Assert.Contains("1 non, 1 sans réponse", (await world.Bob.Open(round)).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(round, [Field("Input.Choice", "Yes"), Field("Input.OrganisationId", blain.ToString())])).StatusCode);
        Assert.Contains("Trop tôt.", (await world.Bob.Open(round)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(round, [], "Close")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Remi.Post(round, [Field("Input.OrganisationId", redon.ToString()), Field("Input.Choice", "Yes")])).StatusCode);
        await world.Fanny.Sends(new OpenRound.Command { CoalitionId = id, Text = "Deuxième essai." });
        var shown = (await world.Bob.Open($"/coalitions/{id}")).QuerySelector("#feuille-de-route")!.TextContent.Plain();
        Assert.Contains("Version 2", shown, StringComparison.Ordinal);
        Assert.Contains("1 oui, 1 non", shown, StringComparison.Ordinal);
        Assert.Equal(2, await world.Read(db => db.Set<RoadMapRound>().CountAsync()));
    }

    [Fact]
    public async Task A_version_waits_in_the_tasks_of_who_speaks_for_a_member_and_late_in_those_of_who_runs_coalitions()
    {
        var (world, id, redon, _) = await Arranged();
        var today = world.Space.Today(world.App.Clock);
        var round = await world.Fanny.Sends(new OpenRound.Command { CoalitionId = id, Text = "Doubler l’usage du vélo.", DueOn = today });
        Assert.Single(await Waiting(world.Remi));
        Assert.Empty(await Waiting(world.Fanny));
        Assert.Empty(await Waiting(world.Bob));
        var page = await world.Remi.Open("/taches");
        Assert.NotNull(page.QuerySelector($"a[href$='/coalitions/{id}/validations/{round}#repondre']"));
        await world.Within(async db =>
        {
            var stored = await db.Set<RoadMapRound>().AsTracking().SingleAsync();
            db.Entry(stored).Property(r => r.DueOn).CurrentValue = today.AddDays(-1);
            return true;
        });
        Assert.True(Assert.Single(await Waiting(world.Fanny)).IsLate(today));
        await world.Remi.Sends(new AnswerRound.Command { CoalitionId = id, Id = round, OrganisationId = redon, Choice = RoadMapChoice.Yes });
        Assert.Empty(await Waiting(world.Remi));

        static async Task<IReadOnlyList<ListTasks.Row>> Waiting(Person who) => [.. (await who.Sends(new ListTasks.Query())).Rows.Where(r => r.Kind == ListTasks.TaskKind.RoadMap)];
    }

    [Fact]
    public async Task A_road_map_has_members_to_answer()
    {
        var world = await World.New();
        var id = await world.Insert(() => new Coalition("Bois", Start));
        var refused = await world.Fanny.Submit($"/coalitions/{id}/validations/nouvelle", [Field("Input.Text", "Planter.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Personne n’y est encore", (await Person.Read(refused)).Body!.TextContent.Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_on_paper_has_its_five_parts()
    {
        var (world, id, redon, _) = await Arranged();
        await world.Promise("Doubler l’usage du vélo", redon, and: c => c with { Holders = [], CoalitionId = id, FirstMeasures = "Enquêter 12/12/2031" });
        var page = await world.Bob.Open($"/coalitions/{id}/fiche");
        Assert.Equal(["1. Objectif de la coalition", "2. Membres", "3. Mode de fonctionnement", "4. Premières actions mises en œuvre ou planifiées", "5. Enjeux ciblés"],
            page.QuerySelectorAll(".paper h2").Select(h => h.TextContent.Plain()));
        Assert.Contains("Enquêter", page.QuerySelector(".paper")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Redon (porteur)", page.QuerySelector(".paper")!.TextContent.Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_of_a_coalition_takes_at_most_five_round_trips()
    {
        var (world, id, redon, _) = await Arranged();
        await world.Fanny.Sends(new AskSupport.Command { CoalitionId = id, Kind = "Réservation de salle" });
        await world.Fanny.Sends(new OpenRound.Command { CoalitionId = id, Text = "Un texte." });
        await world.Promise("Doubler l’usage du vélo", redon, and: c => c with { Holders = [], CoalitionId = id });
        using var trips = RoundTrips.Of(world);
        await world.Fanny.Open($"/coalitions/{id}");
        Assert.InRange(trips.Commands.Count, 1, 5);
    }
}
