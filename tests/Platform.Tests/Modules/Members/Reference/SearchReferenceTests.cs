using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Members.Reference;

[Trait("Category", "integration")]
public sealed class SearchReferenceTests : IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync()
    {
        await ImportedReference.Get();
        world = await World.New();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("Arc Sud Bretagne", "CC Arc Sud Bretagne")]
    [InlineData("bretagne ARC", "CC Arc Sud Bretagne")]
    [InlineData("communauté de communes arc sud", "CC Arc Sud Bretagne")]
    [InlineData("ploermel", "CC Ploërmel Communauté")]
    [InlineData("PLOËRMEL", "CC Ploërmel Communauté")]
    [InlineData("pays d'ancenis", "CC du Pays d'Ancenis")]
    [InlineData("Pays d’Ancenis", "CC du Pays d'Ancenis")]
    [InlineData("pontchateau saint gildas des bois", "CC du Pays de Pontchâteau St-Gildas-des-Bois")]
    [InlineData("Pontchâteau-St-Gildas-des-Bois", "CC du Pays de Pontchâteau St-Gildas-des-Bois")]
    [InlineData("pontch gild", "CC du Pays de Pontchâteau St-Gildas-des-Bois")]
    [InlineData("st etienne metropole", "Saint-Étienne Métropole")]
    [InlineData("métropole brest", "Brest Métropole")]
    [InlineData("cœur de Beauce", "CC Coeur de Beauce")]
    [InlineData("200 027 027", "CC Arc Sud Bretagne")]
    [InlineData("200027", "CC Arc Sud Bretagne")]
    public async Task An_epci_is_found_however_its_name_is_typed(string typed, string name)
    {
        var answer = await world.Bob.Sends(new SearchEpcis.Query(typed));

        Assert.Contains(answer.Hits, hit => hit.Name == name && hit.Exists);
    }

    [Fact]
    public async Task The_very_name_comes_first()
    {
        var answer = await world.Bob.Sends(new SearchEpcis.Query("Redon Agglomération"));

        Assert.Equal("243500741", answer.Hits[0].Siren);
        Assert.Equal("Ille-et-Vilaine", answer.Hits[0].Department);
        Assert.False(answer.More);
    }

    [Theory]
    [InlineData("Guichen", "200043990")]
    [InlineData("35126", "200043990")]
    [InlineData("Muzillac", "200027027")]
    public async Task An_epci_is_found_by_one_of_its_communes(string typed, string siren)
    {
        var hit = (await world.Bob.Sends(new SearchEpcis.Query(typed))).Hits.First(h => h.Siren == siren);

        Assert.Contains(hit.Through, new[] { "Guichen", "Muzillac" });
    }

    [Fact]
    public async Task An_epci_that_ended_says_so()
    {
        var reference = await ImportedReference.Get();
        var ended = reference.Epcis.First(e => e.LastYear == 2019);

        var hit = Assert.Single((await world.Bob.Sends(new SearchEpcis.Query(ended.Siren))).Hits);

        Assert.False(hit.Exists);
        Assert.Equal((2019, ended.Populations[2019]), (hit.LastYear, hit.Population));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("🏘️🌊")]
    [InlineData("مرحبا")]
    [InlineData("'; drop table epci; --")]
    [InlineData("% _")]
    [InlineData("zzzz")]
    [InlineData("999999999")]
    public async Task Text_that_names_nothing_finds_nothing(string? typed)
    {
        Assert.Empty((await world.Bob.Sends(new SearchEpcis.Query(typed))).Hits);
        Assert.Empty((await world.Bob.Sends(new SearchCommunes.Query(typed))).Hits);
    }

    [Fact]
    public async Task Five_thousand_characters_are_an_ordinary_question()
    {
        var endless = string.Concat(Enumerable.Repeat("Saint-Gildas 🏘 ", 400));

        Assert.NotEmpty((await world.Bob.Sends(new SearchEpcis.Query(endless))).Hits);
        Assert.Empty((await world.Bob.Sends(new SearchEpcis.Query(new string('é', 5_000)))).Hits);
    }

    [Fact]
    public async Task Too_little_text_gives_the_most_populated_and_says_that_there_are_others()
    {
        var epcis = await world.Bob.Sends(new SearchEpcis.Query("metropole"));
        var communes = await world.Bob.Sends(new SearchCommunes.Query("saint"));

        Assert.True(epcis.More && communes.More);
        Assert.Equal(SearchEpcis.Most, epcis.Hits.Count);
        Assert.Equal(SearchCommunes.Most, communes.Hits.Count);
        Assert.Equal("Métropole du Grand Paris", epcis.Hits[0].Name);
    }

    [Theory]
    [InlineData("Y", "80829", "Y")]
    [InlineData("redon", "35236", "Redon")]
    [InlineData("L'Haÿ les roses", "94038", "L'Haÿ-les-Roses")]
    [InlineData("St Étienne", "42218", "Saint-Étienne")]
    [InlineData("2a004", "2A004", "Ajaccio")]
    [InlineData("213502362", "35236", "Redon")]
    public async Task A_commune_is_found_first_by_its_very_name_or_code(string typed, string code, string name)
    {
        var hit = (await world.Bob.Sends(new SearchCommunes.Query(typed))).Hits[0];

        Assert.Equal((code, name), (hit.Code, hit.Name));
    }

    [Fact]
    public async Task A_commune_says_its_department_and_its_epci()
    {
        var hit = (await world.Bob.Sends(new SearchCommunes.Query("Muzillac"))).Hits[0];

        Assert.Equal(("Morbihan", "CC Arc Sud Bretagne"), (hit.Department, hit.Epci));
    }

    [Fact]
    public async Task Populations_come_latest_first_and_say_which_year_is_only_repeated()
    {
        var answer = await world.Bob.Sends(new PopulationsOf.Query(["200027027", "123456782"]));

        var figures = Assert.Single(answer).Value;
        Assert.Equal([2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019], figures.Select(f => f.Year));
        Assert.Equal(27_942, figures.Single(f => f.Year == 2020).Population);
        Assert.Equal(2025, figures[0].Repeats);
        Assert.All(figures.Skip(1), f => Assert.Null(f.Repeats));
    }

    [Fact]
    public async Task A_stranger_and_nobody_are_told_nothing()
    {
        await Assert.ThrowsAsync<NotFound>(() => world.Charlie.Sends(new SearchEpcis.Query("redon")));
        await Assert.ThrowsAsync<NotFound>(() => world.Charlie.Sends(new SearchCommunes.Query("redon")));
        await Assert.ThrowsAsync<NotFound>(() => world.Charlie.Sends(new PopulationsOf.Query(["200027027"])));
        await Assert.ThrowsAsync<SignInRequired>(() => world.Nobody.Sends(new SearchEpcis.Query("redon")));
    }
}
