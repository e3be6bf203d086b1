using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class CommitmentSearchTests
{
    [Fact]
    public async Task A_renamed_holder_is_found_by_its_new_name_at_once_and_no_longer_by_the_old_one()
    {
        var world = await World.New();
        var redon = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Association, Name = "Pays de Redon", Role = RoleKind.Member, Since = new(2020, 1, 1) });
        await world.Promise("Plan vélo", redon);
        Assert.Equal(["Plan vélo"], await Found(world, "redon velo"));
        var form = await world.Given(new EditOrganisation.Form(redon));
        await world.Given(form with { Name = "Vilaine Agglomération" });
        Assert.Equal(["Plan vélo"], await Found(world, "vilaine"));
        Assert.Equal(["Plan vélo"], await Found(world, "vél vil"));
        Assert.Empty(await Found(world, "redon"));
    }

    [Fact]
    public async Task A_renamed_coalition_too()
    {
        var world = await World.New();
        var coalition = await world.Given(new SaveCoalition.Command { Name = "Technopôle", PerimeterKind = PerimeterKind.Area, Perimeter = "Zone nord", StartedOn = new(2025, 1, 1) });
        await world.Alice.Sends(new LogCommitment.Command { FormKey = Guid.NewGuid(), Title = "Plan vélo", CoalitionId = coalition });
        Assert.Equal(["Plan vélo"], await Found(world, "technopole"));
        var form = await world.Given(new SaveCoalition.Form(coalition));
        await world.Given(form with { Name = "Campus" });
        Assert.Equal(["Plan vélo"], await Found(world, "campus vel"));
        Assert.Empty(await Found(world, "technopole"));
    }

    [Fact]
    public async Task Whoever_holds_much_is_looked_for_another_way_and_the_answer_is_the_same()
    {
        var world = await World.New();
        var redon = await world.Organisation("Pays de Redon");
        var coalition = await world.Given(new SaveCoalition.Command { Name = "Redon demain", PerimeterKind = PerimeterKind.Area, Perimeter = "Zone nord", StartedOn = new(2025, 1, 1) });
        await world.Promise("Plan vélo", redon);
        await world.Promise("Une gare à Redon", await world.Organisation("Blain"));
        await world.Promise("Compost", await world.Organisation("Nozay"));
        await world.Alice.Sends(new LogCommitment.Command { FormKey = Guid.NewGuid(), Title = "Chaufferie", CoalitionId = coalition });
        foreach (var much in new[] { false, true })
        {
            Assert.Equal(["Chaufferie", "Plan vélo", "Une gare à Redon"], await Matching("redon", much));
            Assert.Equal(["Plan vélo"], await Matching("redon velo", much));
        }

        Task<List<string>> Matching(string words, bool much) => world.Within(async db =>
        {
            var named = (await CommitmentSearch.Read(db, words, default)).Select(n => n with { HoldMuch = much && n.Organisations.Count > 0 });
            return await CommitmentSearch.Matching(db, db.Set<Commitment>().AsNoTracking(), words, [.. named]).OrderBy(c => c.TitleKey).Select(c => c.Title).ToListAsync();
        });
    }

    [Fact]
    public async Task A_word_that_a_thousand_titles_hold_is_found_at_once_and_not_counted_by_each_facet()
    {
        var world = await World.New();
        await world.Promise("Action communale", await world.Organisation("Nozay"), CommitmentState.Adopted);
        await Sql.Rows(world.App.Database.Superuser, "INSERT INTO commitment SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'form_key', gen_random_uuid(), 'number', g))).* FROM commitment c, generate_series(2, 1100) g WHERE c.tenant_id = $1", world.Space.Id);
        await Sql.Rows(world.App.Database.Superuser, "INSERT INTO search_term (tenant_id, kind, term, owner_id) SELECT c.tenant_id, 1, t, c.id FROM commitment c, unnest(array['communale', 'mot' || c.number % 40]) t WHERE c.tenant_id = $1 AND c.number > 1", world.Space.Id);
        await Sql.Rows(world.App.Database.Superuser, "ANALYZE commitment, search_term");

        var page = await world.Bob.Open("/engagements?q=communale");
        Assert.Equal("1 000+ engagements", page.QuerySelector(".answer")!.TextContent.Plain().Replace('\u202f', ' '));
        Assert.Equal(25, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Adopté", page.QuerySelector(".facets")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".facets .count"));
        // What fits on a page is told by the page.
        page = await world.Bob.Open("/engagements?q=communale&etat=tenu");
        Assert.Equal("0 engagement", page.QuerySelector(".answer")!.TextContent.Plain());
        // Narrower, it is counted again.
        using var trips = RoundTrips.Of(world);
        page = await world.Bob.Open("/engagements?q=communale+mot7&etat=adopte");
        Assert.True(trips.Commands.Count <= 5, string.Join('\n', trips.Commands));
        Assert.Equal("28 engagements, 0 en retard, 0 sans nouvelles", page.QuerySelector(".answer")!.TextContent.Plain());
        Assert.NotEmpty(page.QuerySelectorAll(".facets .count"));
        Assert.Equal(28, (await world.Bob.Walk("/engagements?q=communale+mot7", "tbody .row-title a")).Distinct().Count());
    }

    private static async Task<IEnumerable<string>> Found(World world, string words) =>
        (await world.Bob.Sends(new ListCommitments.Query(new CommitmentFilter { Words = words }, ListCommitments.Order.Title, false, null))).Page.Rows.Select(r => r.Title);
}
