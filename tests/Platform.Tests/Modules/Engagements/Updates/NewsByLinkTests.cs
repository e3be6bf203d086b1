using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Engagements.Evidence;
using Occupation = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Engagements.Updates;

/// <summary>Nora refers for a commitment and has no account: the mail holds a link.</summary>
public sealed class NewsByLinkTests : IAsyncLifetime
{
    private World world = null!;
    private Guid nora, promise;
    private string address = "";

    private static KeyValuePair<string, string>[] Says(string text = "La convention est signée.") => [new("Input.Text", text), new("Input.Status", "OnTrack"), new("Input.Progress", "60")];

    public async Task InitializeAsync()
    {
        world = await World.New();
        address = $"nora@{world.Space.Identifier}.example";
        nora = await world.Given(new RegisterPerson.Command { GivenName = "Nora", FamilyName = "Quémeneur", Standing = Occupation.Staff, Email = address });
        var fanny = await world.Given(new RegisterPerson.Command { GivenName = "Fanny", FamilyName = "Animatrice", Standing = Occupation.Staff, Email = world.Fanny.Email });
        await world.StandsFor(world.Fanny, fanny);
        promise = await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { ReferentId = nora, FacilitatorId = fanny });
        await world.Promise("Un autre engagement", await world.Organisation("Nozay"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<string> Link() => world.NewsLink(promise, nora);

    private Task<List<ReceivedNews>> Received() => world.Within(db => db.Set<ReceivedNews>().AsNoTracking().OrderBy(n => n.ReceivedAt).ToListAsync());

    private async Task<string> Refused(string path, Person? who = null)
    {
        var answer = await (who ?? world.Nobody).Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return Pages.Text(await Person.Read(answer));
    }

    [Fact]
    public async Task Nora_answers_from_the_mail_and_Fanny_accepts()
    {
        var link = await Link();
        var before = await Sql.Print(world.App.Database, world.Space.Id);
        // Scanners of mails follow links, fetch ahead, ask for heads: nothing changes, the link still serves.
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get(link)).StatusCode);
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Options })
            Assert.True((int)(await world.Nobody.Client.SendAsync(new(method, $"/{world.Space.Identifier}{link}") { Headers = { { "Purpose", "prefetch" }, { "Sec-Purpose", "prefetch" } } })).StatusCode < 500);
        Assert.Equal(before, await Sql.Print(world.App.Database, world.Space.Id));
        var page = await world.Nobody.Open(link);
        var read = page.Body!.TextContent;
        Assert.Contains("Plan vélo", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Un autre engagement", read, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".rail, nav"));
        Assert.True((await world.Nobody.Get(link)).Headers.CacheControl!.NoStore);

        // Without a sentence: beside the field, and the link still serves.
        var empty = await world.Nobody.Submit(link, Says(""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Une phrase suffit", (await Person.Read(empty)).QuerySelector("#Input_Text_error")!.TextContent, StringComparison.Ordinal);
        var form = (await world.Nobody.Open(link)).QuerySelector("[name='Input.FormKey']")!.GetAttribute("value")!;
        var sent = await world.Nobody.Attach(world.Space.Identifier, link, [("convention.pdf", Uploads.Pdf())], more: [.. Says(), new("Input.FormKey", form)]);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("Merci, c’est reçu", (await Person.Read(sent)).Body!.TextContent, StringComparison.Ordinal);
        var received = Assert.Single(await Received());
        Assert.Equal((ReceivedState.Waiting, nora, "La convention est signée.", 60), (received.State, received.PersonId, received.Text, received.Progress!.Value));
        // Pressed twice is said twice, and recorded once; with another form the link has served.
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Post(link, [.. Says(), new("Input.FormKey", form)])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Post(link, [.. Says("Encore"), new("Input.FormKey", $"{Guid.NewGuid()}")])).StatusCode);
        Assert.Single(await Received());
        Assert.Contains("Ce lien ne sert plus", await Refused(link), StringComparison.Ordinal);

        // Nothing is published: not the progress, not the text, not the file.
        var sheet = await world.Bob.Sends(new ShowCommitment.Query(promise));
        Assert.True(sheet is { Progress: null, Received: null } && sheet.Documents.Count == 0 && sheet.Events.All(e => e.Kind != History.Kind.News));
        // Fanny meets it where she works, and in a mail.
        Assert.NotNull((await world.Fanny.Open($"/engagements/{promise}")).QuerySelector($"a[href$='/nouvelles/{received.Id}']"));
        Assert.NotNull((await world.Fanny.Open("/taches")).QuerySelector($"a[href$='/nouvelles/{received.Id}']"));
        Assert.Contains("Nora Quémeneur", (await world.Fanny.Open("/nouvelles")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("À valider", (await world.Mails(world.Fanny.Email))[^1].Subject, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get($"/nouvelles/{received.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get("/nouvelles")).StatusCode);

        Assert.Contains("convention.pdf", (await world.Fanny.Open($"/nouvelles/{received.Id}")).QuerySelector(".attached")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/nouvelles/{received.Id}", [], "Accept")).StatusCode);
        sheet = await world.Bob.Sends(new ShowCommitment.Query(promise));
        Assert.Equal((60, EvidenceLevel.Documented), (sheet.Progress!.Value, sheet.Evidence));
        var news = Assert.Single(sheet.Events, e => e.Kind == History.Kind.News);
        Assert.Equal(("Nora Quémeneur", "La convention est signée."), (news.By, news.Text));
        Assert.Equal("convention.pdf", Assert.Single(sheet.DocumentsOf(news.Id)).Name);
        // Settled once; told to nobody who said it.
        Assert.Contains("déjà traité", (await Person.Read(await world.Fanny.Post($"/nouvelles/{received.Id}?handler=Accept", [new("Input.Version", "0")]))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await world.Mails(address));
        Assert.Contains("Nora Quémeneur", (await world.Alice.Open("/journal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fanny_answers_and_Nora_gets_a_new_link()
    {
        var first = await Link();
        // The space may have a host of its own: the same link opens there too.
        var host = await world.Host(world.Space);
        Assert.Contains("Plan vélo", await world.Nobody.Client.GetStringAsync($"https://{host}{first}"), StringComparison.Ordinal);
        await world.Nobody.Submit(first, Says());
        var received = Assert.Single(await Received());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit($"/nouvelles/{received.Id}", [new("Question.Text", "")], "Reply")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/nouvelles/{received.Id}", [new("Question.Text", "À quelle date ?")], "Reply")).StatusCode);
        var mail = Assert.Single(await world.Mails(address));
        Assert.Contains("À quelle date ?", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/r/", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Null((await world.Bob.Sends(new ShowCommitment.Query(promise))).Progress);
        await world.Nobody.Submit(await world.MailedLink(address), Says("Signée le 3 mars."));
        Assert.Equal([ReceivedState.Answered, ReceivedState.Waiting], (await Received()).Select(n => n.State));
        Assert.Single((await world.Fanny.Open("/nouvelles")).QuerySelectorAll("tbody tr"));
        Assert.Equal(2, (await world.Fanny.Open("/nouvelles?suite=a-valider&suite=renvoyee&q=vélo")).QuerySelectorAll("tbody tr").Length);
        // What the answer says is done is closed in the same act, in the name of who said it.
        await world.Within(async db => { (await db.Set<Commitment>().AsTracking().Include(c => c.Measures).SingleAsync(c => c.Id == promise)).Measures.AddRange([new Measure("Signer", 1), new Measure("Poser les arceaux", 2)]); return true; });
        var waiting = (await Received())[1].Id;
        var steps = (await world.Fanny.Open($"/nouvelles/{waiting}")).QuerySelectorAll("[name='Input.Done']");
        Assert.Equal(2, steps.Length);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/nouvelles/{waiting}", [new("Input.Done", steps[0].GetAttribute("value")!)], "Accept")).StatusCode);
        Assert.Equal([("Signer", "Nora Quémeneur"), ("Poser les arceaux", null)], await world.Within(async db => (await db.Set<Measure>().Where(m => m.CommitmentId == promise).OrderBy(m => m.Order).ToListAsync()).ConvertAll(m => (m.Title, m.DoneByName))));
    }

    [Fact]
    public async Task A_link_that_does_not_serve_says_the_same_whatever_the_reason()
    {
        await world.Within(async db => { (await db.Tenants.SingleAsync(t => t.Id == world.Space.Id)).Write("accueil@redon.example", 8); return true; });
        world.App.Services.GetRequiredService<SpaceDirectory>().Forget();
        var (link, other, secret) = (await Link(), await Link(), "");
        secret = link.Split('-')[1];
        var said = await Refused($"/r/nouvelle-{new string('0', 64)}");
        Assert.Contains("accueil@redon.example", said, StringComparison.Ordinal);
        // Altered, empty, for another purpose, of another space.
        foreach (var wrong in new[] { $"/r/nouvelle-{secret[..^1]}{(secret[^1] == '0' ? '1' : '0')}", "/r/nouvelle-x", $"/r/nouvelle-{secret.ToUpperInvariant()}", "/r/nouvelle-'\"<script>" }) Assert.Equal(said, await Refused(wrong));
        Assert.Contains("Ce lien ne sert plus", await Refused($"/r/reunion-{secret}"), StringComparison.Ordinal);
        var there = await world.Nobody.Client.GetAsync($"https://localhost/{world.Elsewhere.Identifier}{link}");
        Assert.Equal(HttpStatusCode.NotFound, there.StatusCode);
        Assert.DoesNotContain("Plan vélo", await there.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Who is signed in elsewhere gains nothing by it.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}{link}")).StatusCode);

        // Somebody else refers now; then Nora again; then it is closed; then reopened.
        await Refer(await world.Being("Marc", "Nouveau"));
        Assert.Equal(said, await Refused(link));
        await Refer(null);
        Assert.Equal(said, await Refused(link));
        // Where nobody refers, somebody of the holder may have been asked.
        var elected = await world.Being("Claire", "Élue", await world.Within(db => db.Set<CommitmentHolder>().Where(h => h.CommitmentId == promise).Select(h => h.OrganisationId).SingleAsync()));
        await world.Nobody.Open(await world.NewsLink(promise, elected));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Post(link, Says())).StatusCode);
        await Refer(nora);
        await world.Nobody.Open(link);
        await world.Alice.Sends(new MoveCommitment.Command { Id = promise, To = CommitmentState.Kept });
        Assert.Equal(said, await Refused(link));
        await world.Alice.Sends(new MoveCommitment.Command { Id = promise, To = CommitmentState.UnderWay, Reason = "Pas fini" });
        await world.Nobody.Open(link);
        Assert.Empty(await Received());

        // Used; the other of the same pair lives on, until its time is over.
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Submit(link, Says())).StatusCode);
        Assert.Equal(said, await Refused(link));
        await world.Nobody.Open(other);
        await world.Within(db => db.Set<PersonalLink>().ExecuteUpdateAsync(u => u.SetProperty(l => l.Until, world.App.Clock.GetUtcNow().AddMinutes(-1))));
        Assert.Equal(said, await Refused(other));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Post(other, Says())).StatusCode);
        Assert.Single(await Received());
    }

    private Task<bool> Refer(Guid? person) => world.Within(async db =>
    {
        var commitment = await db.Set<Commitment>().AsTracking().SingleAsync(c => c.Id == promise);
        commitment.FollowedBy(person, commitment.FacilitatorId);
        return true;
    });

    [Fact]
    public async Task What_Nora_leaves_is_erased_with_her()
    {
        await world.Nobody.Attach(world.Space.Identifier, await Link(), [("a.pdf", Uploads.Pdf())], more: Says());
        var received = Assert.Single(await Received());
        await world.Fanny.Submit($"/nouvelles/{received.Id}", [], "Accept");
        var spare = await Link();
        await world.Alice.Submit($"/personnes/{nora}/effacer", [new("Input.Reason", "Demande"), new("Input.Confirmed", "true")]);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(spare)).StatusCode);
        Assert.Equal(0, await world.Within(db => db.Set<PersonalLink>().CountAsync()));
        foreach (var table in await Sql.Owned(world.App.Database))
            Assert.Equal(0, (await Sql.Column<long>(world.App.Database.Superuser, $"SELECT count(*) FROM {table} t WHERE tenant_id = $1 AND strpos(t::text, 'Quémeneur') > 0", world.Space.Id))[0]);
        var sheet = await world.Bob.Sends(new ShowCommitment.Query(promise));
        Assert.Equal(Erased.Name, sheet.Events.Single(e => e.Kind == History.Kind.News).By);
        Assert.DoesNotContain("Quémeneur", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_that_are_long_over_are_forgotten()
    {
        await Link();
        await world.Within(db => db.Set<PersonalLink>().ExecuteUpdateAsync(u => u.SetProperty(l => l.Until, world.App.Clock.GetUtcNow().AddDays(-40))));
        Assert.Equal((1, 0), (await world.Given(new ForgetOldLinks.Command()), await world.Given(new ForgetOldLinks.Command())));
    }
}
