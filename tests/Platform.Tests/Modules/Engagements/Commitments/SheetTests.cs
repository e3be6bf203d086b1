using Microsoft.Extensions.DependencyInjection;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Operations;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class SheetTests
{
    [Fact]
    public async Task The_sheet_takes_at_most_five_round_trips_whatever_it_holds()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        var anne = await world.Being("Anne", "Le Gall", redon);
        await world.StandsFor(world.Remi, anne);
        var id = await world.Promise("Plan vélo", redon, and: c => c with { Holders = [redon, blain], ReferentId = anne, FirstMeasures = "Un\nDeux\nTrois 12/12/2031", DueOn = new DateOnly(2031, 1, 1) });
        var gauge = await world.Alice.Sends(new SaveIndicator.Command { CommitmentId = id, Name = "Abris posés", Unit = "abris", Baseline = 0, Target = 12, TargetOn = new DateOnly(2031, 1, 1) });
        foreach (var month in Enumerable.Range(1, 6))
        {
            await world.Alice.Sends(new NoteValue.Command { CommitmentId = id, IndicatorId = gauge, On = new DateOnly(2026, month, 1), Value = month });
            await world.Alice.Sends(new GiveNews.Command { CommitmentId = id, Status = UpdateStatus.OnTrack, Text = $"Mois {month}.", Progress = month, HappenedOn = new DateOnly(2026, month, 1) });
        }
        foreach (var who in new[] { world.Bob, world.Remi, world.Fanny })
        {
            using var trips = RoundTrips.Of(world);
            var page = await who.Open($"/engagements/{id}");
            Assert.InRange(trips.Commands.Count, 1, 5);
            Assert.Equal(6, page.QuerySelectorAll(".timeline p[dir=auto]").Count(p => p.TextContent.StartsWith("Mois", StringComparison.Ordinal)));
            Assert.NotNull(page.QuerySelector($"#indicateur-{gauge} figure.chart table"));
        }
    }

    [Fact]
    public async Task Silence_and_lateness_are_said_first()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { StateOn = today.AddDays(-130), StartsOn = today.AddDays(-130), DueOn = today.AddDays(-12) });
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.StartsWith("En cours, en retard de 12 jours, sans nouvelles depuis 4 mois.", page.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(["En cours", "En retard", "Sans nouvelles"], page.QuerySelectorAll(".answer .badge").Select(b => b.TextContent.Plain()));
        Assert.Contains("4 mois sans nouvelles", page.QuerySelector(".timeline-silence")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#contenu form"));
        Assert.Equal("Donner des nouvelles", (await world.Fanny.Open($"/engagements/{id}")).QuerySelector(".actions .btn-primary")!.TextContent.Plain());
    }

    [Fact]
    public async Task Each_state_offers_its_own_next_acts()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"), CommitmentState.Draft);
        foreach (var (act, state) in new[] { ("Proposer", "Proposed"), ("Adopter", "Adopted"), ("Démarrer", "UnderWay") })
        {
            var page = await world.Alice.Open($"/engagements/{id}");
            Assert.Contains(page.QuerySelectorAll(".actions button"), b => b.TextContent.Plain() == act);
            Assert.Equal(HttpStatusCode.Found, (await world.Alice.Submit($"/engagements/{id}", [Field("State", state)], "Move")).StatusCode);
        }
        var open = await world.Alice.Open($"/engagements/{id}");
        Assert.Equal(["Déclarer tenu", "Déclarer tenu en partie", "Abandonner"], open.QuerySelectorAll(".actions a[href*='/etat/']").Select(a => a.TextContent.Plain()));
        Assert.Equal(HttpStatusCode.Found, (await world.Alice.Submit($"/engagements/{id}/etat/tenu", [Field("Input.On", world.Space.Today(world.App.Clock).ToString("yyyy-MM-dd")), Field("Input.Reason", "Inauguré.")])).StatusCode);
        var closed = await world.Alice.Open($"/engagements/{id}");
        Assert.Equal(["Rouvrir"], closed.QuerySelectorAll(".actions a[href*='/etat/']").Select(a => a.TextContent.Plain()));
        Assert.Null(closed.QuerySelector($"a[href$='{id}/nouvelles']"));
        // Two clicks on one button: the second finds it done.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Post($"/engagements/{id}/etat/tenu", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Alice.Get($"/engagements/{id}/etat/propose")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Alice.Get($"/engagements/{id}/etat/nimporte")).StatusCode);
    }

    [Fact]
    public async Task Abandoning_says_what_it_does_and_asks_why()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { FirstMeasures = "Un" });
        var form = await world.Fanny.Open($"/engagements/{id}/etat/abandonne");
        Assert.Contains("Rien n’est effacé", form.Body!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("1 mesure n’est ni faite ni abandonnée.", form.Body!.TextContent.Plain(), StringComparison.Ordinal);
        var refused = await world.Fanny.Submit($"/engagements/{id}/etat/abandonne", [Field("Input.Reason", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Dites pourquoi en une phrase : ce motif restera dans l’historique.", (await Person.Read(refused)).QuerySelector("#Input_Reason_error")!.TextContent.Plain());
        var tomorrow = world.Space.Today(world.App.Clock).AddDays(1).ToString("yyyy-MM-dd");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit($"/engagements/{id}/etat/abandonne", [Field("Input.Reason", "Faute de budget."), Field("Input.On", tomorrow)])).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"/engagements/{id}/etat/abandonne", [Field("Input.Reason", "Faute de budget.")])).StatusCode);
        Assert.Contains("Abandonné : Faute de budget.", (await world.Bob.Open($"/engagements/{id}")).QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        var line = await world.Read(db => db.Audit.Where(a => a.SubjectId == id && a.Action == AuditAction.Changed).SingleAsync());
        Assert.Contains("\"State\":[\"UnderWay\",\"Abandoned\"]", line.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_that_says_piste_reads_its_own_word_everywhere()
    {
        var world = await World.New();
        await world.InSpace(async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            (await db.Tenants.AsTracking().SingleAsync(t => t.Id == world.Space.Id)).Speak(Vocabulary.With([KeyValuePair.Create("engagement", new Word("piste", "pistes", true)), KeyValuePair.Create("mesure", new Word("étape", "étapes", true))]));
            await db.SaveChangesAsync();
            services.GetRequiredService<SpaceDirectory>().Forget();
            return true;
        });
        var id = await world.Promise("Fleuve Loire", await world.Organisation("Loire"), CommitmentState.Adopted);
        var page = await world.Alice.Open($"/engagements/{id}");
        Assert.StartsWith("Adoptée le", page.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(["Adoptée", "Proposée", "Consignée"], page.QuerySelectorAll(".timeline p").Select(p => p.TextContent.Plain()));
        foreach (var address in new[] { "/engagements/nouveau", $"/engagements/{id}", $"/engagements/{id}/modifier", $"/engagements/{id}/nouvelles", $"/engagements/{id}/mesures/ajouter", $"/engagements/{id}/etat/abandonne", $"/engagements/{id}/indicateurs/ajouter" })
        {
            var text = (await world.Alice.Open(address)).QuerySelector("#contenu")!.TextContent;
            Assert.DoesNotMatch("(?i)\\bengagements?\\b|\\bmesures?\\b", text);
        }
    }

    [Fact]
    public async Task A_coalition_holds_it_for_its_organisations_and_the_axis_follows_the_theme()
    {
        var world = await World.New();
        var (enib, ubo) = (await world.Organisation("ENIB"), await world.Organisation("UBO"));
        var coalition = await world.Insert(() =>
        {
            var made = new Coalition("Technopôle", new DateOnly(2026, 1, 1));
            foreach (var id in new[] { enib, ubo }) made.Welcome(id, CoalitionRole.Member, new DateOnly(2026, 1, 1));
            return made;
        });
        var framework = new Framework("Plan climat", null, 2020, 2030);
        var (mobility, housing) = (framework.AddAxis(1, "Bouger"), framework.AddAxis(2, "Habiter"));
        await world.Insert(() => framework);
        var (bike, wood) = (await world.Insert(() => new Theme("Vélo", 0, 1, mobility.Id)), await world.Insert(() => new Theme("Bois", 1, 2, housing.Id)));

        var promised = await world.Promise("Se déplacer", enib, and: c => c with { Holders = [], CoalitionId = coalition, ThemeId = bike });
        var sheet = await world.Bob.Sends(new ShowCommitment.Query(promised));
        Assert.Equal(("Technopôle", "1. Bouger"), (sheet.Coalition, sheet.Axis));
        Assert.Equal(["ENIB", "UBO"], sheet.Members.Select(m => m.Name));
        var form = await world.Alice.Sends(new EditCommitment.Form(promised));
        await world.Alice.Sends(form with { ThemeId = wood });
        Assert.Equal("2. Habiter", (await world.Bob.Sends(new ShowCommitment.Query(promised))).Axis);
        // Given to an organisation: the coalition lets go.
        await world.Alice.Sends((await world.Alice.Sends(new EditCommitment.Form(promised))) with { CoalitionId = null, Holders = [ubo], LeadId = enib });
        sheet = await world.Bob.Sends(new ShowCommitment.Query(promised));
        Assert.Equal([("ENIB", true), ("UBO", false)], sheet.Holders.Select(h => (h.Name, h.IsLead)));
        Assert.Null(sheet.CoalitionId);
    }
}
