using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Shared;

/// <summary>What members ask again before anything has changed is answered without the database, and never late.</summary>
public sealed class KeptAnswersTests
{
    [Fact]
    public async Task The_same_question_costs_the_membership_alone()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        foreach (var (address, most) in new[] { ("/engagements", 1), ("/engagements?etat=en-cours&tri=titre", 1), ($"/engagements/{id}", 1), ("/tableau-de-bord", 4) })
        {
            var first = (await world.Fanny.Open(address)).QuerySelector("main")!.TextContent.Plain();
            using var trips = RoundTrips.Of(world);
            Assert.Equal(first, (await world.Fanny.Open(address)).QuerySelector("main")!.TextContent.Plain());
            Assert.True(trips.Commands.Count <= most, $"{address}: {trips.Commands.Count}\n{string.Join("\n\n", trips.Commands)}");
        }
    }

    [Fact]
    public async Task A_list_that_is_kept_as_it_was_drawn_is_each_askers_and_each_addresss()
    {
        var world = await World.New();
        await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var host = await world.Host(world.Space);
        for (var i = 0; i < 3; i++)
        {
            Assert.NotNull((await world.Fanny.Open("/engagements")).QuerySelector("td.tick"));
            Assert.Null((await world.Bob.Open("/engagements")).QuerySelector("td.tick"));
            Assert.NotNull((await world.Bob.Open("/engagements?etat=en-cours")).QuerySelector(".chips"));
            Assert.Null((await world.Bob.Open("/engagements")).QuerySelector(".chips"));
            // The same space by its own host has other addresses.
            using var client = world.App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
            var cookie = world.Bob.Cookie(new Uri($"https://{host}"));
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{host}/engagements");
            request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
            var page = await (await client.SendAsync(request)).Content.ReadAsStringAsync();
            Assert.Contains("Plan vélo", page, StringComparison.Ordinal);
            Assert.DoesNotContain($"href=\"/{world.Space.Identifier}/", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_made_on_one_node_is_in_the_next_answer_of_another()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        await using var other = App.On(world.App.Database);
        using var client = other.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var cookie = world.Bob.Cookie(new Uri("https://localhost"));
        async Task<string> Read(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{world.Space.Identifier}{address}");
            request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
            return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
        }
        foreach (var address in new[] { "/engagements", $"/engagements/{id}" })
        {
            var edit = await world.Fanny.Sends(new EditCommitment.Form(id));
            Assert.Contains(edit.Title!, await Read(address), StringComparison.Ordinal);
            await world.Fanny.Sends(edit with { Title = $"{edit.Title} bis" });
            Assert.Contains($"{edit.Title} bis", await Read(address), StringComparison.Ordinal);
            Assert.Contains($"{edit.Title} bis", (await world.Bob.Open(address)).Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rows_changed_in_the_database_by_a_handler_count_as_a_change()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        await world.Bob.Open("/engagements");
        await world.Within(db => db.Set<Commitment>().Where(c => c.Id == id).ExecuteUpdateAsync(u => u.SetProperty(c => c.Title, "Plan piéton")));
        Assert.Contains("Plan piéton", (await world.Bob.Open("/engagements")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_depends_on_the_asker_is_each_askers_own_and_what_was_changed_by_hand_is_seen_in_half_a_minute()
    {
        var world = await World.New(App.On(await TestDatabase.NewPostgres()));
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        Assert.NotNull((await world.Fanny.Open($"/engagements/{id}")).QuerySelector(".actions .btn-primary"));
        Assert.Null((await world.Bob.Open($"/engagements/{id}")).QuerySelector(".actions .btn-primary"));
        await Isolation.Sql.Rows(world.App.Database.Superuser, "UPDATE commitment SET title = 'Plan piéton' WHERE id = $1", id);
        Assert.Contains("Plan vélo", (await world.Bob.Open($"/engagements/{id}")).Body!.TextContent, StringComparison.Ordinal);
        world.App.Clock.Advance(KeptAnswers.Longest);
        Assert.Contains("Plan piéton", (await world.Bob.Open($"/engagements/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }
}
