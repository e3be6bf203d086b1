using Platform.Modules.Shared;

namespace Platform.Tests.Modules.Shared;

[Trait("Category", "unit")]
public sealed class FrenchTests
{
    [Theory]
    [InlineData("2027-03-12", "12 mars 2027")]
    [InlineData("2027-08-01", "1er août 2027")]
    public void Dates_are_written_in_full(string date, string written) => Assert.Equal(written, French.Date(DateOnly.Parse(date)));

    [Theory]
    [InlineData("2026-11-20", "aujourd’hui")]
    [InlineData("2026-11-19", "hier")]
    [InlineData("2026-11-21", "demain")]
    [InlineData("2026-11-08", "il y a 12\u00a0jours")]
    [InlineData("2026-09-21", "il y a 60\u00a0jours")]
    [InlineData("2026-09-20", "il y a 2 mois")]
    [InlineData("2026-07-21", "il y a 3 mois")]
    [InlineData("2024-11-21", "il y a 23 mois")]
    [InlineData("2024-11-20", "il y a 2\u00a0ans")]
    [InlineData("2026-12-31", "dans 41\u00a0jours")]
    public void Ages_are_whole_units_rounded_down(string then, string said) =>
        Assert.Equal(said, French.Ago(DateOnly.Parse(then), new DateOnly(2026, 11, 20)));

    [Theory]
    [InlineData(0, "0\u00a0engagement")]
    [InlineData(1, "1\u00a0engagement")]
    [InlineData(2, "2\u00a0engagements")]
    [InlineData(1200, "1\u202f200\u00a0engagements")]
    public void French_counts_zero_and_one_as_singular(int number, string said) => Assert.Equal(said, French.Count(number, "engagement", "engagements"));

    [Fact]
    public void Amounts_keep_their_cents() => Assert.Equal("10\u202f274,55\u00a0€", French.Amount(10274.55m));

    [Fact]
    public void Lists_end_with_and()
    {
        Assert.Equal("Redon, Blain et Nozay", French.List(["Redon", "Blain", "Nozay"]));
        Assert.Equal("Redon et 2 autres", French.Shortened(["Redon", "Blain", "Nozay"]));
    }

    [Theory]
    [InlineData("Haies", "Haies")]
    [InlineData("Haies !", "Haies…")]
    [InlineData("Haie 🌳s", "Haie…")]
    [InlineData("Haies 🌳", "Haies…")]
    public void What_is_too_long_is_cut_between_two_characters(string text, string cut) => Assert.Equal(cut, French.Cut(text, 6));

    [Theory]
    [InlineData("Claire Morvan", "CM")]
    [InlineData("Entente Loire - Haute-Loire", "EL")]
    [InlineData("🎉", "")]
    public void Initials_are_two_at_most(string name, string initials) => Assert.Equal(initials, French.Initials(name));
}
