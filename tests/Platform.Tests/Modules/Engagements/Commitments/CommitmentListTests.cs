using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Dashboard;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Tasks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Search;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class CommitmentListTests
{
    private static readonly Author Somebody = new(null, "Quelqu’un");

    [Fact]
    public async Task An_empty_space_is_told_what_the_list_is_for()
    {
        var world = await World.New();
        var page = await world.Fanny.Open("/engagements");
        Assert.Contains("Aucun engagement pour l’instant", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href$='/engagements/nouveau']"));
        Assert.Null((await world.Bob.Open("/engagements")).QuerySelector("a[href$='/engagements/nouveau']"));
        Assert.Contains("Aucun engagement", (await world.Bob.Open("/tableau-de-bord")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rien ne vous attend", (await world.Bob.Open("/taches")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/engagements")).StatusCode);
    }

    [Fact]
    public async Task Late_and_silent_are_found_by_their_dates()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        await Log(world, "Plan vélo", c => Adopt(c, today.AddDays(-200)), due: today.AddDays(-3));
        await Log(world, "Compost au collège", c => Adopt(c, today.AddDays(-10)), due: today.AddDays(12));
        await Log(world, "Chaufferie bois", c => Adopt(c, today.AddDays(-120)));
        await Log(world, "Salle commune", _ => { });

        var all = await world.Bob.Sends(Query(new CommitmentFilter()));
        Assert.Equal((4, 1, 2), (all.Page.Total, all.Late, all.Silent));
        Assert.Equal(["Plan vélo", "Compost au collège", "Chaufferie bois", "Salle commune"], all.Page.Rows.Select(r => r.Title));
        Assert.Equal(["Plan vélo"], await Titles(new() { Situations = [CommitmentFilter.Late] }));
        Assert.Equal(["Plan vélo", "Chaufferie bois"], await Titles(new() { Situations = [CommitmentFilter.Silent] }));
        Assert.Equal(["Compost au collège"], await Titles(new() { Situations = [CommitmentFilter.Soon] }));
        Assert.Equal(["Salle commune"], await Titles(new() { States = [CommitmentState.Draft] }));
        Assert.Equal(["Plan vélo"], await Titles(new() { Words = "VELO" }));
        Assert.Equal(["Chaufferie bois"], await Titles(new() { Words = "boi chauf" }));
        Assert.Empty(await Titles(new() { Words = "zzz" }));

        var dashboard = await world.Bob.Sends(new ReadDashboard.Query());
        Assert.Equal((4, 1, 2), (dashboard.Total, dashboard.Late, dashboard.Silent));
        Assert.Equal([0, 0, 0, 0, 0, 3], dashboard.Ageing);
        Assert.Equal(["Compost au collège"], dashboard.Next.Select(n => n.Title));

        async Task<IEnumerable<string>> Titles(CommitmentFilter filter) => (await world.Bob.Sends(Query(filter))).Page.Rows.Select(r => r.Title);
    }

    [Fact]
    public async Task Facets_count_what_each_choice_would_leave()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var (redon, blain) = (await Organisation(world, "Redon"), await Organisation(world, "Blain"));
        await Log(world, "Un", c => { Adopt(c, today.AddDays(-2)); c.HeldBy([redon, blain], null); });
        await Log(world, "Deux", c => c.HeldBy([blain], null));
        var answer = await world.Bob.Sends(Query(new CommitmentFilter { Holders = [redon] }));
        Assert.Equal(1, answer.Page.Total);
        Assert.Equal(["Redon", "Blain"], answer.Page.Rows[0].Holders);
        var holders = answer.Facets.Single(f => f.Name == "porteur").Values;
        Assert.Equal([("Blain", 2, false), ("Redon", 1, true)], holders.Select(v => (v.Label, v.Count!.Value, v.Chosen)));
        Assert.Equal([("Adopté", 1)], answer.Facets.Single(f => f.Name == "etat").Values.Select(v => (v.Label, v.Count!.Value)));
    }

    [Fact]
    public async Task What_was_chosen_stays_in_its_facet_be_it_rare_and_the_level_of_evidence_is_a_facet_a_column_and_a_field_of_the_file()
    {
        var world = await World.New();
        var rare = await Organisation(world, "Rare");
        for (var i = 0; i < 16; i++)
        {
            var often = await Organisation(world, $"Souvent {i:00}");
            await Log(world, $"A{i}", c => c.HeldBy([often], null));
            await Log(world, $"B{i}", c => c.HeldBy([often], null));
        }
        await world.Given(new SaveAxis.Command { FrameworkId = await world.Given(new SaveFramework.Command { Name = "Plan climat", StartYear = 2024, EndYear = 2030 }), Number = 1, Title = "Habitat" });
        var axis = await world.Within(db => db.Set<Axis>().Select(a => a.Id).SingleAsync());
        await Log(world, "Seul", c => { c.HeldBy([rare], null); c.Prove(EvidenceLevel.Verified); c.Place(null, axis, []); });

        var holders = (await world.Bob.Sends(Query(new CommitmentFilter { Holders = [rare] }))).Facets.Single(f => f.Name == "porteur").Values;
        Assert.Equal((16, "Rare", 1, true), (holders.Count, holders[^1].Label, holders[^1].Count!.Value, holders[^1].Chosen));
        var page = await world.Bob.Open("/engagements?preuve=verifie&colonnes=preuve");
        Assert.Equal(["Seul"], page.QuerySelectorAll("tbody .row-title").Select(t => t.TextContent));
        // Links of an axis lead to its list: what narrows it is shown, and can be taken away.
        var ofAxis = await world.Bob.Open($"/engagements?axe={axis}");
        Assert.Equal(["Seul"], ofAxis.QuerySelectorAll("tbody .row-title").Select(t => t.TextContent));
        Assert.Contains("Habitat", Pages.Text(ofAxis, ".chips"), StringComparison.Ordinal);
        Assert.Equal("Vérifié", page.QuerySelector("td[data-label='Niveau de preuve']")!.TextContent.Trim());
        Assert.Equal(["Déclaré 32", "Vérifié 1"], page.QuerySelectorAll(".facet").Single(f => f.QuerySelector("h2")!.TextContent == "Niveau de preuve").QuerySelectorAll("li")
            .Select(l => string.Join(' ', l.QuerySelectorAll("span").Select(s => s.TextContent))));
        var file = await (await world.Bob.Get("/engagements?handler=Export&format=csv&preuve=verifie&colonnes=preuve")).Content.ReadAsStringAsync();
        Assert.Equal("Intitulé;Niveau de preuve\r\nSeul;Vérifié\r\n", file.TrimStart('\ufeff'));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_in_every_order()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        for (var i = 0; i < 120; i++)
        {
            var n = i;
            await Log(world, $"Engagement {n % 7}", c => Adopt(c, today.AddDays(-n % 5)), due: n % 3 == 0 ? null : today.AddDays(n % 11));
        }
        foreach (var order in Enum.GetValues<ListCommitments.Order>())
            foreach (var descending in new[] { false, true })
            {
                var seen = new List<Guid>();
                string? cursor = null;
                do
                {
                    var page = (await world.Bob.Sends(new ListCommitments.Query(new(), order, descending, cursor))).Page;
                    seen.AddRange(page.Rows.Select(r => r.Id));
                    cursor = page.Next;
                } while (cursor is not null);
                Assert.Equal(120, seen.Distinct().Count());
                Assert.Equal(120, seen.Count);
            }
        // By the links of the pages, to the end and back.
        var (there, back) = (new List<string>(), new List<string>());
        var shown = await world.Bob.Open("/engagements?tri=titre");
        for (there.Add(Pages.Text(shown, "tbody")); shown.QuerySelector("a[rel=next]") is { } next; there.Add(Pages.Text(shown, "tbody"))) shown = await world.Bob.Open(next.GetAttribute("href")![(1 + world.Space.Identifier.Length)..]);
        for (back.Insert(0, Pages.Text(shown, "tbody")); shown.QuerySelector("a[rel=prev]") is { } previous; back.Insert(0, Pages.Text(shown, "tbody"))) shown = await world.Bob.Open(previous.GetAttribute("href")![(1 + world.Space.Identifier.Length)..]);
        Assert.Equal(5, there.Count);
        Assert.Equal(there, back);
    }

    [Theory]
    [InlineData("?apres=%F0%9F%98%80&tri=numero")]
    [InlineData("?apres=AAAA&porteur=abc&etat=inconnu&situation=rien&theme=00000000-0000-0000-0000-000000000000")]
    [InlineData("?q=%F0%9F%9A%B2%E2%80%AE%00")]
    public async Task An_address_written_by_hand_shows_a_page_and_never_breaks(string query)
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/engagements" + query)).StatusCode);
    }

    [Fact]
    public async Task Who_runs_the_space_is_asked_about_what_nobody_follows_and_a_reader_is_asked_nothing()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var id = await Log(world, "Plan vélo", c => { Adopt(c, today.AddDays(-200)); c.Measures.Add(new Measure("Jalonner", 1, today.AddDays(-4))); }, due: today.AddDays(-3));
        await Log(world, "Proposé depuis longtemps", c => c.To(CommitmentState.Proposed, today.AddDays(-45), world.App.Clock.GetUtcNow(), Somebody));

        var tasks = await world.Fanny.Sends(new ListTasks.Query());
        Assert.Equal([ListTasks.TaskKind.News, ListTasks.TaskKind.Decision, ListTasks.TaskKind.Measure], tasks.Rows.Select(r => r.Kind));
        Assert.True(tasks.Rows[0].IsDueToo);
        Assert.Empty((await world.Bob.Sends(new ListTasks.Query())).Rows);

        await world.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var commitment = await db.FindAsync<Commitment>(world.Space.Id, id);
            var news = new Update(id, Guid.NewGuid(), UpdateStatus.OnTrack, 40, "Le jalonnement commence.", today, world.App.Clock.GetUtcNow(), today, Somebody);
            commitment!.Tell(news);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        tasks = await world.Fanny.Sends(new ListTasks.Query());
        Assert.Equal([ListTasks.TaskKind.Decision, ListTasks.TaskKind.Measure, ListTasks.TaskKind.Due], tasks.Rows.Select(r => r.Kind));
        var page = await world.Fanny.Open("/tableau-de-bord");
        Assert.Contains("Le jalonnement commence.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static ListCommitments.Query Query(CommitmentFilter filter) => new(filter, ListCommitments.Order.Due, false, null);

    private static void Adopt(Commitment commitment, DateOnly on)
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var state in CommitmentMovesTo(CommitmentState.Adopted)) commitment.To(state, on, now, Somebody);
    }

    private static IReadOnlyList<CommitmentState> CommitmentMovesTo(CommitmentState state) => Moves.Road(state);

    private static async Task<Guid> Organisation(World world, string name) => await Insert(world, () => new Organisation(OrganisationKind.Association, name));

    private static int number;

    private static Task<Guid> Log(World world, string title, Action<Commitment> then, DateOnly? due = null)
    {
        var today = world.Space.Today(world.App.Clock);
        return Insert(world, () =>
        {
            var commitment = new Commitment(Interlocked.Increment(ref number), title, Guid.NewGuid(), today, world.App.Clock.GetUtcNow(), Somebody);
            commitment.Plan(null, due, Commitment.UsualCadence);
            then(commitment);
            return commitment;
        }, (db, c) => SearchTerms.Add(db, SearchKind.Commitment, c.Id, [c.Title]));
    }

    private static Task<Guid> Insert<T>(World world, Func<T> make, Action<PlatformDb, T>? then = null) where T : TenantOwned => world.Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var made = make();
        db.Add(made);
        then?.Invoke(db, made);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return made.Id;
    });
}
