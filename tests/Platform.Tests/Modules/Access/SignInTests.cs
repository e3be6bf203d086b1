using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Access;

public sealed class SignInTests
{
    private const string Password = "une phrase assez longue";

    [Fact]
    public async Task An_inner_page_leads_to_sign_in_and_back_to_itself()
    {
        var world = await World.New();
        await GivePassword(world, world.Bob);

        var refused = await world.Nobody.Get("/mes-taches-internes");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        var entered = await SignsIn(world, world.Bob.Email, Password, "/connexion?retour=%2Fengagements%3Fq%3Deau");

        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal($"/{world.Space.Identifier}/engagements?q=eau", entered.Headers.Location?.OriginalString);
        Assert.Contains(entered.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-platform=", StringComparison.Ordinal)
            && c.Contains("secure", StringComparison.OrdinalIgnoreCase) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example")]
    [InlineData("/../autre-espace/parametres")]
    [InlineData("/%2e%2e/autre-espace/parametres")]
    [InlineData("/connexion")]
    public async Task An_address_that_leaves_the_space_is_not_followed(string back)
    {
        var world = await World.New();
        await GivePassword(world, world.Bob);
        var entered = await SignsIn(world, world.Bob.Email, Password, "/connexion?retour=" + Uri.EscapeDataString(back));
        Assert.Equal($"/{world.Space.Identifier}/tableau-de-bord", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Unknown_wrong_and_locked_get_the_same_answer_in_the_same_time()
    {
        var world = await World.New();
        await GivePassword(world, world.Bob);
        await GivePassword(world, world.Fanny);
        for (var i = 0; i < 8; i++) await SignsIn(world, world.Fanny.Email, "une phrase fausse");

        var answers = new List<string>();
        foreach (var (email, password) in new[] { ("inconnue@example.org", Password), (world.Bob.Email, "une phrase fausse"), (world.Fanny.Email, Password), (world.Remi.Email, Password) })
        {
            var started = System.Diagnostics.Stopwatch.StartNew();
            var refused = await SignsIn(world, email, password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.True(started.ElapsedMilliseconds >= 400, $"{email}: {started.ElapsedMilliseconds} ms");
            Assert.DoesNotContain(refused.Headers.Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value), c => c.StartsWith("__Host-platform=", StringComparison.Ordinal));
            var page = await Person.Read(refused);
            Assert.Equal(email, page.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
            answers.Add(page.QuerySelector("[role=alert]")!.TextContent);
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(world, world.Bob.Email, Password)).StatusCode);
    }

    [Fact]
    public async Task Tries_sent_all_at_once_are_all_counted()
    {
        var world = await World.New();
        await GivePassword(world, world.Bob);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SignsIn(world, world.Bob.Email, "une phrase fausse")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignsIn(world, world.Bob.Email, Password)).StatusCode);
    }

    [Fact]
    public async Task An_account_without_a_place_in_the_space_is_told_so_and_sees_nothing()
    {
        var world = await World.New();
        await GivePassword(world, world.Charlie);
        var entered = await SignsIn(world, world.Charlie.Email, Password, "/connexion?retour=%2Fparametres");
        Assert.Equal($"/{world.Space.Identifier}/", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task From_the_platforms_page_somebody_with_one_space_goes_straight_to_it()
    {
        var world = await World.New();
        await GivePassword(world, world.Bob);
        var entered = await SignsIn(world, world.Bob.Email, Password, "//connexion");
        Assert.Equal($"/{world.Space.Identifier}/tableau-de-bord", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task From_the_platforms_page_somebody_with_two_spaces_chooses()
    {
        var world = await World.New();
        await GivePassword(world, world.Bob);
        await world.Within(db => Task.FromResult(db.Add(new Membership(world.Bob.AccountId, "Bob", Roles.Reader, world.App.Clock.GetUtcNow()))), world.Elsewhere);
        var entered = await SignsIn(world, world.Bob.Email, Password, "//connexion");
        Assert.Equal("/mes-espaces", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Signing_out_takes_a_button_and_removes_the_cookie()
    {
        var world = await World.New();
        var typed = await world.Bob.Get("/deconnexion");
        Assert.Equal(HttpStatusCode.Redirect, typed.StatusCode);
        Assert.DoesNotContain(typed.Headers.Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value), c => c.StartsWith("__Host-platform=", StringComparison.Ordinal));

        var left = await world.Bob.Post("/deconnexion", []);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Contains(left.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-platform=;", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var world = await World.New();
        var answer = await world.Nobody.Client.PostAsync($"/{world.Space.Identifier}/connexion",
            new FormUrlEncodedContent([new("Input.Email", "bob@example.org"), new("Input.Password", Password)]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Demande incomplète", await answer.Content.ReadAsStringAsync());
    }

    internal static Task GivePassword(World world, Person person) => world.InSpace(async services =>
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        Assert.True((await users.AddPasswordAsync((await users.FindByIdAsync(person.AccountId.ToString()))!, Password)).Succeeded);
        return true;
    });

    private static Task<HttpResponseMessage> SignsIn(World world, string email, string password, string address = "/connexion") =>
        new Person(world, null, "", "").Submit(address, new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = password });
}
