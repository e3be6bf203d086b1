using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.PublicSite.Settings;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.PublicSite;

/// <summary>"What did they promise, what became of it, when was the last news?"</summary>
public sealed class RoadmapTests
{
    [Fact]
    public async Task A_new_space_shows_nothing_until_its_administrator_opens_the_road_map_with_the_list_before_her_eyes()
    {
        var world = await World.New();
        await world.Close();
        await world.PublicPromise("Un abri à vélos dans chaque gare", await world.Organisation("Redon Agglomération"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get("/public/engagements")).StatusCode);
        var settings = await world.Alice.Open("/parametres/feuille-de-route");
        Assert.Contains("Voici ce que tout le monde lira", settings.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un abri à vélos dans chaque gare", settings.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await world.Alice.Submit("/parametres/feuille-de-route", [Field("Input.HasRoadmap", "true"), Field("Input.Text", "Ce que nous tenons ensemble."), Field("Input.Licence", "Odbl")]);
        var home = await world.Nobody.Open("/");
        Assert.Contains("1 engagement, en cours", home.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("Ce que nous tenons ensemble.", home.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ODbL", (await world.Nobody.Open("/public/donnees-ouvertes")).QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Feuille de route publique", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_tenant_has_no_road_map()
    {
        var world = await World.New();
        var tenant = new Tenant("essai", TenantKind.Alliance, "Essai", null, world.App.Clock.GetUtcNow());
        Assert.False(tenant.HasRoadmap);
    }

    [Fact]
    public async Task The_sheet_says_who_what_is_done_and_how_old_the_last_news_is()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var id = await world.PublicPromise("Trente bornes de recharge", await world.Organisation("Pays de Blain"), and: c => c with
        {
            Statement = "Dans chaque bourg.", Means = "Moyens internes", DueOn = today.AddDays(-10), StateOn = today.AddDays(-300), FirstMeasures = "Choisir les lieux\nPoser les bornes",
        });
        await world.News(id, "Les lieux sont choisis.", isPublic: true, on: today.AddDays(-130));
        await world.News(id, "Le fournisseur fait défaut.", isPublic: false, UpdateStatus.Attention, today.AddDays(-125));
        var page = await world.Nobody.Open($"/public/engagements/{id}");
        Assert.Contains("sans nouvelles depuis 4 mois", page.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        var text = page.QuerySelector("main")!.TextContent.Plain();
        foreach (var said in new[] { "Pays de Blain", "Dans chaque bourg.", "0 sur 2 faite", "Les lieux sont choisis.", "À surveiller", "En retard" }) Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var kept in new[] { "Moyens internes", "Le fournisseur fait défaut.", "Fanny", "Alice" }) Assert.DoesNotContain(kept, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_found_by_a_word_narrowed_by_situation_and_keeps_foreign_parameters_out_of_its_links()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        await world.PublicPromise("Rénover la salle des fêtes", redon, and: c => c with { DueOn = today.AddDays(-3) });
        for (var i = 0; i < 31; i++) await world.PublicPromise($"Planter la haie {i:00}", blain);
        Assert.Single((await world.Nobody.Open("/public/engagements?q=renover")).QuerySelectorAll(".road-list > li"));
        // By who holds it too: a commune, as the field proposes.
        Assert.Single((await world.Nobody.Open("/public/engagements?q=redon")).QuerySelectorAll(".road-list > li"));
        Assert.Single((await world.Nobody.Open("/public/engagements?situation=en-retard")).QuerySelectorAll(".road-list > li"));
        var first = await world.Nobody.Open($"/public/engagements?porteur={blain}&utm=x&theme=rien&situation=inconnue");
        Assert.Equal(30, first.QuerySelectorAll(".road-list > li").Length);
        Assert.DoesNotContain("utm", first.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var next = first.QuerySelector(".pager a")!.GetAttribute("href")!;
        Assert.Single((await world.Nobody.Open("/" + next)).QuerySelectorAll(".road-list > li"));
        var none = await world.Nobody.Open("/public/engagements?q=introuvable");
        Assert.NotNull(none.QuerySelector(".empty-state"));
        Assert.Contains("noindex", none.QuerySelector("meta[name=robots]")!.GetAttribute("content")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentence_the_bar_and_the_lists_count_each_promise_once()
    {
        var world = await World.New();
        var (today, holder) = (world.Space.Today(world.App.Clock), await world.Organisation("Redon"));
        LogCommitment.Command Past(LogCommitment.Command c) => c with { DueOn = today.AddDays(-3) };
        LogCommitment.Command Old(LogCommitment.Command c) => c with { StateOn = today.AddDays(-300) };
        foreach (var state in new[] { CommitmentState.Kept, CommitmentState.PartlyKept })
            await world.Alice.Sends(new MoveCommitment.Command { Id = await world.PublicPromise($"Fini : {state}", holder, and: Past), To = state, On = today });
        await world.PublicPromise("En cours", holder);
        await world.PublicPromise("Adopté", holder, CommitmentState.Adopted);
        await world.PublicPromise("En retard", holder, and: Past);
        await world.PublicPromise("En retard et muet", holder, and: c => Old(Past(c)));
        await world.PublicPromise("Muet", holder, and: Old);
        await world.News(await world.PublicPromise("Bloqué et en retard", holder, and: Past), "Rien ne va plus.", isPublic: false, UpdateStatus.Blocked);
        await world.PublicPromise("Proposé", holder, CommitmentState.Proposed);
        await world.PublicPromise("Proposé, trop tard", holder, CommitmentState.Proposed, Past);
        const string said = "10 engagements : 1 tenu, 1 tenu en partie, 2 en cours, 3 en retard, 1 sans nouvelles, 1 bloqué, 1 proposé.";
        foreach (var (address, sentence) in new[] { ("/", ".answer"), ("/public/carte", ".embed-answer"), ("/public/engagements", ".answer") })
            Assert.Equal(said, (await world.Nobody.Open(address)).QuerySelector(sentence)!.TextContent.Plain());
        string[] parts = ["Tenu 1", "Tenu en partie 1", "En cours 2", "En retard 3", "Sans nouvelles 1", "Bloqué 1", "Proposé 1"];
        Assert.Equal(parts, (await world.Nobody.Open("/public/carte")).QuerySelectorAll(".legend li").Select(l => l.TextContent.Plain()));
        var home = await world.Nobody.Open("/");
        foreach (var part in home.QuerySelectorAll(".legend a"))
        {
            var list = await world.Nobody.Open(part.GetAttribute("href")![(1 + world.Space.Identifier.Length)..]);
            Assert.Equal(part.QuerySelector("strong")!.TextContent, list.QuerySelectorAll(".road-list > li").Length.ToString());
            Assert.Contains($"({part.QuerySelector("strong")!.TextContent})", list.QuerySelector("#situation option[selected]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_module_that_is_off_would_show_is_no_link_to_nowhere()
    {
        var world = await World.New();
        var framework = await world.Framework("Plan climat", isPublic: true);
        var axis = await world.Read(db => db.Set<Platform.Modules.Engagements.Frameworks.Axis>().Select(a => a.Id).SingleAsync());
        var id = await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"), and: c => c with { AxisId = axis });
        Assert.NotNull((await world.Nobody.Open($"/public/engagements/{id}")).QuerySelector($"a[href$='/public/cadres/{framework}']"));
        var modules = await world.Alice.Sends(new SaveModules.Form());
        await world.Alice.Sends(modules with { On = [.. modules.On.Where(m => m != SpaceModules.Frameworks)] });
        Assert.Null((await world.Nobody.Open($"/public/engagements/{id}")).QuerySelector("a[href*='/public/cadres']"));
        Assert.DoesNotContain("Sobriété", await (await world.Nobody.Get("/public/engagements.json")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_internal_a_draft_or_not_shown_answers_404_and_is_named_nowhere()
    {
        var world = await World.New();
        var holder = await world.Organisation("Nozay");
        var hidden = new Dictionary<string, Guid>
        {
            ["engagements"] = await world.Promise("Secretsecret interne", holder),
            ["engagements "] = await world.PublicPromise("Secretsecret brouillon", holder, CommitmentState.Draft),
            ["cadres"] = await world.Framework("Secretsecret cadre", isPublic: false, axis: "Secretsecret axe"),
            ["coalitions"] = await world.Coalition("Secretsecret coalition", isPublic: false),
        };
        var draft = await world.PublicPromise("Secretsecret abandonné", holder, CommitmentState.Draft);
        await world.Alice.Sends(new MoveCommitment.Command { Id = draft, To = CommitmentState.Abandoned, Reason = "Secretsecret motif" });
        var shown = await world.PublicPromise("Ce qui est public", holder);
        await world.News(shown, "Secretsecret nouvelle", isPublic: false);
        foreach (var (kind, id) in hidden.Append(new("engagements", draft))) Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/{kind.Trim()}/{id}")).StatusCode);
        Assert.True((await Crawl(world)).Count > 8);
    }

    [Fact]
    public async Task The_canary_of_internal_fields_is_on_no_public_page_and_a_person_neither()
    {
        var world = await World.New();
        var being = await world.Being("Secretsecret", "Personne");
        var holder = await world.Organisation("Châteaubriant");
        var framework = await world.Framework("Plan climat", isPublic: true);
        var coalition = await world.Coalition("Mobilités", isPublic: true);
        await world.Within(async db =>
        {
            var group = await db.FindAsync<Platform.Modules.Engagements.Coalitions.Coalition>(world.Space.Id, coalition);
            await db.Entry(group!).Collection(g => g.Facilitators).LoadAsync();
            group!.Entrust(being, null, new DateOnly(2024, 1, 1), null);
            return true;
        });
        var id = await world.PublicPromise("Ce qui est public", holder, and: c => c with { Means = "Secretsecret moyens", ReferentId = being, FacilitatorId = being, FirstMeasures = "Une étape" });
        await world.Alice.Sends(new MoveCommitment.Command { Id = id, To = CommitmentState.Abandoned, Reason = "Secretsecret motif" });
        var pages = await Crawl(world);
        Assert.Contains(pages, p => p.Contains($"/public/cadres/{framework}", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Contains($"/public/coalitions/{coalition}", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.EndsWith("/carte", StringComparison.Ordinal) || p.Contains("integrer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_holder_answers_beside_the_facts_and_takes_it_back()
    {
        var world = await World.New();
        var organisation = await world.Organisation("Derval");
        await world.StandsFor(world.Remi, await world.Being("Rémi", "Le Goff", organisation));
        var id = await world.PublicPromise("Un bus le samedi", organisation);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get($"/engagements/{id}/reponse")).StatusCode);
        await world.Remi.Submit($"/engagements/{id}/reponse", [Field("Input.Text", "Le bus part en mars.")]);
        var page = await world.Nobody.Open($"/public/engagements/{id}");
        Assert.Contains("Le bus part en mars.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rémi", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Réponse du porteur", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);
        var stale = await world.Fanny.Submit($"/engagements/{id}/reponse", [Field("Input.Version", "-1"), Field("Input.Text", "Autre version.")]);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        await world.Remi.Submit($"/engagements/{id}/reponse", [], handler: "Withdraw");
        Assert.DoesNotContain("Le bus part en mars.", (await world.Nobody.Open($"/public/engagements/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_answer_comes_back_with_its_sentence()
    {
        var world = await World.New();
        var id = await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        var refused = await world.Fanny.Submit($"/engagements/{id}/reponse", [Field("Input.Text", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Écrivez ce que le porteur veut dire", (await Person.Read(refused)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_find_one_address_per_page_and_the_map_of_the_space()
    {
        var world = await World.New();
        var id = await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        var page = await world.Nobody.Open($"/public/engagements/{id}?utm=x");
        var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
        Assert.Equal($"https://localhost/{world.Space.Identifier}/public/engagements/{id}", canonical);
        Assert.Equal(canonical, page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        Assert.Contains("Derval", page.QuerySelector("meta[name=description]")!.GetAttribute("content")!, StringComparison.Ordinal);
        var map = await (await world.Nobody.Get("/sitemap.xml")).Content.ReadAsStringAsync();
        Assert.Contains($"<loc>{canonical}</loc>", map, StringComparison.Ordinal);
        Assert.Contains($"/{world.Space.Identifier}/sitemap.xml", await (await world.Nobody.Get("/robots.txt")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_cards_may_be_framed()
    {
        var world = await World.New();
        var id = await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"));
        foreach (var (address, framed) in new[] { ("/public/carte", true), ($"/public/engagements/{id}/carte", true), ($"/public/engagements/{Guid.NewGuid()}/carte", false), ($"/public/engagements/{id}", false), ("/public/integrer", false), ("/", false), ("/connexion", false) })
            Assert.Contains(framed ? "frame-ancestors *;" : "frame-ancestors 'none';", (await world.Nobody.Get(address)).Headers.GetValues("Content-Security-Policy").Single() + ";", StringComparison.Ordinal);
        var card = await world.Nobody.Open("/public/carte");
        Assert.Empty(card.QuerySelectorAll("script, use, form"));
        Assert.All(card.QuerySelectorAll("a"), a => Assert.Equal("_blank", a.GetAttribute("target")));
        Assert.Contains($"https://localhost/{world.Space.Identifier}/public/carte", (await world.Nobody.Open("/public/integrer")).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_the_administrators_and_two_at_once_are_told()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get("/parametres/feuille-de-route")).StatusCode);
        var form = (await world.Alice.Sends(new SaveRoadmap.Form())).Current;
        await world.Alice.Sends(form with { HasRoadmap = true, Text = "Un" });
        await Assert.ThrowsAsync<Platform.Kernel.Conflict>(() => world.Alice.Sends(form with { HasRoadmap = false }));
    }

    /// <summary>Every public page that a link leads to, read whole, files and metadata included: none holds the secret.</summary>
    private static async Task<HashSet<string>> Crawl(World world)
    {
        var waiting = new Queue<string>(["/", "/sitemap.xml", "/public/engagements.json", "/public/engagements.csv", "/public/objectifs.csv", "/public/coalitions.csv", "/public/carte", "/public/integrer", "/public/donnees-ouvertes"]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var root = $"/{world.Space.Identifier}";
        while (waiting.Count > 0)
        {
            var address = waiting.Dequeue();
            if (!seen.Add(address)) continue;
            var answer = await world.Nobody.Get(address);
            var said = answer.Headers + await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
            Assert.False(said.Contains("secretsecret", StringComparison.OrdinalIgnoreCase), $"{address} tells it.");
            Assert.DoesNotContain("@example.org", said, StringComparison.Ordinal);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            foreach (var link in (await Person.Read(answer)).QuerySelectorAll("a[href], iframe[src]").Select(a => (a.GetAttribute("href") ?? a.GetAttribute("src")!).Replace("https://localhost", "", StringComparison.Ordinal).Split('#')[0]))
                if (link == root + "/" || link.StartsWith(root + "/public/", StringComparison.Ordinal)) waiting.Enqueue(link[root.Length..]);
        }
        return seen;
    }
}
