using System.Globalization;
using System.Text;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>What a file may be called: it will be somebody's file again one day, on any machine.</summary>
internal static class FileNames
{
    private const int Most = 150;

    // What a machine would run or open as a page, hidden before the last extension.
    private static readonly HashSet<string> Risky = new(StringComparer.OrdinalIgnoreCase)
        { "exe", "bat", "cmd", "com", "scr", "msi", "ps1", "vbs", "js", "jse", "wsf", "hta", "jar", "lnk", "dll", "sh", "php", "asp", "aspx", "jsp", "html", "htm", "xhtml", "svg", "xml", "zip", "rar", "7z", "docm", "xlsm", "pptm" };

    /// <returns>The name to keep and the extension in lower case; or a sentence that says why not.</returns>
    public static (string Name, string Extension, string? Refusal) Read(string? sent)
    {
        // As browsers write, in a form, the three characters that would end the name (HTML, multipart/form-data).
        var name = (sent ?? "").Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal).Trim();
        var shown = Shown(name);
        if (name.Any(IsUnseen) || !IsWhole(name))
            return Refused($"Le nom « {shown} » contient des caractères invisibles ou illisibles\u00a0: renommez le fichier.");
        if (name.Contains('/') || name.Contains('\\')) return Refused($"Le nom « {shown} » contient un chemin (/ ou \\)\u00a0: envoyez le fichier sous son seul nom.");
        if (name.Length > Most) return Refused($"Le nom « {shown} » est trop long\u00a0: {Most} caractères au plus.");
        var parts = name.Split('.');
        if (parts.Length < 2 || string.IsNullOrWhiteSpace(parts[0])) return Refused($"Le nom « {shown} » n’a pas d’extension\u00a0: il faut quelque chose comme compte-rendu.pdf.");
        if (parts[1..^1].Select(p => p.Trim()).FirstOrDefault(Risky.Contains) is { } hidden) return Refused($"« {shown} » a une double extension (.{hidden} puis .{parts[^1]})\u00a0: renommez le fichier.");
        return (string.Concat(name.Normalize().Select(c => c is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c)), parts[^1].ToLowerInvariant(), null);
    }

    /// <summary>As a sentence quotes it: without what cannot be shown, and not too long.</summary>
    public static string Shown(string name)
    {
        var plain = string.Concat(name.Where(c => !IsUnseen(c) && !char.IsSurrogate(c)));
        return plain.Length <= 60 ? plain : plain[..40] + "…" + plain[^15..];
    }

    // Line ends, marks of the reading direction, spaces without width: a name could pass for another. Joiners stay, emoji are made with them.
    private static bool IsUnseen(char c) => c == '\uFFFD' || (c is not ('\u200C' or '\u200D')
        && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Half of a pair cannot be stored.
    private static bool IsWhole(string name) => !name.EnumerateRunes().Any(r => r == Rune.ReplacementChar);

    private static (string, string, string?) Refused(string sentence) => ("", "", sentence);
}
