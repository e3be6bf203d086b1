using AngleSharp.Dom;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Engagements.Coalitions;

public sealed class CoalitionListTests
{
    [Fact]
    public async Task Coalitions_are_narrowed_ordered_and_paged_by_the_database_and_their_file_says_the_same()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var paul = await world.Being("Paul", "Martin");
        var theme = await world.Insert(() => new Theme("Mobilités", 1, 1, null));
        var bike = await Made("Vélo pour tous", PerimeterKind.Theme, null, theme, new(2024, 1, 1));
        var area = await Made("Technopôle", PerimeterKind.Area, "Zone du Forêt", null, new(2023, 1, 1));
        var over = await Made("Halles", PerimeterKind.Sector, "Commerce", null, new(2022, 1, 1));
        await world.Fanny.Sends(new EntrustFacilitation.Command { CoalitionId = bike, Who = paul, Since = today.AddDays(-10) });
        await world.Fanny.Sends(new ChangeState.Command { Id = area, To = CoalitionState.Active, On = today });
        await world.Fanny.Sends(new ChangeState.Command { Id = over, To = CoalitionState.Ended, On = today, Reason = "Fini" });

        Assert.Equal(["Technopôle", "Vélo pour tous"], await Shown("/coalitions"));
        Assert.Equal(["Vélo pour tous", "Technopôle"], await Shown("/coalitions?sens=desc"));
        Assert.Equal(["Technopôle", "Vélo pour tous"], await Shown("/coalitions?tri=lancement"));
        // Accents and case do not count; a theme is found by its name of today.
        foreach (var (query, found) in new[] { ("q=VELO", 1), ("q=foret", 1), ("q=mobil", 1), ("q=velo+zone", 0), ("q=halles", 0), ("q=halles&etat=terminees", 1), ("animation=sans", 1), ("animation=avec", 1),
            ("animation=avec&animation=sans", 2), ("perimetre=zone", 1), ($"theme={theme}", 1), ("theme=rien", 2), ("etat=inconnu", 2), ("apres=%00cassé", 2), ("tri=autre&sens=autre&colonnes=inconnue", 2) })
            Assert.Equal((query, found), (query, (await Shown("/coalitions?" + query)).Count));
        var page = await world.Bob.Open("/coalitions?animation=avec");
        Assert.Equal("2 coalitions : 1 en lancement, 1 engagée, 1 sans animateur", page.QuerySelector(".answer")!.TextContent.Plain());
        Assert.Equal(["Avec animateur 1", "Sans animateur 1"], Facet(page, "Animation"));
        Assert.Equal(["Mobilités 1"], Facet(page, "Thème"));
        // Chosen, a value keeps its name and its place when the others leave it nothing, or when it is gone since: a saved view can be undone.
        Assert.Equal(["Mobilités 0"], Facet(await world.Bob.Open($"/coalitions?theme={theme}&perimetre=zone"), "Thème"));
        page = await world.Bob.Open($"/coalitions?theme={Guid.NewGuid()}");
        Assert.Equal(["Mobilités 1", "Choix qui n’existe plus 0"], Facet(page, "Thème"));
        Assert.Contains("Choix qui n’existe plus", page.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
        var file = await (await world.Bob.Get("/coalitions?handler=Export&format=csv&colonnes=toutes&animation=avec")).Content.ReadAsStringAsync();
        Assert.Equal(2, file.TrimEnd().Split("\r\n").Length);
        Assert.Contains("Paul Martin", file, StringComparison.Ordinal);
        Assert.Contains("Vélo", await (await world.Bob.Get($"/coalitions?handler=Export&format=csv&choix={bike}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        for (var i = 0; i < 30; i++) await world.Insert(() => new Coalition($"Cercle {i:00}", new DateOnly(2025, 1, 1)));
        foreach (var order in new[] { "", "?tri=lancement", "?sens=desc" })
        {
            var seen = await world.Bob.Walk("/coalitions" + order, "tbody .row-title a");
            Assert.Equal((32, 32), (seen.Count, seen.Distinct().Count()));
        }

        Task<Guid> Made(string name, PerimeterKind kind, string? perimeter, Guid? of, DateOnly started) =>
            world.Fanny.Sends(new SaveCoalition.Command { Name = name, PerimeterKind = kind, Perimeter = perimeter, ThemeId = of, StartedOn = started });

        async Task<IReadOnlyList<string>> Shown(string address) => [.. (await world.Bob.Open(address)).QuerySelectorAll("tbody .row-title").Select(t => t.TextContent)];

        static IEnumerable<string> Facet(IDocument from, string label) => from.QuerySelectorAll(".facet").Single(f => f.QuerySelector("h2")!.TextContent == label)
            .QuerySelectorAll("li").Select(l => string.Join(' ', l.QuerySelectorAll("span").Select(s => s.TextContent)));
    }

    [Fact]
    public async Task The_sheet_of_a_large_coalition_shows_some_members_and_leads_to_all()
    {
        var world = await World.New();
        var coalition = new Coalition("Vélo", new DateOnly(2024, 1, 1));
        for (var i = 0; i < 45; i++) coalition.Welcome(await world.Organisation($"Club {i:00}"), CoalitionRole.Member, new DateOnly(2024, 1, 1), i < 3 ? new DateOnly(2024, 2, 1) : null);
        await world.Insert(() => coalition);
        var page = await world.Bob.Open($"/coalitions/{coalition.Id}");
        Assert.StartsWith("En lancement 42 membres", string.Join(' ', page.QuerySelector(".answer")!.TextContent.Plain().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(GetCoalition.MostMembers, page.QuerySelectorAll("#membres > .items > li").Length);
        var all = await world.Bob.Open($"/coalitions/{coalition.Id}?tout=true");
        Assert.Contains("tout=true", page.QuerySelector("#membres p a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal((42, 3), (all.QuerySelectorAll("#membres > .items > li").Length, all.QuerySelectorAll("#membres details li").Length));
    }
}
