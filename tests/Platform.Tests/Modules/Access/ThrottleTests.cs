using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Access;

public sealed class ThrottleTests
{
    private const string Password = "une phrase assez longue";

    [Fact]
    public async Task From_one_address_wrong_passwords_are_counted_whatever_the_account_and_others_still_enter()
    {
        await using var app = await Addressed.New();
        var world = await World.New(app);
        await SignInTests.GivePassword(world, world.Bob);
        var throttle = app.Services.GetRequiredService<Throttle>();
        for (var i = 0; i < Limits.SignIn.Most - 1; i++) await throttle.Count(Limits.SignIn, "203.0.113.7", CancellationToken.None);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(world, world.Bob.Email, "203.0.113.7")).StatusCode);
        var wrong = await Refused(await SignsIn(world, "inconnue@example.org", "203.0.113.7"));
        Assert.Equal(wrong, await Refused(await SignsIn(world, world.Bob.Email, "203.0.113.7")));
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(world, world.Bob.Email, "203.0.113.8")).StatusCode);
        app.Clock.Advance(Limits.SignIn.Within + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(world, world.Bob.Email, "203.0.113.7")).StatusCode);
    }

    [Fact]
    public async Task A_mailbox_is_not_filled_with_links()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        for (var i = 0; i < Limits.ForgottenAccount.Most + 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Submit("/mot-de-passe-oublie", new Dictionary<string, string> { ["Input.Email"] = world.Bob.Email })).StatusCode);
        Assert.Equal(Limits.ForgottenAccount.Most, (await world.Mails(world.Bob.Email)).Count);
    }

    [Fact]
    public async Task Whoever_guesses_links_is_shown_none_even_a_right_one()
    {
        await using var app = await Addressed.New();
        var world = await World.New(app);
        await SignInTests.GivePassword(world, world.Bob);
        await world.Nobody.Submit("/mot-de-passe-oublie", new Dictionary<string, string> { ["Input.Email"] = world.Bob.Email });
        var nora = await world.Being("Nora", "Quémeneur");
        string[] links = [await world.MailedLink(world.Bob.Email), await world.NewsLink(await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { ReferentId = nora }), nora)];
        // Guesses at personal links, each counted once.
        for (var i = 1; i < Limits.Link.Most; i++) await At(world, "203.0.113.9").Get(i % 2 == 0 ? $"/r/nouvelle-{i}" : $"/r/reunion-{i}");
        Assert.Equal(HttpStatusCode.OK, (await At(world, "203.0.113.9").Get(links[1])).StatusCode);
        await At(world, "203.0.113.9").Get("/r/nouvelle-x");
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await At(world, "203.0.113.9").Get(link)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await At(world, "203.0.113.10").Get(link)).StatusCode);
        }
    }

    [Fact]
    public async Task Counts_made_at_once_are_all_counted()
    {
        var app = await App.Get();
        var throttle = app.Services.GetRequiredService<Throttle>();
        var limit = new Limit("test", 8, TimeSpan.FromMinutes(1));
        var subject = Guid.NewGuid().ToString();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => throttle.Count(limit, subject, CancellationToken.None)));
        Assert.True(await throttle.IsOver(limit, subject, CancellationToken.None));
        Assert.False(await throttle.IsOver(limit with { Most = 9 }, subject, CancellationToken.None));
    }

    private static Person At(World world, string address)
    {
        var person = new Person(world, null, "", "");
        person.Client.DefaultRequestHeaders.Add("X-Test-Address", address);
        return person;
    }

    private static Task<HttpResponseMessage> SignsIn(World world, string email, string address) =>
        At(world, address).Submit("/connexion", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = Password });

    private static async Task<string> Refused(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return (await Person.Read(response)).QuerySelector("[role=alert]")!.TextContent;
    }

    /// <summary>A host in which requests come from the address that they say: the test server has none.</summary>
    private sealed class Addressed : App, IStartupFilter
    {
        private Addressed(TestDatabase database) : base(database) { }

        protected override void Change(IServiceCollection services) => services.AddSingleton<IStartupFilter>(this);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                if (http.Request.Headers["X-Test-Address"] is [{ } address]) http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return following(http);
            });
            next(app);
        };

        public static async Task<Addressed> New() => Started(new Addressed(await TestDatabase.Get()));
    }
}
