using System.Net;
using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Shared.Search;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Leads;

public sealed class SimilarTests
{
    [Fact]
    public async Task The_neighbours_renovated_hall_is_found_among_leads_and_commitments()
    {
        var world = await World.New();
        var holder = await world.Organisation("Redon");
        await world.Promise("Salle rénovée à Blain", holder);
        await world.Idea("Rénover la salle polyvalente");
        foreach (var title in new[] { "Plan vélo", "Rénovation des écoles", "Projet de territoire", "Mise en place du plan climat" }) await world.Promise(title, holder);
        var found = await world.Bob.Sends(new FindSimilar.Query("Rénovation de la salle"));
        Assert.Equal(["Rénover la salle polyvalente", "Salle rénovée à Blain"], found.Select(f => f.Title).Order());
        Assert.Equal([true, false], found.OrderBy(f => f.Title, StringComparer.Ordinal).Select(f => f.IsLead));
        Assert.Empty(await world.Bob.Sends(new FindSimilar.Query("Plan d’action du projet")));
        Assert.Empty(await world.Bob.Sends(new FindSimilar.Query(null)));
        Assert.Empty(await world.Bob.Sends(new FindSimilar.Query(new string('é', 100_000) + " 🚲 ')--")));
    }

    [Fact]
    public async Task A_lead_and_the_commitment_that_it_became_are_one_idea()
    {
        var world = await World.New();
        var lead = await world.Idea("Salle rénovée");
        await world.Promise("Rénover la salle", await world.Organisation("Redon"), and: c => c with { FromLeadId = lead });
        Assert.Equal("Rénover la salle", Assert.Single(await world.Bob.Sends(new FindSimilar.Query("Rénovation de la salle"))).Title);
    }

    [Fact]
    public async Task Another_spaces_titles_are_never_shown()
    {
        var world = await World.New();
        await world.Within(db =>
        {
            var lead = new Lead(1, "Salle rénovée", Guid.NewGuid(), new(2024, 1, 1), DateTimeOffset.UnixEpoch, new Author(null, "Charlie"));
            db.Add(lead);
            TitleIndex.Add(db, lead.Id, "Salle rénovée");
            return Task.FromResult(0);
        }, world.Elsewhere);
        Assert.Empty(await world.Alice.Sends(new FindSimilar.Query("Rénovation de la salle")));
        Assert.Single(await world.Charlie.Sends(new FindSimilar.Query("Rénovation de la salle"), world.Elsewhere));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/pistes/nouvelle?handler=Similar&Input.Title=salle")).StatusCode);
    }

    [Fact]
    public async Task While_a_title_is_typed_both_forms_show_what_resembles_it_and_without_script_the_new_sheet_does()
    {
        var world = await World.New();
        var holder = await world.Organisation("Redon");
        var known = await world.Promise("Salle des fêtes rénovée", holder);
        foreach (var form in new[] { "/pistes/nouvelle", "/engagements/nouveau" })
        {
            var shown = await world.Fanny.Open($"{form}?handler=Similar&Input.Title=R%C3%A9novation+de+la+salle");
            Assert.Equal("Salle des fêtes rénovée", shown.QuerySelector($"a[href$='/engagements/{known}']")!.FirstChild!.TextContent);
            Assert.Null((await world.Fanny.Open($"{form}?handler=Similar&Input.Title=Plan+v%C3%A9lo")).QuerySelector("a"));
        }
        var noted = await world.Fanny.Submit("/pistes/nouvelle", [Field("Input.Title", "Rénovation de la salle"), Field("Input.RaisedOn", "2024-03-12")]);
        var sheet = await world.Fanny.Open(noted.Headers.Location!.ToString()[(1 + world.Space.Identifier.Length)..]);
        Assert.NotNull(sheet.QuerySelector($"a[href$='/engagements/{known}']"));
        var logged = await world.Fanny.Submit("/engagements/nouveau", [Field("Input.Title", "Une salle à rénover"), Field("Input.Holders", holder.ToString()), Field("Input.State", "Draft")]);
        Assert.Equal(2, (await world.Fanny.Open(logged.Headers.Location!.ToString()[(1 + world.Space.Identifier.Length)..])).QuerySelectorAll(".similar a").Length);
    }

    [Fact]
    public async Task A_changed_title_is_found_by_its_new_words_only()
    {
        var world = await World.New();
        var lead = await world.Idea("Salle rénovée");
        var form = await world.Fanny.Sends(new EditLead.Form(lead));
        await world.Fanny.Sends(form with { Title = "Navette du samedi" });
        Assert.Empty(await world.Bob.Sends(new FindSimilar.Query("Rénovation de la salle")));
        Assert.Single(await world.Bob.Sends(new FindSimilar.Query("Navettes le samedi")));
        Assert.Empty(await world.Bob.Sends(new FindSimilar.Query("Navettes le samedi", lead)));
    }

    [Fact]
    public async Task Words_that_everybody_uses_still_find_when_nothing_rarer_is_typed()
    {
        var world = await World.New();
        await world.Within(db =>
        {
            // More titles than a stem may have to be looked up by.
            for (var i = 0; i < 5100; i++)
                foreach (var stem in Similarity.Stems("Salle rénovée")) db.Add(new SearchTerm(SearchKind.Title, stem, new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])));
            return Task.FromResult(0);
        });
        await world.Idea("Salle rénovée");
        var near = await world.Within(db => TitleIndex.Near(db, "Rénovation de la salle", null, CancellationToken.None));
        Assert.Equal(200, near.Owners.Count);
        Assert.InRange(near.Score("Salle rénovée"), .99, 1);
    }
}
