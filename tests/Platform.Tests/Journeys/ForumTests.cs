using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Forum.Door;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Sheets;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Shared;
using Platform.Tests.Kit;
using Platform.Tests.Modules.PublicSite;
using Platform.Tests.Modules.Reminders;
using static Microsoft.Playwright.Assertions;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Journeys;

/// <summary>A whole forum, from its series to what comes of it, in a browser and by mail, with as many guests as a small town invites.</summary>
[Collection(StageCollection.Name)]
public sealed partial class ForumTests(Stage stage) : IAsyncLifetime
{
    private const int Invited = 300, Places = 100, Yes = 105, No = 10, Passed = 5, Came = 80;

    private MailServer Server { get; } = new();
    private Post post = null!;
    private Node node = null!;
    private World world = null!;

    public async Task InitializeAsync()
    {
        if (JourneyFactAttribute.Chromium is null) return;
        post = await Post.With(Server, ("Mail:PerMinute", "100000"));
        var settings = new Dictionary<string, string?>(post.Database.Settings, StringComparer.Ordinal);
        foreach (var (name, value) in Server.Settings) settings[name] = value;
        node = await Node.Start(settings, "Development");
        world = await World.New(post);
    }

    public async Task DisposeAsync()
    {
        if (node is not null) await node.DisposeAsync();
        if (post is not null) await post.DisposeAsync();
        await Server.DisposeAsync();
    }

    [JourneyFact]
    public async Task A_forum_from_its_series_to_what_comes_of_it()
    {
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var (there, today) = (odile.At(node.Address, Session), world.Space.Today(post.Clock));

        // It comes back on that weekday of that month: the job opens it with its plan; the day is today.
        var day = MonthlyDay.Of(today);
        Assert.Equal(HttpStatusCode.Redirect, (await there.Submit("/forum/series/nouvelle", new Dictionary<string, string>
        {
            ["Input.Name"] = "Forum des acteurs", ["Input.Month"] = $"{today.Month}", ["Input.Week"] = $"{day.Week}", ["Input.Weekday"] = $"{day.Day}", ["Input.LeadMonths"] = "6", ["Input.Capacity"] = $"{Places}", ["Input.Place"] = "Les Capucins",
        })).StatusCode);
        Assert.Equal(1, await world.Given(new OpenEditions.Command()));
        var id = await world.Within(db => db.Set<ForumEdition>().Select(e => e.Id).SingleAsync());
        var here = $"{node.Address}{world.Space.Identifier}/forum/{id}";
        var edit = (await odile.Sends(new SaveEdition.Form(id))).Command;
        await odile.Sends(edit with { RegistrationUntil = today, IsPublic = true, Start = "9:00", End = "17:00" });
        var bike = await world.Coalition("Vélo", isPublic: true);
        await odile.Sends(new AskSheets.Propose(id, [bike]));
        await there.Submit($"/forum/{id}/salles", new Dictionary<string, string> { ["Input.Rooms[0].Name"] = "Auditorium" });

        // Odile pastes three hundred lines, sees them, sends; and drags the coalition to its hour.
        await using var office = await stage.Arrives();
        var page = office.Page;
        await SignIn(office, there);
        await office.Goes($"{here}/programme/grille");
        await page.Locator(".grid-waiting [data-session]").DragToAsync(page.Locator("td[data-minute='600']").First);
        await Expect(page.Locator("td.is-taken")).ToContainTextAsync("10:00 – 10:30");
        await office.Goes($"{here}/invites/ajouter");
        await page.GetByLabel("Liste collée").FillAsync(string.Join('\n', Enumerable.Range(0, Invited).Select(n => $"Invité {n:000}\tinvite{n:000}@ex.fr\tCommune {n % 20}")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Vérifier la liste" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ajouter ces {Invited} personnes" }).ClickAsync();
        await page.GetByText($"{Invited} invités ajoutés").WaitForAsync();
        await office.Goes($"{here}/invitations");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Inviter ces {Invited} personnes" }).ClickAsync();
        await page.GetByText($"{Invited} invitations partent").WaitForAsync();
        await Sends();
        Assert.Equal(Invited, Server.Mails.Select(m => m.To).Distinct().Count());

        // A hundred and twenty answer; the first of each kind in a browser, on a telephone.
        await using var phone = await stage.Arrives(390, 844);
        await phone.Goes(Link(0));
        await phone.Page.GetByLabel("Je viens", new() { Exact = true }).CheckAsync();
        await phone.Page.Locator("form.form button[type=submit]").First.ClickAsync();
        await phone.Page.GetByText("Vous êtes attendu ou attendue").First.WaitForAsync();
        await Answer(Enumerable.Range(1, Yes - 1), "Yes");
        await Answer(Enumerable.Range(Yes, No), "No");
        await Parallel.ForEachAsync(Enumerable.Range(Yes + No, Passed), async (n, _) =>
            Assert.Equal(HttpStatusCode.OK, (await Guest().Submit(Path(n), [new("Other.Name", $"Suppléant {n}"), new("Other.Email", $"suppleant{n}@ex.fr")], "Pass")).StatusCode));
        Assert.Equal((Places, Yes - Places), (await Count(GuestState.Accepted), await Count(GuestState.Waiting) - await world.Within(db => db.Set<ForumGuest>().CountAsync(g => g.DelegatedFromId != null && g.State == GuestState.Waiting))));
        // One who was coming cannot: the first who waits takes the place, and is told.
        var freed = await world.Within(db => db.Set<ForumGuest>().Where(g => g.State == GuestState.Accepted).OrderBy(g => g.EmailKey).Skip(50).Select(g => g.Email).FirstAsync());
        Assert.Equal(HttpStatusCode.OK, (await Guest().Submit(Path(freed), [new("Input.Answer", "No")])).StatusCode);
        Assert.Equal(Places, await Count(GuestState.Accepted));
        await office.Goes($"{here}/invites");
        await Expect(page.Locator(".answer").First).ToContainTextAsync($"{Places} places");
        await Sends();

        // At the door: one telephone reads two codes, one of them without network; the other brings in the rest.
        var codes = await world.Within(db => db.Set<ForumTicket>().Where(t => t.EditionId == id).Join(db.Set<ForumGuest>().Where(g => g.State == GuestState.Accepted), t => t.GuestId, g => g.Id, (t, g) => t.Code).OrderBy(c => c).Take(Came).ToListAsync());
        await using var door = await stage.Arrives(390, 844);
        await SignIn(door, there);
        await door.Goes($"{here}/accueil");
        await door.Page.Locator("[data-door][data-known]").WaitForAsync();
        await Shows(door, codes[0], "Bienvenue");
        await door.Page.Context.SetOfflineAsync(true);
        await Shows(door, codes[1], "Bienvenue");
        var nonces = codes.Skip(1).Select(code => new CheckIn.Item { Nonce = Guid.CreateVersion7(), Code = code, At = post.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds() }).ToList();
        foreach (var some in nonces.Chunk(CheckIn.MostItems).Concat(nonces.Take(10).Chunk(10)))
            await odile.Sends(new CheckIn.Command { EditionId = id, Device = "Tablette", SentAt = post.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds(), Items = [.. some] });
        await door.Page.Context.SetOfflineAsync(false);
        await Expect(door.Page.Locator("[data-door-waiting]")).ToBeHiddenAsync();
        await Shows(door, codes[5], "Déjà là depuis");
        Assert.Equal(Came, await Count(GuestState.Attended));

        // Afterwards: thanks, one opinion, a certificate, the figures, what comes of it.
        var session = (await odile.Sends(new GetProgramme.Query(id))).Rows.Single();
        await odile.Sends((await odile.Sends(new SaveSession.Form(id, session.Id))).Command with { Said = "Des arceaux avant l’été.", SaidIsPublic = true });
        await office.Goes($"{here}/remerciements");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remercier" }).ClickAsync();
        await page.GetByText($"{Came} messages partent").WaitForAsync();
        await Sends();
        var thanked = Server.Mails.Where(m => m.Part("text/plain")!.Contains("/r/avis-", StringComparison.Ordinal)).ToList();
        Assert.Equal(Came, thanked.Count);
        await phone.Goes(Found(thanked[0]));
        await phone.Page.GetByLabel("5, tout à fait").First.CheckAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Envoyer mon avis" }).ClickAsync();
        await phone.Page.GetByText("Votre avis est noté").WaitForAsync();
        var paper = await phone.Page.RunAndWaitForDownloadAsync(() => phone.Page.GetByText("Mon attestation de présence").ClickAsync());
        Assert.EndsWith(".pdf", paper.SuggestedFilename, StringComparison.Ordinal);
        await office.Goes($"{here}/bilan");
        await Expect(page.Locator(".answer").First).ToContainTextAsync($"{Came} personnes présentes");
        await office.Goes($"{here}/suites");
        await page.GetByRole(AriaRole.Button, new() { Name = "Demander la suite" }).ClickAsync();
        await page.GetByText("1 suite demandée").WaitForAsync();
        Assert.Contains("Des arceaux avant l’été.", await world.Within(db => db.Set<SupportRequest>().Select(r => r.Details).SingleAsync()), StringComparison.Ordinal);
        await phone.Goes($"{node.Address}{world.Space.Identifier}/public/forum/{id}");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("Des arceaux avant l’été.");
        foreach (var visitor in new[] { office, phone }) Architecture.Rule.Holds(visitor.Complaints());
    }

