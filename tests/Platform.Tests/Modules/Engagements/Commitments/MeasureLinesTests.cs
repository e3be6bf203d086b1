using Platform.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Engagements.Commitments;

[Trait("Category", "unit")]
public sealed class MeasureLinesTests
{
    [Theory]
    [InlineData("Choisir le bureau d’études – 30/09/2027", "Choisir le bureau d’études", "2027-09-30")]
    [InlineData("- Lancer l'appel d'offres : 1/2/2028", "Lancer l'appel d'offres", "2028-02-01")]
    [InlineData("3. Poser les panneaux avant le 1er mars 2028", "Poser les panneaux", "2028-03-01")]
    [InlineData("Inaugurer (le 12 déc. 2027)", "Inaugurer", "2027-12-12")]
    [InlineData("Inaugurer d’ici le 2027-12-12.", "Inaugurer", "2027-12-12")]
    [InlineData("Recruter deux animateurs", "Recruter deux animateurs", null)]
    [InlineData("Bilan de 2027", "Bilan de 2027", null)]
    [InlineData("🚲 Vélos pour tous 12/12/2027", "🚲 Vélos pour tous", "2027-12-12")]
    [InlineData("שלום 12/12/2027", "שלום", "2027-12-12")]
    public void A_line_is_a_title_and_perhaps_a_date(string line, string title, string? due)
    {
        var (lines, errors) = MeasureLines.Read(line);
        Assert.Empty(errors);
        Assert.Equal(new MeasureLines.Line(title, due is null ? null : DateOnly.Parse(due)), Assert.Single(lines));
    }

    [Theory]
    [InlineData("Voter le budget 31/02/2027", "cette date n’existe pas")]
    [InlineData("Voter le budget – 31 février 2027", "cette date n’existe pas")]
    [InlineData("30/09/2027", "il manque l’intitulé")]
    public void What_cannot_be_read_is_said(string line, string sentence) => Assert.Contains(sentence, Assert.Single(MeasureLines.Read(line).Errors).Plain(), StringComparison.Ordinal);

    [Fact]
    public void Lines_keep_their_order_and_blank_ones_are_left_out() =>
        Assert.Equal(["Un", "Deux"], MeasureLines.Read("Un\n\n  \n• Deux\n").Lines.Select(l => l.Title));

    [Fact]
    public void Too_long_a_line_and_too_many_lines_are_said()
    {
        Assert.Contains("au plus 200 caractères", Assert.Single(MeasureLines.Read(new string('a', 5000)).Errors), StringComparison.Ordinal);
        Assert.Contains("Au plus 60 lignes", Assert.Single(MeasureLines.Read(string.Join('\n', Enumerable.Repeat("a", 61))).Errors), StringComparison.Ordinal);
    }
}
