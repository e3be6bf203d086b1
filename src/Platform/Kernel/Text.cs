using System.Globalization;
using System.Text;

namespace Platform.Kernel;

/// <summary>Text as people compare it: "Ploërmel", "PLOERMEL" and "ploermel" are one.</summary>
public static class Folding
{
    /// <summary>Lower case, no accents, everything but letters and digits replaced by one space. Used for sort keys and search.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var expanded = text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase)
            .Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(expanded.Length);
        foreach (var c in expanded)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>At most <paramref name="length"/> characters of the folded text: what a sort column holds.</summary>
    public static string Key(string? text, int length = 120)
    {
        var folded = Fold(text);
        return folded.Length <= length ? folded : folded[..length];
    }

    /// <summary>The distinct words of a text, for the term table and for queries: at most 64 words of 40 characters.</summary>
    public static IReadOnlyList<string> Words(string? text) =>
        [.. Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length <= 40 ? w : w[..40]).Distinct(StringComparer.Ordinal).Take(64)];
}

/// <summary>Removes what no database or screen can hold: lone surrogates, NUL and control characters except line breaks and tabs.</summary>
public static class Cleaning
{
    public static string? Clean(string? text)
    {
        if (text is null) return null;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD && !text.Contains('�')) continue;
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) continue;
            kept.Append(rune.ToString());
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
