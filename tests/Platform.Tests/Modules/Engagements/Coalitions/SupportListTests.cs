using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Engagements.Leads;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Shared.Search;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Engagements.Leads;

namespace Platform.Tests.Modules.Engagements.Coalitions;

public sealed class SupportListTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public async Task Requests_are_found_by_their_words_their_kind_their_coalition_and_whoever_follows_them_and_paged_by_the_database()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var paul = await world.Being("Paul", "Martin");
        var (bike, coast) = (await Coalition(world, "Vélo"), await Coalition(world, "Littoral"));
        await world.Fanny.Sends(new AskSupport.Command { CoalitionId = bike, Kind = "Réservation de salle", Details = "Trente places assises", DueOn = today.AddDays(20) });
        var training = await world.Fanny.Sends(new AskSupport.Command { CoalitionId = coast, Kind = "Formation au rôle de facilitateur", DueOn = today.AddDays(3) });
        await world.Fanny.Sends(new AnswerSupport.Command { Id = training, State = SupportState.Accepted, OwnerId = paul, DueOn = today.AddDays(3) });
        var given = await world.Fanny.Sends(new AskSupport.Command { CoalitionId = coast, Kind = "Réservation de salle" });
        await world.Fanny.Sends(new AnswerSupport.Command { Id = given, State = SupportState.Given, OwnerId = paul });

        Assert.Equal(["Formation au rôle de facilitateur", "Réservation de salle"], await Shown("/demandes"));
        Assert.Equal(["Réservation de salle", "Formation au rôle de facilitateur"], await Shown("/demandes?sens=desc"));
        foreach (var (words, found) in new[] { ("PLACES", 1), ("salle", 1), ("formation facil", 1), ("velo", 1), ("martin", 1), ("salle martin", 0), ("salle&etat=rendue", 1) })
            Assert.Equal(found, (await Shown("/demandes?q=" + words)).Count);
        Assert.Equal(["Réservation de salle"], await Shown("/demandes?suivi=personne"));
        Assert.Equal(["Formation au rôle de facilitateur"], await Shown($"/demandes?suivi={paul}&coalition={coast}"));
        var page = await world.Bob.Open("/demandes");
        Assert.Equal("2 demandes ouvertes, 1 sans réponse", page.QuerySelector(".answer")!.TextContent.Plain());
        Assert.Equal(["Demandée 1", "Acceptée 1", "Rendue 1"], Facet(page, "État"));
        Assert.Equal(["Personne 1", "Paul Martin 1"], Facet(page, "Suivie par"));
        Assert.Equal(2, (await (await world.Bob.Get("/demandes?handler=Export&format=csv&q=salle&colonnes=toutes")).Content.ReadAsStringAsync()).TrimEnd().Split("\r\n").Length);

        for (var i = 0; i < 55; i++) await world.Fanny.Sends(new AskSupport.Command { CoalitionId = bike, Kind = "Réservation de salle", DueOn = today.AddDays(30 + (i % 3)) });
        var seen = await world.Bob.Walk("/demandes", "tbody a[href*='/demandes/']");
        Assert.Equal((57, 57), (seen.Count, seen.Distinct().Count()));

        async Task<IReadOnlyList<string>> Shown(string address) => [.. (await world.Bob.Open(address)).QuerySelectorAll("tbody .row-title").Select(t => t.TextContent)];

        static IEnumerable<string> Facet(IDocument from, string label) => from.QuerySelectorAll(".facet").Single(f => f.QuerySelector("h2")!.TextContent == label)
            .QuerySelectorAll("li").Select(l => string.Join(' ', l.QuerySelectorAll("span").Select(s => s.TextContent)));
    }

    [Fact]
    public async Task What_was_written_before_search_knew_it_can_be_found_after_one_command_and_a_second_adds_nothing()
    {
        var world = await World.New();
        await world.Promise("Rénovation de la salle des fêtes", await world.Organisation("Redon"));
        var lead = await world.Idea("Navette entre les gares");
        await world.Fanny.Sends(new AskSupport.Command { CoalitionId = await Coalition(world, "Vélo"), Kind = "Réservation de salle", Details = "Trente places" });
        await world.Within(async db =>
        {
            db.RemoveRange(await db.Set<SearchTerm>().AsTracking().Where(t => t.Kind == SearchKind.Title || t.Kind == SearchKind.Support).ToListAsync());
            return 0;
        });
        Assert.Empty(await world.Bob.Sends(new FindSimilar.Query("Salle des fêtes rénovée")));

        Assert.Equal(3, await world.Given(new CompleteSearch.Command()));
        Assert.Equal(0, await world.Given(new CompleteSearch.Command()));
        // Stems of earlier rules become those of today.
        await world.Within(db =>
        {
            db.Add(new SearchTerm(SearchKind.Title, "autrefois", lead));
            return Task.FromResult(0);
        });
        Assert.Equal(1, await world.Given(new CompleteSearch.Command()));
        Assert.False(await world.Read(db => db.Set<SearchTerm>().AnyAsync(t => t.Term == "autrefois")));
        Assert.Equal(["Rénovation de la salle des fêtes"], (await world.Bob.Sends(new FindSimilar.Query("Salle des fêtes rénovée"))).Select(s => s.Title));
        Assert.Single((await world.Bob.Open("/demandes?q=trente")).QuerySelectorAll("tbody tr"));
    }

    private static Task<Guid> Coalition(World world, string name) => world.Within(db =>
    {
        var made = new Coalition(name, Start);
        db.Add(made);
        SearchTerms.Add(db, SearchKind.Coalition, made.Id, [name]);
        return Task.FromResult(made.Id);
    });
}
