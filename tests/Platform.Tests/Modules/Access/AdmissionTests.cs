using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Access;

public sealed class AdmissionTests
{
    private const string Password = "une phrase assez longue";

    [Fact]
    public async Task Somebody_let_in_enters_once_with_the_code_then_with_a_password_of_their_own()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        var code = await LetsIn(world, email);
        Assert.Empty((await world.Alice.Open("/acces")).QuerySelectorAll(".access-code"));

        var nora = new Person(world, null, "Nora", email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComesIn(nora, email, "AAAA-BBBB-CCCC")).StatusCode);
        var entered = await ComesIn(nora, email, code.ToLowerInvariant().Replace("-", " "));
        Assert.Equal($"/{world.Space.Identifier}/tableau-de-bord", entered.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await nora.Get("/tableau-de-bord")).StatusCode);

        var later = new Person(world, null, "Nora", email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComesIn(later, email, code)).StatusCode);
        var signedIn = await later.Submit("/connexion", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await later.Get("/tableau-de-bord")).StatusCode);
    }

    [Fact]
    public async Task The_administrator_sees_the_same_whether_the_account_existed_or_not()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Charlie);
        var unknown = await PageAfterLettingIn(world, $"nora.{Guid.NewGuid():N}@example.org");
        var known = await PageAfterLettingIn(world, world.Charlie.Email);
        Assert.Equal(unknown, known);
    }

    [Fact]
    public async Task An_account_that_existed_opens_nothing_before_the_code_and_needs_its_own_password()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Charlie);
        var code = await LetsIn(world, world.Charlie.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/tableau-de-bord")).StatusCode);
        Assert.DoesNotContain($"/{world.Space.Identifier}/", (await world.Charlie.Open("//mes-espaces")).Body!.InnerHtml, StringComparison.Ordinal);

        var charlie = new Person(world, null, "Charlie", world.Charlie.Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComesIn(charlie, world.Charlie.Email, code, "un autre mot de passe")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ComesIn(charlie, world.Charlie.Email, code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await charlie.Get("/tableau-de-bord")).StatusCode);
    }

    [Fact]
    public async Task An_account_made_first_by_another_spaces_administrator_is_no_way_in()
    {
        var world = await World.New();
        var email = $"director.{Guid.NewGuid():N}@example.org";
        var theirs = await world.Charlie.Sends(new LetIn.Command { Email = email, Name = "Directrice", Roles = [Roles.Reader] }, world.Elsewhere);
        var thief = new Person(world, null, "Charlie", email);
        var door = $"//{world.Elsewhere.Identifier}/premier-acces";
        Assert.Equal(HttpStatusCode.Redirect, (await ComesIn(thief, email, theirs, address: door)).StatusCode);

        await LetsIn(world, email, Roles.Administrator);
        await thief.Submit("/connexion", new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Password"] = Password });
        Assert.Equal(HttpStatusCode.NotFound, (await thief.Get("/acces")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComesIn(thief, email, theirs)).StatusCode);
    }

    [Fact]
    public async Task A_code_that_is_too_old_is_refused_and_can_be_renewed()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        var old = await LetsIn(world, email);
        var id = await world.Within(async db =>
        {
            var waiting = await db.Memberships.SingleAsync(m => m.CodeHash != null);
            waiting.Await(waiting.CodeHash!, world.App.Clock.GetUtcNow().AddMinutes(-1));
            return waiting.Id;
        });
        Assert.Contains("Code périmé", (await world.Alice.Open("/acces")).Body!.TextContent, StringComparison.Ordinal);
        var nora = new Person(world, null, "Nora", email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ComesIn(nora, email, old)).StatusCode);

        await world.Alice.Submit($"/acces/{id}", [], "Code");
        var fresh = (await world.Alice.Open("/acces")).QuerySelector(".access-code")!.TextContent;
        Assert.Equal(HttpStatusCode.Redirect, (await ComesIn(nora, email, fresh)).StatusCode);
    }

    [Fact]
    public async Task Roles_change_at_once_and_an_ended_access_closes_at_once()
    {
        var world = await World.New();
        var bob = await Id(world, world.Bob);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get("/acces")).StatusCode);
        var changed = await world.Alice.Submit($"/acces/{bob}", [new("Input.Roles", "Administrator"), new("Input.Roles", "Reader")]);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/acces")).StatusCode);

        await world.Alice.Submit($"/acces/{bob}", [], "End");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get("/acces")).StatusCode);
        Assert.Contains("Bob", (await world.Alice.Open("/acces?acces=termines")).Body!.TextContent, StringComparison.Ordinal);
        await world.Alice.Submit($"/acces/{bob}", [], "Resume");
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/acces")).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_can_neither_leave_nor_be_changed()
    {
        var world = await World.New();
        var alice = await Id(world, world.Alice);
        var left = await world.Alice.Submit($"/acces/{alice}", [], "End");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, left.StatusCode);
        Assert.Contains("dernière personne", (await Person.Read(left)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Submit($"/acces/{alice}", [new("Input.Roles", "Reader")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get("/acces")).StatusCode);
    }

    [Fact]
    public async Task Two_administrators_who_leave_at_the_same_moment_do_not_both_leave()
    {
        var world = await World.New();
        var others = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.Enrol("Anne", Roles.Administrator, world.Space)));
        var people = others.Append(world.Alice).ToList();
        var ids = new List<Guid>();
        foreach (var person in people) ids.Add(await Id(world, person));
        await Task.WhenAll(people.Zip(ids, async (person, id) =>
        {
            try
            {
                await person.Sends(new EndAccess.Command { Id = id });
            }
            catch (Failure failure) when (failure is Conflict or RuleViolation)
            {
                // Refused: stays.
            }
        }));
        Assert.True(await world.Within(db => db.Memberships.AnyAsync(m => m.EndedAt == null && m.Roles.HasFlag(Roles.Administrator))));
    }

    [Fact]
    public async Task A_version_that_is_no_longer_the_last_shows_both()
    {
        var world = await World.New();
        var bob = await Id(world, world.Bob);
        await world.Alice.Submit($"/acces/{bob}", [new("Input.Roles", "Facilitator")]);
        var late = await world.Alice.Submit($"/acces/{bob}", [new("Input.Version", "0"), new("Input.Roles", "Referent")]);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Animation", (await Person.Read(late)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_comes_back_with_a_sentence_beside_its_field()
    {
        var world = await World.New();
        var answer = await world.Alice.Submit("/acces/nouveau", [new("Input.Email", "pas une adresse"), new("Input.Name", new string('é', 5000)), new("Input.PersonId", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Person.Read(answer);
        foreach (var field in new[] { "Email", "Name", "Roles" }) Assert.NotNull(page.QuerySelector($"#Input_{field}_error"));
        var stranger = await world.Alice.Submit("/acces/nouveau", [new("Input.Email", "nora@example.org"), new("Input.Name", "Nora"), new("Input.Roles", "Reader"), new("Input.PersonId", Guid.NewGuid().ToString())]);
        Assert.NotNull((await Person.Read(stranger)).QuerySelector("#Input_PersonId_error"));
        var twice = await world.Alice.Submit("/acces/nouveau", [new("Input.Email", world.Bob.Email), new("Input.Name", "Bob"), new("Input.Roles", "Reader")]);
        Assert.Contains("déjà un accès", (await Person.Read(twice)).QuerySelector("#Input_Email_error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_changed_by_whoever_knows_it()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = new Person(world, null, "Bob", world.Bob.Email);
        await bob.Submit("/connexion", new Dictionary<string, string> { ["Input.Email"] = bob.Email, ["Input.Password"] = Password });
        var wrong = await bob.Submit("//compte", new Dictionary<string, string> { ["Input.Current"] = "une phrase fausse", ["Input.Next"] = "une toute autre phrase" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shortOne = await bob.Submit("//compte", new Dictionary<string, string> { ["Input.Current"] = Password, ["Input.Next"] = "trop court" });
        Assert.NotNull((await Person.Read(shortOne)).QuerySelector("#Input_Next_error"));
        var changed = await bob.Submit("//compte", new Dictionary<string, string> { ["Input.Current"] = Password, ["Input.Next"] = "une toute autre phrase" });
        Assert.Equal("/mes-espaces", changed.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await bob.Get("/tableau-de-bord")).StatusCode);
    }

    private static async Task<string> LetsIn(World world, string email, Roles role = Roles.Reader)
    {
        var done = await world.Alice.Submit("/acces/nouveau", [new("Input.Email", email), new("Input.Name", "Nora Essai"), new("Input.Roles", role.ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return (await world.Alice.Open("/acces")).QuerySelector(".access-code")!.TextContent;
    }

    private static async Task<string> PageAfterLettingIn(World world, string email)
    {
        await world.Alice.Submit("/acces/nouveau", [new("Input.Email", email), new("Input.Name", "Nora Essai"), new("Input.Roles", "Reader")]);
        var page = await world.Alice.Open("/acces");
        var code = page.QuerySelector(".access-code")!;
        code.TextContent = "";
        return page.QuerySelector(".notice.tone-accent")!.TextContent + page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(email, StringComparison.Ordinal)).TextContent.Replace(email, "");
    }

    private static Task<HttpResponseMessage> ComesIn(Person person, string email, string code, string password = Password, string address = "/premier-acces") =>
        person.Submit(address, new Dictionary<string, string> { ["Input.Email"] = email, ["Input.Code"] = code, ["Input.Password"] = password });

    private static Task<Guid> Id(World world, Person person) => world.Within(db => db.Memberships.Where(m => m.AccountId == person.AccountId).Select(m => m.Id).SingleAsync());
}
