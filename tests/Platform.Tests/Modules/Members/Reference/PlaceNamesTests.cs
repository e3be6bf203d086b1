using Platform.Modules.Members.Reference;

namespace Platform.Tests.Modules.Members.Reference;

[Trait("Category", "unit")]
public sealed class PlaceNamesTests
{
    [Theory]
    [InlineData("L'Haÿ-les-Roses", "l hay les roses")]
    [InlineData("L’Haÿ–les–Roses", "l hay les roses")]
    [InlineData("CC du Pays de Pontchâteau St-Gildas-des-Bois", "cc du pays de pontchateau saint gildas des bois")]
    [InlineData("  SAINTE   Marie  ", "sainte marie")]
    [InlineData("Ste. Marie", "sainte marie")]
    [InlineData("Cœur de Bœuf", "coeur de boeuf")]
    [InlineData("Ploe\u0308rmel", "ploermel")]
    [InlineData("Strasbourg", "strasbourg")]
    [InlineData("مرحبا Redon", "مرحبا redon")]
    [InlineData("20 000", "20 000")]
    public void Names_fold_without_accents_case_or_punctuation(string name, string folded) =>
        Assert.Equal(folded, PlaceNames.Fold(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🏘️🌊")]
    [InlineData("%_'--;")]
    [InlineData("\ud83c")]
    public void Text_without_a_letter_or_digit_folds_to_nothing(string? text)
    {
        Assert.Equal("", PlaceNames.Fold(text));
        Assert.Empty(PlaceNames.Words(text));
    }

    [Theory]
    [InlineData("CC du Pays d'Ancenis", new[] { "cc", "pays", "ancenis" })]
    [InlineData("Saint-Gildas et st gildas", new[] { "saint", "gildas" })]
    [InlineData("de la", new[] { "de", "la" })]
    public void Link_words_count_only_when_there_is_nothing_else(string name, string[] words) =>
        Assert.Equal(words, PlaceNames.Words(name));

    [Fact]
    public void Endless_text_is_cut()
    {
        Assert.Equal([new string('e', 40)], PlaceNames.Words(new string('é', 5_000)));
        // 5,001 halves of emoji: the cut leaves one alone, which cannot be normalised.
        Assert.Equal("x", PlaceNames.Fold("x" + string.Concat(Enumerable.Repeat("🏘", 2_500))));
    }

    [Theory]
    [InlineData("200 027 027", "200027027")]
    [InlineData("200.027", "200027")]
    [InlineData("2a004", "2A004")]
    [InlineData("56143", "56143")]
    [InlineData("12", null)]
    [InlineData("2000270270", null)]
    [InlineData("CC 4B Sud Charente", null)]
    [InlineData("", null)]
    public void Digits_are_a_code_however_spaced(string text, string? code) => Assert.Equal(code, PlaceNames.Code(text));

    [Theory]
    [InlineData("CC Arc Sud Bretagne", "arc sud bretagne")]
    [InlineData("CA d'Épinal", "d epinal")]
    [InlineData("Métropole de Lyon", "metropole de lyon")]
    [InlineData("CCAS", "ccas")]
    public void The_abbreviation_of_the_kind_does_not_count(string name, string folded) => Assert.Equal(folded, PlaceNames.FoldEpci(name));

    [Fact]
    public void Every_official_name_folds_to_plain_words()
    {
        var reference = NationalReference.Read();
        var names = reference.Epcis.Select(e => e.Name).Concat(reference.Communes.Select(c => c.Name))
            .Concat(reference.Departments.Select(d => d.Name)).Concat(reference.Regions.Select(r => r.Name));

        Assert.All(names, name =>
        {
            Assert.Matches("^[a-z0-9]+( [a-z0-9]+)*$", PlaceNames.Fold(name));
            Assert.True(PlaceNames.Fold(name).Length <= 120);
        });
    }
}
