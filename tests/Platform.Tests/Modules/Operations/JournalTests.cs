using System.Net;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Operations.Journal;
using Platform.Modules.Shared.Lists;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Operations;

public sealed class JournalTests
{
    [Fact]
    public async Task A_change_says_who_when_from_what_to_what()
    {
        var world = await World.New();
        var id = await Register(world, "Avant");
        await Rename(world, id, "Après");
        var answer = await world.Alice.Sends(new ReadJournal.Query(null, null, id, null, null, null));
        Assert.Equal(2, answer.Page.Total);
        var change = answer.Page.Rows[0];
        Assert.Contains(new AuditChange("Nom", "Avant", "Après"), change.Changes);
        Assert.Equal("test", change.Reason);
        Assert.Contains(new AuditChange("Nature", null, "Association"), answer.Page.Rows[1].Changes);
        var page = await world.Alice.Open($"/journal?sujet={id}");
        Assert.Contains("2 changements de « Après »", page.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_administrator_reads_it_and_only_of_the_own_space()
    {
        var world = await World.New();
        var id = await Register(world, "CANARI-JOURNAL");
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get("/journal")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get("/journal")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/journal")).StatusCode);
        Assert.Contains("CANARI-JOURNAL", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);
        var elsewhere = await world.Charlie.Sends(new ReadJournal.Query(null, null, id, null, null, null), world.Elsewhere);
        Assert.Equal(0, elsewhere.Page.Total);
    }

    [Fact]
    public async Task It_is_narrowed_by_person_kind_and_days_and_goes_from_page_to_page()
    {
        var world = await World.New();
        for (var i = 0; i < Keyset.Size + 5; i++) await Register(world, $"Organisation {i}");
        var all = await world.Alice.Sends(new ReadJournal.Query(ReadJournal.Platform, nameof(Organisation), null, null, null, null));
        Assert.Equal(Keyset.Size + 5, all.Page.Total);
        Assert.Equal(Keyset.Size, all.Page.Rows.Count);
        var rest = await world.Alice.Sends(new ReadJournal.Query(ReadJournal.Platform, nameof(Organisation), null, null, null, all.Page.Next));
        Assert.Equal(5, rest.Page.Rows.Count);
        Assert.Empty(all.Page.Rows.Select(r => r.Id).Intersect(rest.Page.Rows.Select(r => r.Id)));
        var today = world.Space.Today(world.App.Clock);
        Assert.Equal(0, (await world.Alice.Sends(new ReadJournal.Query(null, null, null, null, today.AddDays(-1), null))).Page.Total);
        Assert.True((await world.Alice.Sends(new ReadJournal.Query(null, null, null, today, today, null))).Page.Total >= Keyset.Size + 5);
        Assert.Equal(0, (await world.Alice.Sends(new ReadJournal.Query(world.Alice.AccountId.ToString(), null, null, null, null, null))).Page.Total);
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get("/journal?du=31/02/2026&sujet=abc&quoi=Rien&apres=xx")).StatusCode);
    }

    [Fact]
    public async Task Themes_axes_coalitions_and_leads_are_called_by_their_names()
    {
        var world = await World.New();
        var theme = await world.Given(new SaveTheme.Command { Name = "Mobilité douce" });
        var coalition = await world.Given(new SaveCoalition.Command { Name = "Technopôle", PerimeterKind = PerimeterKind.Theme, ThemeId = theme, StartedOn = new(2025, 1, 1) });
        var commitment = await world.Alice.Sends(new LogCommitment.Command { FormKey = Guid.NewGuid(), Title = "Plan vélo", CoalitionId = coalition, ThemeId = theme });
        Assert.Contains(new AuditChange("Thème", null, "Mobilité douce"), (await Of(coalition)).Changes);
        Assert.Contains(new AuditChange("Thème", null, "Mobilité douce"), (await Of(commitment)).Changes);
        Assert.Contains(new AuditChange("Coalition", null, "Technopôle"), (await Of(commitment)).Changes);

        async Task<ReadJournal.Row> Of(Guid subject) => (await world.Alice.Sends(new ReadJournal.Query(null, null, subject, null, null, null))).Page.Rows[^1];
    }

    private static Task<Guid> Register(World world, string name) => world.Within(async db =>
    {
        var organisation = new Organisation(OrganisationKind.Association, name);
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    });

    private static Task<bool> Rename(World world, Guid id, string name) => world.Within(async db =>
    {
        (await db.FindAsync<Organisation>(world.Space.Id, id))!.Describe(OrganisationKind.Association, name, null, null);
        await db.SaveChangesAsync();
        return true;
    });
}
