using System.Text.RegularExpressions;
using Platform.Kernel;

namespace Platform.Modules.Members.Reference;

/// <summary>How names of places are compared: folded, with “st” and “ste” read as “saint” and “sainte”. Index and query fold alike.</summary>
internal static partial class PlaceNames
{
    // The longest official name has 61 characters; a search box receives anything.
    private const int LongestRead = 200;

    // Nobody remembers whether it is “du Pays de” or “Pays d’”.
    private static readonly HashSet<string> LinkWords =
        new(["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur"], StringComparer.Ordinal);

    /// <summary>“L’Haÿ-les-Roses” gives “l hay les roses”; text without a letter or digit gives an empty string.</summary>
    public static string Fold(string? text) => string.Join(' ', AllWords(text));

    /// <summary>Same, without the “CC”, “CA” or “CU” that begins most official names of EPCI.</summary>
    public static string FoldEpci(string? text) => Abbreviation().Replace(Fold(text), "");

    /// <summary>A SIREN or its beginning, or an INSEE code, however spaced; null when the text is something else.</summary>
    public static string? Code(string? text)
    {
        var joined = Fold(text).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return CodeShape().IsMatch(joined) ? joined : null;
    }

    /// <summary>The distinct words that carry meaning, without articles and prepositions; all words when there is nothing else.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var all = AllWords(text).Distinct(StringComparer.Ordinal).ToList();
        var meaningful = all.Where(word => !LinkWords.Contains(word)).ToList();
        return meaningful.Count > 0 ? meaningful : all;
    }

    private static IEnumerable<string> AllWords(string? text) =>
        // Cleaned first: half an emoji, left by the cut or sent on purpose, cannot be normalised.
        Folding.Fold(Cleaning.Clean(text is { Length: > LongestRead } ? text[..LongestRead] : text))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word switch
            {
                "st" => "saint",
                "ste" => "sainte",
                "sts" => "saints",
                "stes" => "saintes",
                { Length: > PlaceTerm.TermLength } => word[..PlaceTerm.TermLength],
                _ => word,
            });

    [GeneratedRegex("^c[cau] ", RegexOptions.None, 100)]
    private static partial Regex Abbreviation();

    // Corsican communes have a letter: 2A004.
    [GeneratedRegex("^(?:[0-9]{3,9}|2[AB][0-9]{3})$", RegexOptions.None, 100)]
    private static partial Regex CodeShape();
}
