using System.Text;

namespace Platform.Modules.Shared.Lists;

/// <summary>Several values in one cell: "Redon ; Nozay". A value that holds a semicolon or a line break stands between quotes, so that
/// what a list writes is read back value for value. <see cref="Join"/> and <see cref="Split"/> are the only ones to know.</summary>
public static class Several
{
    private const string Between = " ; ";
    private static readonly System.Buffers.SearchValues<char> Awkward = System.Buffers.SearchValues.Create(";\r\n");

    public static string Join(IEnumerable<string> values)
    {
        var places = values.Select(Quoted).ToList();
        return places.TrueForAll(p => p.Length == 0) ? "" : string.Join(Between, places);
    }

    /// <summary>The values, trimmed; an empty place stays one (null), so that lists which go together stay together.</summary>
    public static IReadOnlyList<string?> Split(string text)
    {
        var values = new List<string?>();
        for (var at = 0; at <= text.Length;)
        {
            var (value, end) = BetweenQuotes(text, at) ?? Bare(text, at);
            values.Add(value.Length == 0 ? null : value);
            at = end + 1;
        }
        return values;
    }

    private static string Quoted(string value) =>
        value.AsSpan().ContainsAny(Awkward) || value.StartsWith('"') ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static (string Value, int End) Bare(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny(Awkward) is var found and >= 0 ? at + found : text.Length;
        return (text[at..end].Trim(), end);
    }

    // Quotes that do not close right before the next separator are somebody's own.
    private static (string Value, int End)? BetweenQuotes(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00a0') at++;
        if (at == text.Length || text[at] != '"') return null;
        var value = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] != '"') value.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') value.Append(text[i++]);
            else
            {
                var end = i + 1;
                while (end < text.Length && text[end] is ' ' or '\t' or '\u00a0') end++;
                return end == text.Length || text[end] is ';' or '\r' or '\n' ? (value.ToString().Trim(), end) : null;
            }
        }
        return null;
    }
}
