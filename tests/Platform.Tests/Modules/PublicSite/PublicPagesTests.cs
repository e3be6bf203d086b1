using System.Net;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.PublicSite;

public sealed class PublicPagesTests
{
    [Fact]
    public async Task The_platform_and_a_space_each_have_their_own_home()
    {
        var world = await World.New();
        Assert.Contains("Les espaces", (await world.Nobody.Open("//")).Body!.TextContent, StringComparison.Ordinal);
        var home = await world.Nobody.Open("/");
        Assert.Contains("Espace d’essai", home.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector($"a[href='/{world.Space.Identifier}/connexion']"));
        Assert.Contains("Accessibilité : non conforme", home.QuerySelector("footer")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/accessibilite")]
    [InlineData("/mentions-legales")]
    [InlineData("/donnees-personnelles")]
    [InlineData("//accessibilite")]
    [InlineData("//mentions-legales")]
    [InlineData("//donnees-personnelles")]
    public async Task The_pages_that_the_law_wants_are_open_to_everybody(string address)
    {
        var world = await World.New();
        Assert.NotNull((await world.Nobody.Open(address)).QuerySelector("h1"));
    }

    [Fact]
    public async Task The_page_of_personal_data_says_what_the_forum_keeps_and_for_how_long_where_there_is_one()
    {
        var world = await World.New();
        Assert.Contains($"effacés {world.Space.GuestMonths} mois après", (await world.Nobody.Open("/donnees-personnelles")).QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var modules = await world.Alice.Sends(new SaveModules.Form());
        await world.Alice.Sends(modules with { On = [.. modules.On.Where(m => m != SpaceModules.Forum)] });
        Assert.DoesNotContain("forum", (await world.Nobody.Open("/donnees-personnelles")).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_an_audit_the_statement_reads_non_conforme_and_holds_every_section()
    {
        var world = await World.New();
        var page = await world.Nobody.Open("/accessibilite");
        Assert.Contains("non conforme", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        foreach (var section in new[] { "État de conformité", "Résultats des tests", "Contenus non accessibles", "Établissement de cette déclaration", "Retour d’information et contact", "Voies de recours" })
            Assert.Contains(page.QuerySelectorAll("h2"), h => h.TextContent.StartsWith(section, StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Category", "unit")]
    [InlineData(null, 100, Conformity.None)]
    [InlineData("2026-11-20", 100, Conformity.Full)]
    [InlineData("2026-11-20", 99, Conformity.Partial)]
    [InlineData("2026-11-20", 49, Conformity.None)]
    [InlineData("2026-11-21", 100, Conformity.None)]
    [InlineData("2023-11-21", 100, Conformity.Full)]
    [InlineData("2023-11-20", 100, Conformity.None)]
    public void Conformity_follows_from_a_valid_audit_alone(string? auditedOn, int score, Conformity expected) => Assert.Equal(expected,
        LegalInformation.ConformityOf(auditedOn is null ? null : DateOnly.Parse(auditedOn, System.Globalization.CultureInfo.InvariantCulture), score, new DateOnly(2026, 11, 20)));

    [Fact]
    public async Task Robots_and_browsers_find_the_files_they_ask_for()
    {
        var world = await World.New();
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get("//robots.txt")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Get("//favicon.ico")).StatusCode);
    }
}
