using System.Globalization;
using System.Text;

namespace Platform.Modules.Members.Reference;

/// <summary>
/// How names of places are compared: without accents, case or punctuation, with “st” and “ste” read as “saint” and “sainte”.
/// Index and query fold alike, so a folded word holds nothing but <c>a-z</c> and <c>0-9</c> and compares alike on both engines.
/// </summary>
public static class PlaceNames
{
    /// <summary>Longer text is cut: the longest official name has 61 characters, and a search box receives anything.</summary>
    public const int MaxFolded = 200;

    private const int MaxRead = 1_000;

    // Articles and prepositions: nobody remembers whether it is “du Pays de” or “Pays d’”.
    private static readonly HashSet<string> LinkWords =
        ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur"];

    private static readonly Dictionary<Rune, string> Ligatures = new()
    {
        [new('œ')] = "oe", [new('Œ')] = "oe", [new('æ')] = "ae", [new('Æ')] = "ae", [new('ß')] = "ss", [new('ø')] = "o", [new('Ø')] = "o",
    };

    /// <summary>“L’Haÿ-les-Roses” gives “l hay les roses”; text without a Latin letter or digit gives an empty string.</summary>
    public static string Fold(string? text) => string.Join(' ', AllWords(text));

    /// <summary>The distinct words that carry meaning, without articles and prepositions; all words when there is nothing else.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        var all = AllWords(text).Distinct(StringComparer.Ordinal).ToList();
        var meaningful = all.Where(word => !LinkWords.Contains(word)).ToList();
        return meaningful.Count > 0 ? meaningful : all;
    }

    private static IEnumerable<string> AllWords(string? text) =>
        Letters(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "st" => "saint",
            "ste" => "sainte",
            "sts" => "saints",
            "stes" => "saintes",
            _ => word,
        });

    private static string Letters(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder();
        // Rune by rune, because normalising a lone surrogate throws.
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MaxRead)).EnumerateRunes())
            clean.Append(Ligatures.TryGetValue(rune, out var letters) ? letters : rune.ToString());

        var folded = new StringBuilder();
        foreach (var letter in clean.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(letter);
            folded.Append(char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower) ? lower : ' ');
            if (folded.Length == MaxFolded) break;
        }
        return folded.ToString();
    }
}
