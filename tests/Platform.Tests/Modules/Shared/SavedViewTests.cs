using System.Net;
using Platform.Modules.Shared.Lists;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Shared;

public sealed class SavedViewTests
{
    private const string Page = "/vues/engagements";

    [Fact]
    public async Task A_view_is_the_state_of_a_list_under_a_name_of_ones_own()
    {
        var world = await World.New();
        await world.Promise("Haies", await world.Organisation("Redon"));
        var list = await world.Bob.Open("/engagements?etat=en-cours&etat=adopte&colonnes=numero&apres=AAAA");
        var link = list.QuerySelector("a[href*='/vues/engagements']")!.GetAttribute("href")![(1 + world.Space.Identifier.Length)..];
        var saved = await world.Bob.Submit(link, [Promises.Field("Input.Name", "À suivre")]);
        Assert.EndsWith("/engagements?etat=en-cours&etat=adopte&colonnes=numero", saved.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["À suivre"], await Names(world.Bob));
        Assert.Empty(await Names(world.Fanny));
        Assert.Empty(await Names(world.Alice));
        // The same name again: the view is brought up to date.
        await world.Bob.Submit(Page + "?requete=q%3Dhaie%26choix%3Dx", [Promises.Field("Input.Name", "a suivre")]);
        Assert.Equal(["/engagements?q=haie"], (await world.Bob.Open(Page)).QuerySelectorAll("a.view-link").Select(a => a.GetAttribute("href")![(1 + world.Space.Identifier.Length)..]));
    }

    [Fact]
    public async Task A_shared_view_is_everybodys_and_only_who_may_share_looks_after_it()
    {
        var world = await World.New();
        await world.Fanny.Submit(Page + "?requete=situation%3Dretard", [Promises.Field("Input.Name", "En retard")]);
        Assert.Empty(await Names(world.Bob));
        await world.Fanny.Submit(Page, [], "Share");
        Assert.Equal(["En retard"], await Names(world.Bob));
        Assert.Null((await world.Bob.Open(Page)).QuerySelector("form[action*=Remove]"));
        var page = await world.Fanny.Open(Page);
        var id = page.QuerySelector("input[name='Change.Id']")!.GetAttribute("value")!;
        foreach (var handler in new[] { "Remove", "Withdraw" })
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"{Page}?handler={handler}", [Promises.Field("id", id)])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit(Page, [Promises.Field("Change.Name", "Les retards")], "Rename")).StatusCode);
        Assert.Equal(["Les retards"], await Names(world.Bob));
        await world.Alice.Submit(Page, [], "Withdraw");
        Assert.Empty(await Names(world.Alice));
        Assert.Equal(["Les retards"], await Names(world.Fanny));
        await world.Fanny.Submit(Page, [], "Remove");
        Assert.Empty(await Names(world.Fanny));
    }

    [Fact]
    public async Task A_view_has_a_name_and_its_list_exists()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Bob.Submit(Page, [Promises.Field("Input.Name", " ")])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get("/vues/rien")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get("/vues/journal")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.Get("/vues/journal")).StatusCode);
    }

    [Fact]
    public async Task A_list_opens_on_the_view_one_has_chosen_else_on_the_spaces_and_an_address_that_says_something_wins()
    {
        var world = await World.New();
        await world.Promise("Haies", await world.Organisation("Redon"));
        await world.Fanny.Submit(Page + "?requete=situation%3Dretard", [Promises.Field("Input.Name", "En retard")]);
        await world.Fanny.Submit(Page, [], "Share");
        await world.Bob.Submit(Page + "?requete=tri%3Dtitre", [Promises.Field("Input.Name", "Par titre")]);
        Assert.Null(await Opening(world.Bob));

        await world.Fanny.Submit(Page, [], "OpenForAll");
        Assert.Equal("situation=retard", await Opening(world.Bob));
        // Bob's own comes before the space's, and leaves everybody else's alone.
        await world.Bob.Submit(Page, [], "Open");
        Assert.Equal("tri=titre", await Opening(world.Bob));
        Assert.Equal("situation=retard", await Opening(world.Alice));
        Assert.Contains("La liste s’ouvre sur « Par titre » : c’est votre choix. L’espace, lui, a choisi « En retard ».", (await world.Bob.Open(Page)).Body!.TextContent.Plain(), StringComparison.Ordinal);
        await world.Bob.Submit(Page, [], "Whole");
        Assert.Null(await Opening(world.Bob));
        await world.Bob.Submit(Page, [], "Follow");
        Assert.Equal("situation=retard", await Opening(world.Bob));

        // The address wins, be it by saying "everything"; taking the last filter away says so.
        foreach (var address in new[] { "/engagements?etat=en-cours", "/engagements?vue=toutes", "/engagements?q=" }) Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get(address)).StatusCode);
        var list = await world.Bob.Open("/engagements?situation=retard");
        Assert.EndsWith("/engagements?vue=toutes", list.QuerySelector(".chips a.chip")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("/engagements?vue=toutes", list.QuerySelector(".chips li:last-child a")!.GetAttribute("href"), StringComparison.Ordinal);
        // An act on many goes back where one was, not to the view, and what it did is said on the page that is shown.
        var done = await world.Fanny.Submit("/engagements/ensemble?sur=tout", [Promises.Field("Pace.CadenceDays", "30")], "Pace");
        Assert.EndsWith("/engagements?vue=toutes", done.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("situation=retard", await Opening(world.Fanny));
        Assert.Contains("1 engagement réglé", (await world.Fanny.Open("/engagements?situation=retard")).Body!.TextContent.Plain(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post(Page + "?handler=OpenForAll", [])).StatusCode);
        await world.Fanny.Submit(Page, [], "Withdraw");
        Assert.Null(await Opening(world.Bob));
        await world.Fanny.Submit(Page, [], "Remove");
        Assert.Null(await Opening(world.Fanny));

        async Task<string?> Opening(Person person)
        {
            var answer = await person.Get("/engagements");
            return answer.Headers.Location?.ToString().Split('?')[1];
        }
    }

    [Fact]
    public async Task A_list_is_printed_whole_and_a_page_of_it_says_what_is_missing()
    {
        var world = await World.New();
        await world.Within(db =>
        {
            for (var i = 0; i < 60; i++) db.Add(new Platform.Modules.Members.Organisations.Organisation(Platform.Modules.Members.Contract.OrganisationKind.Commune, $"Commune {i:00}"));
            return Task.FromResult(0);
        });
        var page = await world.Bob.Open("/membres?nature=commune");
        Assert.Equal(Keyset.Size, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains($"{Keyset.Size} organisations sur 60. Pour tout imprimer", page.QuerySelector("p.print-only")!.TextContent.Plain(), StringComparison.Ordinal);
        var paper = await world.Bob.Open(page.QuerySelector("a[href*='imprimer=true']")!.GetAttribute("href")![(1 + world.Space.Identifier.Length)..]);
        Assert.Equal(60, paper.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(paper.QuerySelector("button[data-print]"));
        Assert.Null(paper.QuerySelector(".pager"));
        Assert.EndsWith("/membres?nature=commune", paper.QuerySelector(".paper-bar a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Names(Person person) => (await person.Open(Page)).QuerySelectorAll("a.view-link").Select(a => a.TextContent.Trim());
}
