using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>What leaves the application: cookies that open one host only, answers that nobody else may keep, pages that change nothing.</summary>
public sealed class OutputTests
{
    private const string Inside = "/tableau-de-bord";

    [Fact]
    public async Task A_cookie_made_for_one_spaces_host_opens_nothing_on_anothers()
    {
        var world = await World.New();
        var (mine, other) = (await world.Host(world.Space), await world.Host(world.Elsewhere));
        // Alice has a place in both spaces: it is the cookie that must not travel.
        await world.Within(db => { db.Add(new Membership(world.Alice.AccountId, "Alice", Roles.Administrator, world.App.Clock.GetUtcNow())); return Task.FromResult(true); }, world.Elsewhere);
        using var client = world.App.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, mine, mine, world)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(client, other, other, world)).StatusCode);
        foreach (var (host, made) in new[] { (other, mine), (mine, other), (mine, "localhost") })
        {
            var answer = await Ask(client, host, made, world);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/connexion?", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_signed_in_person_sees_is_kept_nowhere_and_every_answer_has_its_headers()
    {
        var world = await World.New();
        var sample = await Sample.In(world, world.Space);
        foreach (var target in (await Target.All(world.App)).Where(t => t is { IsGet: true, IsOutside: false, Model: not null }))
            foreach (var person in new[] { world.Alice, world.Nobody })
            {
                var answer = await person.Get(target.Path(sample));
                var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
                Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
                Assert.Matches("default-src '(self|none)'", policy);
                Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
                Assert.NotEmpty(answer.Headers.GetValues("Referrer-Policy"));
                if (person == world.Alice && answer.Content.Headers.ContentType?.MediaType == "text/html")
                    Assert.True(answer.Headers.CacheControl?.NoStore == true, $"{target} may be kept.");
            }
    }

    [Fact]
    public async Task Reading_changes_nothing_however_often_and_no_link_is_dead()
    {
        var world = await World.New();
        var sample = await Sample.In(world, world.Space);
        var tables = await Sql.Owned(world.App.Database);
        var before = await Sql.Print(world.App.Database, world.Space.Id, tables.ButAudit());
        for (var round = 0; round < 2; round++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var waiting = new Queue<string>((await Target.All(world.App)).Where(t => t is { IsGet: true, IsOutside: false } && t.Template != "/deconnexion").Select(t => $"/{world.Space.Identifier}{t.Path(sample)}"));
            while (waiting.Count > 0 && seen.Count < 500)
            {
                var address = waiting.Dequeue();
                if (!seen.Add(address)) continue;
                var answer = await world.Alice.Client.GetAsync(address);
                Assert.True((int)answer.StatusCode < 400 || !found.ContainsKey(address), $"{address}, linked from {found.GetValueOrDefault(address)}: {(int)answer.StatusCode}");
                if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
                foreach (var link in (await Person.Read(answer)).QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                    if (link.StartsWith($"/{world.Space.Identifier}/", StringComparison.Ordinal) && found.TryAdd(link, address)) waiting.Enqueue(link);
            }
            Assert.True(seen.Count > 5, "Nothing was read.");
        }
        Assert.Equal(before, await Sql.Print(world.App.Database, world.Space.Id, tables.ButAudit()));
    }

    private readonly Dictionary<string, string> found = new(StringComparer.Ordinal);

    private static Task<HttpResponseMessage> Ask(HttpClient client, string host, string cookieOf, World world)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://{host}{Inside}"));
        var cookie = world.Alice.Cookie(new Uri($"https://{cookieOf}"));
        request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        return client.SendAsync(request);
    }
}
