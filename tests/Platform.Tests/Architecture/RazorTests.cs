using System.Text.RegularExpressions;

namespace Platform.Tests.Architecture;

/// <summary>Razor takes "l’espace@if (x)" for an address and prints it; nothing else notices.</summary>
[Trait("Category", "unit")]
public sealed partial class RazorTests
{
    [Fact]
    public void No_statement_is_glued_to_a_word() => Rule.Holds(Glued(Source.Files(".cshtml")));

    [Fact]
    public void Canary_a_printed_statement() => Assert.Equal(
        ["Modules/X/A.cshtml: l’espace@if"],
        Glued([("Modules/X/A.cshtml", "<p>l’espace@if (x) { }</p>"), ("Modules/X/B.cshtml", "<p>l’espace @if (x) { } – @(y)@if (z) { }</p>")]));

    private static IEnumerable<string> Glued(IEnumerable<(string Path, string Text)> files) =>
        files.SelectMany(f => Statement().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}"));

    [GeneratedRegex(@"[\p{L}\d’]*[\p{L}\d]@(if|foreach|for|while|switch)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();
}
