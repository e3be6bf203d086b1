using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Access;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Access;

public sealed class OwnAccountTests
{
    private const string Password = "une phrase assez longue", Other = "une toute autre phrase";

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_or_all_the_others()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        Person desk = await SignedIn(world), phone = await SignedIn(world, "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1"), tablet = await SignedIn(world);
        var page = await desk.Open("/mon-compte");
        Assert.Contains("Cette session", page.Body!.TextContent, StringComparison.Ordinal);
        var line = page.QuerySelectorAll("li").Single(l => l.TextContent.Contains("Safari sur iPhone", StringComparison.Ordinal));
        var ended = await desk.Submit("/mon-compte", [new("session", line.QuerySelector("[name=session]")!.GetAttribute("value")!)], "End");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.True(IsOut(await phone.Get("/tableau-de-bord")));
        Assert.Equal(HttpStatusCode.OK, (await tablet.Get("/tableau-de-bord")).StatusCode);
        await desk.Submit("/mon-compte", [], "EndOthers");
        Assert.True(IsOut(await tablet.Get("/tableau-de-bord")));
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/tableau-de-bord")).StatusCode);
    }

    [Fact]
    public async Task Signed_out_a_cookie_that_somebody_kept_opens_nothing_here_or_everywhere()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var phone = new Person(world, null, "Bob", world.Bob.Email);
        var entered = await SignsIn(phone);
        var thief = new Person(world, null, "", "");
        thief.Client.DefaultRequestHeaders.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-platform=", StringComparison.Ordinal)).Split(';')[0]);
        Assert.Equal(HttpStatusCode.OK, (await thief.Get("/tableau-de-bord")).StatusCode);
        var desk = await SignedIn(world);
        await phone.Submit("/mon-compte", [new("Input.Everywhere", "false")]);
        Assert.True(IsOut(await thief.Get("/tableau-de-bord")));
        Assert.Equal(1, await Open());
        // Signing in where one is signed in takes the place of what was there.
        await SignsIn(desk);
        Assert.Equal(1, await Open());
        var tablet = await SignedIn(world);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Submit("/mon-compte", [new("Input.Everywhere", "true")])).StatusCode);
        Assert.True(IsOut(await tablet.Get("/tableau-de-bord")));
        Assert.True(IsOut(await desk.Get("/tableau-de-bord")));
        Assert.Equal(0, await Open());

        Task<int> Open() => world.Within(db => db.Set<AccountSession>().CountAsync(s => s.AccountId == world.Bob.AccountId));
    }

    [Fact]
    public async Task A_key_is_added_only_by_whoever_knows_the_password_and_a_new_password_may_take_it_away()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = await SignedIn(world);
        Assert.Null((await bob.Open("/mon-compte/cles")).QuerySelector("[data-passkey]"));
        var wrong = await Person.Read(await bob.Submit("/mon-compte/cles", new Dictionary<string, string> { ["First.Password"] = Other }));
        Assert.NotNull(wrong.QuerySelector("#First_Password_error"));
        Assert.Null(wrong.QuerySelector("[data-passkey]"));
        var asked = (await Person.Read(await bob.Submit("/mon-compte/cles", new Dictionary<string, string> { ["First.Password"] = Password }))).QuerySelector("form[data-passkey=create]")!;
        Assert.EndsWith("/mon-compte/cles", asked.GetAttribute("action"), StringComparison.Ordinal);
        // Refused for its name: the password is not asked for again.
        string Hidden(string name) => asked.QuerySelector($"[name='{name}']")!.GetAttribute("value")!;
        var nameless = await Person.Read(await bob.Client.PostAsync(asked.GetAttribute("action"), new FormUrlEncodedContent(new[] { "Input.State", "__RequestVerificationToken" }.Select(n => KeyValuePair.Create(n, Hidden(n))))));
        Assert.NotNull(nameless.QuerySelector("form[data-passkey=create] #Input_Name_error"));

        await world.Within(db => Task.FromResult(db.Add(new Passkey(world.Bob.AccountId, [1, 2, 3], [4], "Intruse", world.App.Clock.GetUtcNow()))));
        await world.Nobody.Submit("/mot-de-passe-oublie", new Dictionary<string, string> { ["Input.Email"] = world.Bob.Email });
        var link = await world.MailedLink(world.Bob.Email);
        Assert.Contains("Retirer aussi ma clé d’accès", (await world.Nobody.Open(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await world.Nobody.Submit(link, new Dictionary<string, string> { ["Input.Password"] = Other, ["Input.RemovesPasskeys"] = "true" });
        Assert.False(await world.Within(db => db.Set<Passkey>().AnyAsync(p => p.AccountId == world.Bob.AccountId)));
    }

    [Fact]
    public async Task What_changes_on_the_platforms_own_pages_is_told_as_well()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = await SignedIn(world);
        await bob.Submit("//mon-compte/mot-de-passe", new Dictionary<string, string> { ["Input.Current"] = Password, ["Input.Next"] = Other });
        Assert.Contains("mot de passe a changé", Assert.Single(await world.Mails(world.Bob.Email)).Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aaaaaaaaaaaa", true)]
    [InlineData("azertyuiop12", true)]
    [InlineData("123456789012", true)]
    [InlineData("MotDePasse2026!", true)]
    [InlineData("Bienvenue-2026", true)]
    [InlineData("soleilsoleil", true)]
    [InlineData("Zélie.Quémeneur35", true)]
    [InlineData("zelie.quemeneur@redon.bzh", true)]
    [InlineData("une phrase assez longue", false)]
    [InlineData("le mot de passe du grenier", false)]
    [InlineData("x7!Kq9#Lm2$w", false)]
    [InlineData("8472 6193 0572", false)]
    public void A_password_that_is_tried_first_is_told_from_one_that_is_not(string password, bool isEasy) =>
        Assert.Equal(isEasy, EasyPasswords.IsEasy(password, ["Zélie Quémeneur", "zelie.quemeneur@redon.bzh"]));

    [Fact]
    public async Task Nobody_ends_another_accounts_session()
    {
        var world = await World.New();
        await world.Bob.Open("/mon-compte");
        var session = await world.Within(db => db.Set<AccountSession>().SingleAsync(s => s.AccountId == world.Bob.AccountId));
        await world.Alice.Post("/mon-compte?handler=End", [new("session", session.Id.ToString())]);
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/tableau-de-bord")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_closes_the_other_sessions_and_says_so_by_mail()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        Person desk = await SignedIn(world), phone = await SignedIn(world);
        await desk.Submit("/mon-compte/mot-de-passe", new Dictionary<string, string> { ["Input.Current"] = Password, ["Input.Next"] = Other });
        Assert.True(IsOut(await phone.Get("/tableau-de-bord")));
        Assert.Equal(HttpStatusCode.OK, (await desk.Get("/tableau-de-bord")).StatusCode);
        Assert.Contains("mot de passe a changé", Assert.Single(await world.Mails(world.Bob.Email)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_closes_every_session()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var phone = await SignedIn(world);
        await world.Nobody.Submit("/mot-de-passe-oublie", new Dictionary<string, string> { ["Input.Email"] = world.Bob.Email });
        await world.Nobody.Submit(await world.MailedLink(world.Bob.Email), new Dictionary<string, string> { ["Input.Password"] = Other });
        Assert.True(IsOut(await phone.Get("/tableau-de-bord")));
    }

    [Fact]
    public async Task A_cookie_whose_session_is_too_old_opens_nothing()
    {
        var world = await World.New();
        await world.Bob.Open("/mon-compte");
        await world.Within(async db =>
        {
            (await db.Set<AccountSession>().SingleAsync(s => s.AccountId == world.Bob.AccountId)).Seen(world.App.Clock.GetUtcNow().AddDays(-15));
            return true;
        });
        world.App.Services.GetService<SessionCheck>()!.Forget(await world.Within(db => db.Set<AccountSession>().Where(s => s.AccountId == world.Bob.AccountId).Select(s => s.Id).SingleAsync()));
        Assert.True(IsOut(await world.Bob.Get("/tableau-de-bord")));
        // Used every day, it ends all the same.
        await world.Fanny.Open("/mon-compte");
        await world.Within(async db =>
        {
            var session = await db.Set<AccountSession>().SingleAsync(s => s.AccountId == world.Fanny.AccountId);
            db.Entry(session).Property(s => s.OpenedAt).CurrentValue = world.App.Clock.GetUtcNow().AddDays(-91);
            world.App.Services.GetService<SessionCheck>()!.Forget(session.Id);
            return true;
        });
        Assert.True(IsOut(await world.Fanny.Get("/tableau-de-bord")));
    }

    [Fact]
    public async Task A_space_that_asks_for_more_than_a_password_leads_its_members_to_the_second_step()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/engagements")).StatusCode);
        await world.Alice.Sends((await world.Given(new SaveBrand.Form())).Current with { NeedsSecondStep = true });
        // Alice too, everywhere in the space, and for what a page sends as well.
        foreach (var (person, address) in new[] { (world.Alice, "/parametres"), (world.Bob, "/engagements"), (world.Bob, "/tableau-de-bord"), (world.Fanny, "/engagements?handler=Export&format=csv") })
            Assert.EndsWith("/mon-compte/double-authentification", (await person.Get(address)).Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.EndsWith("/mon-compte/double-authentification", (await world.Fanny.Post("/cadres/nouveau", [new("Input.Name", "Plan")])).Headers.Location?.OriginalString, StringComparison.Ordinal);
        // A stranger learns nothing of it, and another space does not ask.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/engagements")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}/engagements")).StatusCode);

        var page = await world.Bob.Open("/mon-compte/double-authentification");
        Assert.Contains("demande plus qu’un mot de passe", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/mon-compte/cles")).StatusCode);
        var code = Totp.Code(page.QuerySelector(".access-link")!.TextContent.Replace(" ", ""), world.App.Clock.GetUtcNow());
        var done = await world.Bob.Submit("/mon-compte/double-authentification", new Dictionary<string, string> { ["Input.Enrolment"] = page.QuerySelector("[name='Input.Enrolment']")!.GetAttribute("value")!, ["Input.Code"] = code });
        var codes = await Person.Read(done);
        Assert.Contains(codes.QuerySelector(".recovery-codes code")!.TextContent, codes.QuerySelector("a[download]")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get("/engagements")).StatusCode);
        Assert.DoesNotContain("demande plus", (await world.Bob.Open("/mon-compte/double-authentification")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_step_is_set_up_asked_for_and_turned_off()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = await SignedIn(world);
        var page = await bob.Open("/mon-compte/double-authentification");
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        var key = page.QuerySelector(".access-link")!.TextContent.Replace(" ", "");
        var wrong = await Person.Read(await bob.Submit("/mon-compte/double-authentification", new Dictionary<string, string> { ["Input.Password"] = Password, ["Input.Code"] = "000000" }));
        Assert.NotNull(wrong.QuerySelector("#Input_Code_error"));
        var enrolment = page.QuerySelector("[name='Input.Enrolment']")!.GetAttribute("value")!;
        // The session alone does not turn it on: whoever finds it open would lock its owner out.
        var first = Totp.Code(key, world.App.Clock.GetUtcNow());
        var alone = await Person.Read(await bob.Submit("/mon-compte/double-authentification", new Dictionary<string, string> { ["Input.Password"] = Other, ["Input.Enrolment"] = enrolment, ["Input.Code"] = first }));
        Assert.NotNull(alone.QuerySelector("#Input_Password_error"));
        var done = await bob.Submit("/mon-compte/double-authentification", new Dictionary<string, string> { ["Input.Password"] = Password, ["Input.Enrolment"] = enrolment, ["Input.Code"] = first });
        var codes = (await Person.Read(done)).QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Empty((await bob.Open("/mon-compte/double-authentification")).QuerySelectorAll(".recovery-codes"));
        Assert.DoesNotContain(codes[0], await world.Within(db => db.Users.Where(a => a.Id == world.Bob.AccountId).Select(a => a.Recovery + a.TotpKey).SingleAsync()), StringComparison.Ordinal);

        var phone = new Person(world, null, "Bob", world.Bob.Email);
        var step = await Person.Read(await SignsIn(phone));
        Assert.True(IsOut(await phone.Get("/tableau-de-bord")));
        var ticket = step.QuerySelector("[name='Step.Ticket']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Gives(phone, ticket, "123456")).StatusCode);
        // The one that turned it on has served.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Gives(phone, ticket, first)).StatusCode);
        var code = Totp.Code(key, world.App.Clock.GetUtcNow().AddSeconds(30));
        Assert.Equal(HttpStatusCode.Redirect, (await Gives(phone, ticket, code)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await phone.Get("/tableau-de-bord")).StatusCode);
        // The same code, read over a shoulder, opens nothing; a recovery code opens once.
        Person thief = new(world, null, "Bob", world.Bob.Email), again = new(world, null, "Bob", world.Bob.Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Gives(thief, ticket, code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Gives(thief, ticket, codes[3].ToUpperInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Gives(again, ticket, codes[3])).StatusCode);

        var refused = await bob.Submit("/mon-compte/double-authentification", [new("Off.Password", Other)], "Off");
        Assert.NotNull((await Person.Read(refused)).QuerySelector("#Off_Password_error"));
        Assert.Equal(HttpStatusCode.Redirect, (await bob.Submit("/mon-compte/double-authentification", [new("Off.Password", Password)], "Off")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(new Person(world, null, "Bob", world.Bob.Email))).StatusCode);
        var told = await world.Mails(world.Bob.Email);
        Assert.Equal(2, told.Count(m => m.Subject.Contains("double authentification", StringComparison.Ordinal)));
        Assert.Contains("il en reste 9", Assert.Single(told, m => m.Subject.Contains("code de secours a servi", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_of_a_former_password_or_of_nobody_serves_nothing()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Gives(world.Nobody, "faux", "123456")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Gives(world.Nobody, "", "123456")).StatusCode);
    }

    [Fact]
    public async Task A_new_address_is_proved_by_mail_and_the_former_one_is_told()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = await SignedIn(world);
        var fresh = $"bob.{Guid.NewGuid():N}@example.org";
        // What stands under the address in the space: a sheet of the directory, and what he wants to receive.
        var sheet = await world.Alice.Sends(new RegisterPerson.Command { GivenName = "Bob", FamilyName = "Essai", Standing = Standing.Staff, Email = world.Bob.Email });
        await world.Within(async db => { (await db.Memberships.SingleAsync(m => m.AccountId == world.Bob.AccountId)).StandFor(sheet); return 0; });
        await bob.Submit("/mes-messages", [new("Input.Meetings", "AtOnce"), new("Input.Reminders", "Never"), new("Input.News", "Weekly"), new("Input.Decisions", "AtOnce")]);
        var wrong = await bob.Submit("/mon-compte/adresse", new Dictionary<string, string> { ["Input.Email"] = fresh, ["Input.Password"] = Other });
        Assert.NotNull((await Person.Read(wrong)).QuerySelector("#Input_Password_error"));
        Assert.Equal(HttpStatusCode.Redirect, (await bob.Submit("/mon-compte/adresse", new Dictionary<string, string> { ["Input.Email"] = fresh, ["Input.Password"] = Password })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(new Person(world, null, "Bob", world.Bob.Email))).StatusCode);
        var link = await world.MailedLink(fresh);
        await world.Nobody.Open(link);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Post(link, [])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignsIn(new Person(world, null, "Bob", world.Bob.Email))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(new Person(world, null, "Bob", fresh))).StatusCode);
        Assert.Contains(fresh, (await world.Mails(world.Bob.Email))[^1].Text, StringComparison.Ordinal);
        Assert.Contains(fresh, (await world.Alice.Open($"/personnes/{sheet}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Never", (await bob.Open("/mes-messages")).QuerySelector("[name='Input.Reminders'] option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(link)).StatusCode);
    }

    [Fact]
    public async Task An_address_already_taken_gets_the_same_answer_and_no_mail()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = await SignedIn(world);
        var answer = await bob.Submit("/mon-compte/adresse", new Dictionary<string, string> { ["Input.Email"] = world.Charlie.Email, ["Input.Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Empty(await world.Mails(world.Charlie.Email));
    }

    [Fact]
    public async Task A_new_name_signs_from_now_on_and_the_chosen_page_opens_first()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Bob);
        var bob = await SignedIn(world);
        await bob.Submit("/mon-compte", [new("Input.Name", "Robert Essai"), new("Input.StartPage", nameof(StartPage.Tasks))]);
        Assert.Contains("Robert Essai", (await bob.Open("/tableau-de-bord")).QuerySelector(".topbar")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Robert Essai", (await world.Alice.Open("/acces")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/{world.Space.Identifier}/taches", (await SignsIn(new Person(world, null, "Bob", world.Bob.Email))).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_member_leaves_and_the_last_administrator_stays()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.Redirect, (await world.Bob.Post("/mon-compte/quitter", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get("/tableau-de-bord")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Post("/mon-compte/quitter", [])).StatusCode);
    }

    [Theory]
    [InlineData(null, "Navigateur inconnu")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge sur Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome sur Android")]
    public void A_device_is_said_in_words(string? agent, string words) => Assert.Equal(words, Devices.Of(agent));

    // RFC 6238, appendix B: "12345678901234567890", eight digits there, their last six here.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long at, string code) =>
        Assert.Equal(code, Totp.Code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(at)));

    private static bool IsOut(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.OriginalString.Contains("/connexion", StringComparison.Ordinal);

    private static async Task<Person> SignedIn(World world, string? agent = null)
    {
        var person = new Person(world, null, "Bob", world.Bob.Email);
        if (agent is not null) person.Client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(person)).StatusCode);
        return person;
    }

    private static Task<HttpResponseMessage> SignsIn(Person person) =>
        person.Submit("/connexion", new Dictionary<string, string> { ["Input.Email"] = person.Email, ["Input.Password"] = Password });

    private static Task<HttpResponseMessage> Gives(Person person, string ticket, string code) =>
        person.Post("/connexion?handler=Step", [new("Step.Ticket", ticket), new("Step.Code", code)]);
}
