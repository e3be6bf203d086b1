using System.Net;
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

    private static async Task<IEnumerable<string>> Names(Person person) => (await person.Open(Page)).QuerySelectorAll("a.view-link").Select(a => a.TextContent.Trim());
}
