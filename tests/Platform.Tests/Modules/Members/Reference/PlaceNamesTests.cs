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
    [InlineData("ﬁn", "fin")]
    [InlineData("20 000", "20 000")]
    public void Names_fold_without_accents_case_or_punctuation(string name, string folded) =>
        Assert.Equal(folded, PlaceNames.Fold(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🏘️🌊")]
    [InlineData("مرحبا")]
    [InlineData("%_'--;")]
    [InlineData("\ud83c")]
    public void Text_without_a_latin_letter_or_digit_folds_to_nothing(string? text)
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
        Assert.Equal(PlaceNames.MaxFolded, PlaceNames.Fold(new string('é', 5_000)).Length);
        // Cut in the middle of an emoji, which is two characters.
        Assert.Equal("", PlaceNames.Fold("x🏘️"[1..2] + string.Concat(Enumerable.Repeat("🏘", 5_000))));
    }

    [Fact]
    public void Every_official_name_folds_to_plain_words()
    {
        var reference = NationalReference.Read();
        var names = reference.Epcis.Select(e => e.Name).Concat(reference.Communes.Select(c => c.Name))
            .Concat(reference.Departments.Select(d => d.Name)).Concat(reference.Regions.Select(r => r.Name));

        Assert.All(names, name =>
        {
            Assert.Matches("^[a-z0-9]+( [a-z0-9]+)*$", PlaceNames.Fold(name));
            Assert.True(PlaceNames.Fold(name).Length < PlaceNames.MaxFolded);
        });
    }
}
