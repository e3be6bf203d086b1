using System.Diagnostics;
using System.Net;
using Platform.Modules.Access;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Access;

public sealed class ForgottenTests
{
    private const string Forgotten = "une phrase assez longue", Chosen = "une toute autre phrase";

    [Fact]
    public async Task A_new_password_comes_by_mail_works_once_and_the_old_one_no_more()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        Assert.Equal(HttpStatusCode.OK, (await Asks(world, world.Bob.Email)).StatusCode);
        var link = await world.MailedLink(world.Bob.Email);
        var somebody = new Person(world, null, "Bob", world.Bob.Email);
        var tooShort = await Chooses(somebody, link, "court");
        Assert.NotNull((await Person.Read(tooShort)).QuerySelector("#Input_Password_error"));
        Assert.Equal($"/{world.Space.Identifier}/connexion", (await Chooses(somebody, link)).Headers.Location?.OriginalString);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignsIn(somebody, Forgotten)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(somebody, Chosen)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await somebody.Get(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Post(link, [new("Input.Password", Forgotten)])).StatusCode);
    }

    [Fact]
    public async Task The_answer_tells_nothing_of_the_address_neither_by_word_nor_by_time()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        await SignInTests.GivePassword(world, world.Charlie);
        var answers = new List<string>();
        foreach (var email in new[] { world.Bob.Email, world.Charlie.Email, "inconnue@example.org" })
        {
            var started = Stopwatch.StartNew();
            var response = await Asks(world, email);
            Assert.True(started.ElapsedMilliseconds >= 400, $"{email}: {started.ElapsedMilliseconds} ms");
            answers.Add($"{response.StatusCode} {(await Person.Read(response)).QuerySelector("main")!.TextContent.Replace(email, "")}");
        }
        Assert.Single(answers.Distinct());
        Assert.Single(await world.Mails(world.Bob.Email));
        // Charlie has no place here: this space neither writes to him nor learns that he has an account.
        Assert.Empty(await world.Mails(world.Charlie.Email));
    }

    [Fact]
    public async Task A_link_too_old_or_replaced_serves_no_more()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        await Asks(world, world.Bob.Email);
        var first = await world.MailedLink(world.Bob.Email);
        await Asks(world, world.Bob.Email);
        var second = await world.MailedLink(world.Bob.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get(second)).StatusCode);
        await world.Within(async db =>
        {
            var link = (await AccountLink.Find(db, LinkPurpose.NewPassword, second.Split('/')[^1], world.App.Clock.GetUtcNow(), CancellationToken.None))!;
            db.Entry(link).Property(l => l.Until).CurrentValue = world.App.Clock.GetUtcNow().AddSeconds(-1);
            return link;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(second)).StatusCode);
    }

    [Fact]
    public async Task From_the_platforms_own_page_a_space_of_the_account_writes()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        await world.Nobody.Submit("//mot-de-passe-oublie", new Dictionary<string, string> { ["Input.Email"] = world.Bob.Email });
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get(await world.MailedLink(world.Bob.Email))).StatusCode);
    }

    [Fact]
    public async Task A_host_written_into_the_request_never_reaches_the_mail()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        world.Nobody.Client.DefaultRequestHeaders.Host = "evil.example";
        await world.Nobody.Post("/mot-de-passe-oublie", [new("Input.Email", world.Bob.Email)]);
        Assert.StartsWith("/nouveau-mot-de-passe/", await world.MailedLink(world.Bob.Email), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Asks(World world, string email) =>
        world.Nobody.Submit("/mot-de-passe-oublie", new Dictionary<string, string> { ["Input.Email"] = email });

    private static Task<HttpResponseMessage> Chooses(Person person, string link, string password = Chosen) =>
        person.Submit(link, new Dictionary<string, string> { ["Input.Password"] = password });

    private static Task<HttpResponseMessage> SignsIn(Person person, string password) =>
        person.Submit("/connexion", new Dictionary<string, string> { ["Input.Email"] = person.Email, ["Input.Password"] = password });
}
