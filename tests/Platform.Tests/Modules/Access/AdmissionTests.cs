using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Access;

public sealed class AdmissionTests
{
    private const string Password = "une phrase assez longue";

    [Fact]
    public async Task Somebody_invited_receives_a_link_chooses_a_password_and_enters()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        await Invites(world, email);
        var mail = Assert.Single(await world.Mails(email));
        Assert.Contains("Alice", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Lecture", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Contains(mail.Secret!, mail.TextAsSent(null), StringComparison.Ordinal);
        Assert.Contains(mail.Secret!, mail.HtmlAsSent(null), StringComparison.Ordinal);

        // From somebody's sheet, the form knows who it is.
        var sheet = await world.Alice.Sends(new RegisterPerson.Command { GivenName = "Yann", FamilyName = "Quilliou", Standing = Standing.Staff, Email = "yann@example.org" });
        var known = await world.Alice.Open((await world.Alice.Open($"/personnes/{sheet}")).QuerySelector("a[href*='/acces/nouveau']")!.GetAttribute("href")![(1 + world.Space.Identifier.Length)..]);
        Assert.Equal(("Yann Quilliou", "yann@example.org"), (known.QuerySelector("[name='Input.Name']")!.GetAttribute("value"), known.QuerySelector("[name='Input.Email']")!.GetAttribute("value")));
        Assert.Equal($"{sheet}", known.QuerySelector("[name='Input.PersonId'] option[selected]")!.GetAttribute("value"));

        var nora = new Person(world, null, "Nora", email);
        var link = await world.MailedLink(email);
        Assert.Equal("Nora Essai", (await nora.Open(link)).QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        var shortOne = await Chooses(nora, link, "court");
        Assert.NotNull((await Person.Read(shortOne)).QuerySelector("#Input_Password_error"));
        Assert.Contains("l’on essaie en premier", (await Person.Read(await Chooses(nora, link, "azertyuiop123"))).QuerySelector("#Input_Password_error")!.TextContent, StringComparison.Ordinal);
        var entered = await Chooses(nora, link);
        Assert.Equal($"/{world.Space.Identifier}/tableau-de-bord", entered.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await nora.Get("/tableau-de-bord")).StatusCode);

        var later = new Person(world, null, "Nora", email);
        Assert.Equal(HttpStatusCode.NotFound, (await later.Get(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignsIn(later)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await later.Get("/tableau-de-bord")).StatusCode);
        Assert.Contains("Nora Martin", (await world.Alice.Open("/acces")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_sees_the_same_whether_the_account_existed_or_not()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Charlie);
        var unknown = await PageAfterInviting(world, $"nora.{Guid.NewGuid():N}@example.org");
        var known = await PageAfterInviting(world, world.Charlie.Email);
        Assert.Equal(unknown, known);
    }

    [Fact]
    public async Task An_account_that_existed_opens_nothing_before_it_accepts_and_signs_in_to_accept()
    {
        var world = await World.New();
        await SignInTests.GivePassword(world, world.Charlie);
        await Invites(world, world.Charlie.Email);
        var link = await world.MailedLink(world.Charlie.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/tableau-de-bord")).StatusCode);
        Assert.DoesNotContain($"/{world.Space.Identifier}/", (await world.Charlie.Open("//mes-espaces")).Body!.InnerHtml, StringComparison.Ordinal);

        var charlie = new Person(world, null, "Charlie", world.Charlie.Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await charlie.Post(link, [new("Input.Name", "Voleur"), new("Input.Password", "un mot de passe choisi")])).StatusCode);
        var asks = (await charlie.Open(link)).QuerySelector("main a.btn-primary")!.GetAttribute("href")!;
        var signedIn = await SignsIn(charlie, asks[(world.Space.Identifier.Length + 1)..]);
        Assert.Equal($"/{world.Space.Identifier}{link}", signedIn.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await charlie.Submit(link, [], "Yes")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await charlie.Get("/tableau-de-bord")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_invitation_is_not_accepted_by_whoever_is_signed_in()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        await Invites(world, email, Roles.Administrator);
        var link = await world.MailedLink(email);
        Assert.Contains("autre compte", (await world.Bob.Open(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Post(link + "?handler=Yes", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get("/acces")).StatusCode);
        // He signs out, and the invitation is there again.
        Assert.Equal($"/{world.Space.Identifier}{link}", (await world.Bob.Submit(link, [new("retour", link)])).Headers.Location!.OriginalString);
        Assert.NotNull((await world.Bob.Open(link)).QuerySelector("[name='Input.Password']"));
        Assert.Equal($"/{world.Space.Identifier}/", (await world.Nobody.Post("/deconnexion", [new("retour", "//ailleurs.example/")])).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_account_made_first_by_another_space_without_mail_belongs_to_whoever_receives_the_mail()
    {
        await using var elsewhere = await WithoutMail.New();
        var world = await World.New(elsewhere);
        var email = $"director.{Guid.NewGuid():N}@example.org";
        var handed = (await world.Charlie.Sends(new Invite.Command { Email = email, Name = "Directrice", Roles = [Roles.Reader] }, world.Elsewhere)).Link!;
        Assert.Empty(await world.Mails(email, world.Elsewhere));
        var thief = new Person(world, null, "Charlie", email);
        Assert.Equal(HttpStatusCode.Redirect, (await Chooses(thief, $"//{world.Elsewhere.Identifier}/invitation/{handed.Split('/')[^1]}")).StatusCode);

        var here = await World.New();
        await Invites(here, email, Roles.Administrator);
        var again = new Person(here, null, "Charlie", email);
        await SignsIn(again);
        Assert.Equal(HttpStatusCode.NotFound, (await again.Get("/acces")).StatusCode);

        var director = new Person(here, null, "Directrice", email);
        Assert.Equal(HttpStatusCode.Redirect, (await Chooses(director, await here.MailedLink(email), "la phrase de la directrice")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await director.Get("/acces")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignsIn(new Person(here, null, "Charlie", email))).StatusCode);
    }

    [Fact]
    public async Task Without_mail_the_link_is_shown_once_to_be_handed_over()
    {
        await using var app = await WithoutMail.New();
        var world = await World.New(app);
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        await Invites(world, email);
        var link = new Uri((await world.Alice.Open("/acces")).QuerySelector(".access-link")!.TextContent);
        Assert.Null((await world.Alice.Open("/acces")).QuerySelector(".access-link"));
        var nora = new Person(world, null, "Nora", email);
        Assert.Equal(HttpStatusCode.Redirect, (await Chooses(nora, "/" + link.AbsolutePath)).StatusCode);
        Assert.Contains("n’envoie pas de messages", (await world.Nobody.Open("/mot-de-passe-oublie")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_expires_is_sent_again_and_taken_back()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        await Invites(world, email);
        var old = await world.MailedLink(email);
        var id = await world.Within(async db =>
        {
            var waiting = await db.Memberships.SingleAsync(m => m.InvitationHash != null);
            Assert.InRange(waiting.InvitationUntil!.Value, world.App.Clock.GetUtcNow().AddDays(13.9), world.App.Clock.GetUtcNow().AddDays(14.1));
            waiting.Invite(waiting.InvitationHash!, world.App.Clock.GetUtcNow().AddMinutes(-1), byMail: true);
            return waiting.Id;
        });
        Assert.Contains("Invitation périmée", (await world.Alice.Open("/acces")).Body!.TextContent, StringComparison.Ordinal);
        var nora = new Person(world, null, "Nora", email);
        var expired = await Page(nora, old);
        await world.Alice.Submit($"/acces/{id}", [], "Again");
        var fresh = await world.MailedLink(email);
        Assert.NotEqual(old, fresh);
        Assert.Equal([MailState.Withdrawn, MailState.Queued], (await world.Mails(email)).Select(m => m.State));
        Assert.Equal(expired, await Page(nora, old));
        Assert.Equal(expired, await Page(nora, "/invitation/AAAA"));
        await world.Alice.Submit($"/acces/{id}", [], "Withdraw");
        Assert.Equal(expired, await Page(nora, fresh));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Post(fresh, [new("Input.Name", "Nora"), new("Input.Password", Password)])).StatusCode);
        Assert.DoesNotContain(email, (await world.Alice.Open("/acces")).Body!.TextContent, StringComparison.Ordinal);
        // Nothing goes any more, and nobody is kept whom nobody invites.
        Assert.All(await world.Mails(email), m => Assert.Equal(MailState.Withdrawn, m.State));
        Assert.False(await world.Within(db => db.Users.AnyAsync(a => a.Email == email)));
        await Invites(world, email);

        async Task<string> Page(Person person, string link)
        {
            var response = await person.Get(link);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            return (await Person.Read(response)).QuerySelector("main")!.TextContent;
        }
    }

    [Fact]
    public async Task The_space_says_how_long_an_invitation_may_wait()
    {
        var world = await World.New();
        await world.Alice.Submit("/parametres", [new("Input.Name", "Espace d’essai"), new("Input.Accent", "#1f5f8b"), new("Input.TimeZone", "Europe/Paris"), new("Input.InvitationDays", "3")]);
        await Invites(world, $"nora.{Guid.NewGuid():N}@example.org");
        var until = await world.Within(db => db.Memberships.Where(m => m.InvitationHash != null).Select(m => m.InvitationUntil).SingleAsync());
        Assert.InRange(until!.Value, world.App.Clock.GetUtcNow().AddDays(2.9), world.App.Clock.GetUtcNow().AddDays(3.1));
    }

    [Fact]
    public async Task Looking_at_an_invitation_changes_nothing()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        await Invites(world, email);
        var link = await world.MailedLink(email);
        for (var i = 0; i < 3; i++) await world.Nobody.Open(link);
        Assert.Equal(HttpStatusCode.Redirect, (await Chooses(new Person(world, null, "Nora", email), link)).StatusCode);
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
        var wrong = await bob.Submit("//mon-compte/mot-de-passe", new Dictionary<string, string> { ["Input.Current"] = "une phrase fausse", ["Input.Next"] = "une toute autre phrase" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var shortOne = await bob.Submit("//mon-compte/mot-de-passe", new Dictionary<string, string> { ["Input.Current"] = Password, ["Input.Next"] = "trop court" });
        Assert.NotNull((await Person.Read(shortOne)).QuerySelector("#Input_Next_error"));
        var changed = await bob.Submit("//mon-compte/mot-de-passe", new Dictionary<string, string> { ["Input.Current"] = Password, ["Input.Next"] = "une toute autre phrase" });
        Assert.Equal("/mon-compte", changed.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await bob.Get("/tableau-de-bord")).StatusCode);
    }

    private static async Task Invites(World world, string email, Roles role = Roles.Reader)
    {
        var done = await world.Alice.Submit("/acces/nouveau", [new("Input.Email", email), new("Input.Name", "Nora Essai"), new("Input.Roles", role.ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private static async Task<string> PageAfterInviting(World world, string email)
    {
        await Invites(world, email);
        var page = await world.Alice.Open("/acces");
        return page.QuerySelector(".flash, [role=status]")?.TextContent.Replace(email, "") + page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(email, StringComparison.Ordinal)).TextContent.Replace(email, "");
    }

    private static Task<HttpResponseMessage> Chooses(Person person, string link, string password = Password) =>
        person.Submit(link, new Dictionary<string, string> { ["Input.Name"] = "Nora Martin", ["Input.Password"] = password });

    private static Task<HttpResponseMessage> SignsIn(Person person, string address = "/connexion", string password = Password) =>
        person.Submit(address, new Dictionary<string, string> { ["Input.Email"] = person.Email, ["Input.Password"] = password });

    /// <summary>An installation without a mail server.</summary>
    private sealed class WithoutMail : App
    {
        private WithoutMail(TestDatabase database) : base(database) { }

        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Mail:Host"] = "" };

        public static async Task<WithoutMail> New() => Started(new WithoutMail(await TestDatabase.Get()));
    }

    private static Task<Guid> Id(World world, Person person) => world.Within(db => db.Memberships.Where(m => m.AccountId == person.AccountId).Select(m => m.Id).SingleAsync());
}
