using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.Reference;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using static Platform.Tests.Kit.Pages;

namespace Platform.Tests.Modules.Members.Reference;

[Trait("Category", "integration")]
public sealed class AddEpcisTests : IAsyncLifetime
{
    private const string Page = "/membres/ajouter-des-epci", Redon = "243500741", Arc = "200027027", Blain = "244400453", Unknown = "123456782";

    private World world = null!;

    public async Task InitializeAsync()
    {
        await ImportedReference.Get();
        world = await World.New();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Fanny_ticks_across_several_searches_and_adds_all_at_once()
    {
        var first = await world.Fanny.Open($"{Page}?q=redon");
        Assert.NotNull(Box(first, Redon));

        // What the browser sends when she has ticked Redon and searches again.
        var second = await world.Fanny.Open($"{Page}?q=arc%20sud%20bretagne&epci={Redon}");
        Assert.True(Box(second, Redon)!.HasAttribute("checked"));
        Assert.False(Box(second, Arc)!.HasAttribute("checked"));
        Assert.Contains("29 691 habitants en 2026", Text(second), StringComparison.Ordinal);

        var added = await world.Fanny.Post(Page, Boxes(Redon, Arc));

        Assert.Equal((HttpStatusCode.Found, $"/{world.Space.Identifier}/membres"), (added.StatusCode, added.Headers.Location!.OriginalString));
        var organisations = await Organisations();
        Assert.Equal([Arc, Redon], organisations.Select(o => o.Siren));
        Assert.All(organisations, o =>
        {
            Assert.Equal(OrganisationKind.Epci, o.Kind);
            var role = Assert.Single(o.Roles);
            Assert.Equal((RoleKind.Member, world.Space.Today(world.App.Clock), null), (role.Kind, role.Start, role.End));
        });
    }

    [Fact]
    public async Task The_sheet_of_what_was_added_shows_its_population_year_by_year()
    {
        await world.Fanny.Sends(new AddEpcis.Command([Arc]));

        var page = await world.Bob.Open($"/membres/{(await Organisations())[0].Id}");

        var rows = page.QuerySelectorAll("aside table tbody tr").Select(row => row.TextContent.OneLine()).ToList();
        Assert.Equal(8, rows.Count);
        Assert.Contains("2026 Chiffre de 2025, reconduit par la source 29 691", rows);
        Assert.Contains("2020 27 942", rows);
    }

    [Fact]
    public async Task The_token_travels_with_the_button_that_posts_and_never_in_an_address()
    {
        var form = (await world.Fanny.Open($"{Page}?q=redon")).QuerySelector("main form")!;

        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Null(form.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.Equal("post", form.QuerySelector("button[name=__RequestVerificationToken]")!.GetAttribute("formmethod"));
        // Enter in the search box presses the first button: it must be the one that searches.
        Assert.False(form.QuerySelector("button[type=submit]")!.HasAttribute("formmethod"));
    }

    [Fact]
    public async Task A_post_without_the_token_is_refused()
    {
        var refused = await world.Fanny.Client.PostAsync($"/{world.Space.Identifier}{Page}", new FormUrlEncodedContent(Boxes(Redon)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await Organisations());
    }

    [Fact]
    public async Task What_the_space_already_has_is_shown_as_such_and_stays_as_it_is()
    {
        await world.Fanny.Sends(new AddEpcis.Command([Redon]));
        var id = (await Organisations())[0].Id;

        var page = await world.Fanny.Open($"{Page}?q=redon");
        Assert.Null(Box(page, Redon));
        Assert.Contains("Déjà dans l’espace", Text(page), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href$='/membres/{id}']"));

        var answer = await world.Fanny.Sends(new AddEpcis.Command([Redon, Blain]));
        Assert.Equal((1, "Redon Agglomération"), (answer.Added.Count, answer.AlreadyThere.Single().Replace("CA ", "", StringComparison.Ordinal)));
        Assert.Equal(2, (await Organisations()).Count);
    }

    [Fact]
    public async Task Two_people_who_add_the_same_epci_at_once_make_one_and_the_other_is_told()
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                var answer = await (i % 2 == 0 ? world.Fanny : world.Alice).Sends(new AddEpcis.Command([Redon]));
                return answer.Added.Count == 1 ? "added" : "there";
            }
            catch (RuleViolation rule)
            {
                return rule.Code;
            }
        }));

        Assert.Single(attempts, a => a == "added");
        Assert.All(attempts.Where(a => a != "added"), a => Assert.Contains(a, new[] { "there", "epci.meanwhile" }));
        Assert.Single(await Organisations());
    }

    [Fact]
    public async Task Two_spaces_add_the_same_epci_and_do_not_see_each_other()
    {
        await world.Fanny.Sends(new AddEpcis.Command([Redon]));
        await world.Charlie.Sends(new AddEpcis.Command([Redon]), world.Elsewhere);

        Assert.Single(await Organisations());
        Assert.Single(await Organisations(world.Elsewhere));
    }

    [Theory]
    [InlineData("", "Cochez au moins un EPCI.")]
    [InlineData("pas-un-siren", "Cochez au moins un EPCI.")]
    [InlineData(Unknown, "L’un des EPCI cochés n’est pas dans le référentiel national.")]
    public async Task A_refused_form_says_why_and_keeps_the_search(string siren, string sentence)
    {
        var refused = await world.Fanny.Post(Page, [KeyValuePair.Create("q", "redon"), .. siren.Length == 0 ? [] : Boxes(siren)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Person.Read(refused);
        Assert.Contains(sentence, page.GetElementById("epci")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("redon", page.GetElementById("q")!.GetAttribute("value"));
        Assert.NotNull(Box(page, Redon));
        Assert.Empty(await Organisations());
    }

    [Fact]
    public async Task An_epci_that_ended_cannot_be_added()
    {
        var ended = (await ImportedReference.Get()).Epcis.First(e => e.LastYear == 2019);

        var page = await world.Fanny.Open($"{Page}?q={ended.Siren}");
        Assert.Null(Box(page, ended.Siren));
        Assert.Contains("N’existe plus depuis 2020", Text(page), StringComparison.Ordinal);

        var refused = await world.Fanny.Post(Page, Boxes(ended.Siren));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("n’existe plus depuis 2020", Text(await Person.Read(refused)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_boxes_than_a_page_can_hold_are_refused_with_a_sentence()
    {
        var sirens = (await ImportedReference.Get()).Epcis.Where(e => e.LastYear == 2026).Take(AddEpcis.Most + 1).Select(e => e.Siren).ToArray();

        var refused = await world.Fanny.Post(Page, Boxes(sirens));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Ajoutez au plus 100 EPCI à la fois.", Text(await Person.Read(refused)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("🏘️🌊")]
    [InlineData("مرحبا بالعالم")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE epci; --")]
    [InlineData("\u0000\ud800")]
    public async Task Strange_text_is_an_ordinary_question(string typed)
    {
        var page = await world.Fanny.Open($"{Page}?q={Uri.EscapeDataString(typed.Replace("\ud800", "", StringComparison.Ordinal))}");

        Assert.Empty(page.QuerySelectorAll("input[name=epci]"));
    }

    [Fact]
    public async Task Five_thousand_characters_and_a_thousand_ticks_are_no_error()
    {
        Assert.Equal(HttpStatusCode.OK, (await world.Fanny.Get($"{Page}?q={new string('é', 400)}{new string('a', 4_600)}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Fanny.Get($"{Page}?{string.Concat(Enumerable.Repeat("epci=1&", 1_100))}")).StatusCode);
        Assert.InRange((int)(await world.Fanny.Post(Page, Boxes([.. Enumerable.Repeat(Redon, 2_000)]))).StatusCode, 302, 499);
    }

    [Fact]
    public async Task A_reader_may_not_a_stranger_finds_nothing_and_nobody_must_sign_in()
    {
        foreach (var reader in new[] { world.Bob, world.Remi })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(Page)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post(Page, Boxes(Redon))).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Post(Page, Boxes(Redon))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await world.Nobody.Get(Page)).StatusCode);
        Assert.Empty(await Organisations());
    }

    private Task<List<Organisation>> Organisations(Space? space = null) =>
        world.Within(db => db.Set<Organisation>().Include(o => o.Roles).OrderBy(o => o.Siren).ToListAsync(), space);

    private static KeyValuePair<string, string>[] Boxes(params string[] sirens) => [.. sirens.Select(s => KeyValuePair.Create("epci", s))];

    private static IElement? Box(IDocument page, string siren) => page.QuerySelector($"input[name=epci][value='{siren}']");
}
