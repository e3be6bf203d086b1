using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Search;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Governance;

public sealed class BodyListTests
{
    [Fact]
    public async Task Bodies_are_narrowed_ordered_and_paged_by_the_database_and_their_file_says_the_same()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var board = await Made("Bureau", BodyKind.Bureau, true);
        await Made("Assemblée générale", BodyKind.GeneralAssembly, true);
        await Made("Éco-énergie", BodyKind.TechnicalCommittee, false);
        var over = await Made("Anciens", BodyKind.WorkingGroup, false);
        await world.Fanny.Sends(new AddMandate.Command { BodyId = board, Function = MandateFunction.Treasurer, Start = today.AddDays(-5) });
        await world.Fanny.Sends(new EndBody.Command { Id = over, On = today.AddDays(-1) });

        // Those that decide come first.
        Assert.Equal(["Assemblée générale", "Bureau", "Éco-énergie"], await Shown("/instances"));
        Assert.Equal(["Éco-énergie", "Bureau", "Assemblée générale"], await Shown("/instances?sens=desc"));
        Assert.Equal(["Assemblée générale", "Bureau", "Éco-énergie"], await Shown("/instances?tri=nom"));
        foreach (var (query, found) in new[] { ("q=ENERGIE", 1), ("q=comite", 1), ("q=comité+éner", 1), ("q=comite+bureau", 0), ("situation=vacante", 1), ("situation=terminee", 1), ("situation=terminee&situation=vacante", 2),
            ("situation=en-cours", 3), ("role=decide", 2), ("role=avis", 1), ("nature=bureau", 1), ("nature=inconnue&situation=jamais&colonnes=rien&tri=x", 3) })
            Assert.Equal((query, found), (query, (await Shown("/instances?" + query)).Count));
        Assert.Equal("3 instances, dont 2 qui décident, 1 fonction vacante", (await world.Bob.Open("/instances?role=avis")).QuerySelector(".answer")!.TextContent.Plain());
        var file = await (await world.Bob.Get("/instances?handler=Export&format=csv&colonnes=toutes&role=decide")).Content.ReadAsStringAsync();
        Assert.Equal(3, file.TrimEnd().Split("\r\n").Length);

        // What is older than the search by words is found after one command.
        await world.Within(async db =>
        {
            await SearchTerms.Replace(db, SearchKind.Body, board, [], default);
            return 0;
        });
        Assert.Equal(1, await world.Given(new CompleteGovernanceSearch.Command()));
        Assert.Equal(0, await world.Given(new CompleteGovernanceSearch.Command()));

        for (var i = 0; i < 30; i++) await world.Insert(() => new Body(BodyKind.WorkingGroup, $"Groupe {i:00}", i % 2 == 0));
        foreach (var order in new[] { "", "?tri=nom", "?sens=desc" })
        {
            var seen = await world.Bob.Walk("/instances" + order, "tbody .row-title a");
            Assert.Equal((33, 33), (seen.Count, seen.Distinct().Count()));
        }

        Task<Guid> Made(string name, BodyKind kind, bool decides) => world.Fanny.Sends(new SaveBody.Command { Name = name, Kind = kind, Decides = decides });

        async Task<IReadOnlyList<string>> Shown(string address) => [.. (await world.Bob.Open(address)).QuerySelectorAll("tbody .row-title").Select(t => t.TextContent)];
    }
}