    // Of a node in development, which speaks plain http.
    private const string Session = "platform";

    private async Task SignIn(Visitor visitor, Person who)
    {
        var cookie = who.Cookie(node.Address);
        await visitor.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = node.Address.ToString() }]);
    }

    private static async Task Shows(Visitor visitor, string code, string answer)
    {
        await visitor.Page.GetByLabel("Nom ou organisation").FillAsync(code);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.Locator(".door-answer", new() { HasText = answer }).WaitForAsync();
    }

    private async Task Sends()
    {
        while (await post.Sends() > 0) { }
    }

    private Task Answer(IEnumerable<int> guests, string answer) => Parallel.ForEachAsync(guests, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (n, _) =>
        Assert.Equal(HttpStatusCode.OK, (await Guest().Submit(Path(n), [new("Input.Answer", answer)])).StatusCode));

    private Person Guest() => new(world, null, "", "", node.Address);

    private Task<int> Count(GuestState state) => world.Within(db => db.Set<ForumGuest>().CountAsync(g => g.State == state));

    /// <summary>As the mail of that guest says it.</summary>
    private string Link(string to) => Found(Server.Mails.First(m => m.To == to));

    private string Link(int n) => Link($"invite{n:000}@ex.fr");

    private string Path(string to) => new Uri(Link(to)).AbsolutePath[(1 + world.Space.Identifier.Length)..];

    private string Path(int n) => Path($"invite{n:000}@ex.fr");

    // Mails name the site as the settings do: its node is asked.
    private string Found(MailServer.Taken mail) => new Uri(node.Address, Secret().Match(mail.Part("text/plain")!).Groups[1].Value).ToString();

    [GeneratedRegex(@"https://localhost(/\S+/r/[a-z]+-[A-Za-z0-9_-]+)", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
