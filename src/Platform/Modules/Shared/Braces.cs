using System.Text.RegularExpressions;

namespace Platform.Modules.Shared;

/// <summary>Texts that members write, with words between braces for what changes from one mail to the next.</summary>
internal static partial class Braces
{
    /// <summary>Written between braces, and nothing that stands in for anything.</summary>
    public static IReadOnlyList<string> Unknown(string? text, IEnumerable<(string Name, string Meaning)> known) =>
        [.. Shape().Matches(text ?? "").Select(m => m.Groups["name"].Value).Where(n => known.All(p => p.Name != n)).Distinct(StringComparer.Ordinal)];

    /// <summary>One line; what stands in is not read again, so that a title with braces stays what it is.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Shape().Replace(template, m => values.GetValueOrDefault(m.Groups["name"].Value, m.Value)).Trim();

    /// <summary>Paragraphs; those that nothing stands in for are left out.</summary>
    public static IReadOnlyList<string> Paragraphs(string template, IReadOnlyDictionary<string, string> values) =>
        [.. template.ReplaceLineEndings("\n").Split('\n').Select(line => Fill(line, values)).Where(line => line.Length > 0)];

    [GeneratedRegex(@"\{(?<name>[^{}\n]*)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Shape();
}
