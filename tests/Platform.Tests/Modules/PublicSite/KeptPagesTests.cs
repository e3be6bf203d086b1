using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.PublicSite;

/// <summary>Public pages are kept by space until something of the space changes.</summary>
public sealed class KeptPagesTests
{
    [Fact]
    public async Task The_second_visitor_costs_the_database_nothing()
    {
        var world = await World.New();
        var id = await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        foreach (var address in new[] { "/", "/public/engagements", $"/public/engagements/{id}", "/public/carte", "/public/engagements.json", "/public/engagements.csv", "/sitemap.xml" })
        {
            var first = await (await world.Nobody.Get(address)).Content.ReadAsStringAsync();
            using var trips = RoundTrips.Of(world);
            // A parameter that means nothing here is the same page; so is a stranger's cookie.
            var again = await Ask(world, address + "?utm=x", cookie: "_ga=1");
            Assert.Equal(first, await again.Content.ReadAsStringAsync());
            Assert.Empty(trips.Commands);
        }
    }

    [Fact]
    public async Task The_first_visitor_costs_a_few_round_trips_however_much_is_shown()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        var id = Guid.Empty;
        for (var i = 0; i < 5; i++)
        {
            id = await world.PublicPromise($"Promesse {i}", i % 2 == 0 ? redon : blain, and: c => c with { FirstMeasures = "Un\nDeux" });
            await world.News(id, "Du neuf.", isPublic: true);
        }
        await world.Framework("Plan climat", isPublic: true);
        await world.Coalition("Mobilités", isPublic: true);
        foreach (var (address, most) in new[] { ("/public/engagements", 7), ($"/public/engagements/{id}", 8), ("/public/cadres", 4), ("/public/coalitions", 2), ("/", 13) })
        {
            using var trips = RoundTrips.Of(world);
            await world.Nobody.Open(address);
            Assert.True(trips.Commands.Count <= most, $"{address}: {trips.Commands.Count}\n{string.Join("\n\n", trips.Commands)}");
        }
    }

    [Fact]
    public async Task A_change_is_in_the_next_answer_and_leaves_the_other_space_alone()
    {
        var world = await World.New();
        await world.Within(async db => { (await db.Tenants.FindAsync(world.Elsewhere.Id))!.Publish(true, null, OpenLicence.Etalab); return true; }, world.Elsewhere);
        var holder = await world.Organisation("Derval");
        var id = await world.PublicPromise("Un bus le samedi", holder);
        var other = "//" + world.Elsewhere.Identifier + "/public/engagements";
        var theirs = (await world.Nobody.Get(other)).Headers.ETag;
        await world.Nobody.Open("/public/engagements");
        var edit = await world.Fanny.Sends(new EditCommitment.Form(id));
        await world.Fanny.Sends(edit with { Title = "Deux bus le samedi" });
        Assert.Contains("Deux bus le samedi", (await world.Nobody.Open("/public/engagements")).Body!.TextContent, StringComparison.Ordinal);
        var answer = await world.Nobody.Get(other);
        Assert.Equal(theirs, answer.Headers.ETag);
        Assert.NotNull(answer.Headers.Age);
    }

    [Fact]
    public async Task What_was_refused_or_rolled_back_drops_nothing()
    {
        var world = await World.New();
        await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        await world.Nobody.Open("/public/engagements");
        await Assert.ThrowsAnyAsync<Exception>(() => world.Within<bool>(async db =>
        {
            db.Add(new Platform.Modules.Members.Organisations.Organisation(Platform.Modules.Members.Contract.OrganisationKind.Association, "Jamais"));
            await db.SaveChangesAsync();
            throw new InvalidOperationException("Refused.");
        }));
        Assert.NotNull((await world.Nobody.Get("/public/engagements")).Headers.Age);
    }

    [Fact]
    public async Task An_answer_begun_before_a_change_is_never_given_after_it()
    {
        var world = await World.New();
        var changes = world.App.Services.GetRequiredService<Platform.Data.SpaceChanges>();
        var before = changes.GenerationOf(world.Space.Id);
        await world.Organisation("Derval");
        Assert.True(changes.GenerationOf(world.Space.Id) > before);
    }

    [Fact]
    public async Task Closed_or_suspended_everything_answers_404_at_once()
    {
        var world = await World.New();
        var id = await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        string[] pages = ["/public/engagements", $"/public/engagements/{id}", "/public/carte", "/public/engagements.json", "/public/engagements.csv", "/public/objectifs.csv", "/public/coalitions.csv", "/public/donnees-ouvertes", "/public/cadres", "/public/coalitions", "/sitemap.xml"];
        foreach (var page in pages) Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get(page)).StatusCode);
        var form = (await world.Alice.Sends(new Platform.Modules.PublicSite.Settings.SaveRoadmap.Form())).Current;
        await world.Alice.Sends(form with { HasRoadmap = false });
        foreach (var page in pages) Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(page)).StatusCode);
        // Not even how many there are.
        Assert.DoesNotContain("engagement", (await world.Nobody.Open("/")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await world.Alice.Sends(form with { HasRoadmap = true, Version = form.Version + 1 });
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get("/public/engagements")).StatusCode);
        await world.App.Services.GetRequiredService<TenantScopes>().RunOutside("test", s => s.GetRequiredService<Platform.Kernel.IMediator>()
            .Send(new ChangeTenantState.Command(world.Space.Identifier, TenantState.Suspended)));
        foreach (var page in pages.Append("/")) Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(page)).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_given_nothing_kept_and_leaves_nothing_behind()
    {
        var world = await World.New();
        await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        var mine = await world.Alice.Get("/public/engagements");
        Assert.True(mine.Headers.CacheControl?.NoStore);
        Assert.Null(mine.Headers.ETag);
        Assert.Contains("Tableau de bord", await mine.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var everybodys = await world.Nobody.Get("/public/engagements");
        Assert.Null(everybodys.Headers.Age);
        Assert.DoesNotContain("Tableau de bord", await everybodys.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null((await Ask(world, "/public/engagements", cookie: ".AspNetCore.Mvc.CookieTempDataProvider=x")).Headers.Age);
        Assert.NotNull((await world.Nobody.Get("/public/engagements")).Headers.Age);
    }

    [Fact]
    public async Task Answers_have_a_name_by_which_they_are_asked_again_and_no_cookie()
    {
        var world = await World.New();
        await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        foreach (var address in new[] { "/", "/public/engagements", "/public/engagements.json", "/public/engagements.csv", "/sitemap.xml" })
        {
            var answer = await world.Nobody.Get(address);
            Assert.True(answer.Headers.CacheControl is { Public: true, NoCache: true });
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.NotNull(answer.Headers.ETag);
            var again = await Ask(world, address, etag: answer.Headers.ETag!.ToString());
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Compressed_once_and_kept_in_each_form()
    {
        var world = await World.New();
        await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        for (var round = 0; round < 2; round++)
            foreach (var encoding in new[] { "br", "gzip", "" })
            {
                var answer = await Ask(world, "/public/engagements", encoding: encoding);
                Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding));
                Assert.Equal(round == 1, answer.Headers.Age is not null);
            }
    }

    [Fact]
    public async Task What_was_typed_is_answered_and_not_kept()
    {
        var world = await World.New();
        await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        for (var round = 0; round < 2; round++) Assert.Null((await world.Nobody.Get("/public/engagements?q=bus")).Headers.Age);
    }

    private static async Task<HttpResponseMessage> Ask(World world, string address, string? cookie = null, string? etag = null, string? encoding = null)
    {
        using var client = world.App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{world.Space.Identifier}{address}");
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (!string.IsNullOrEmpty(encoding)) request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return await client.SendAsync(request);
    }
}
