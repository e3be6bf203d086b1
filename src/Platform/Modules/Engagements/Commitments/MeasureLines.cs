using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Steps typed one per line, each with its date if it is known: "Choisir le bureau d’études – 30/09/2027".</summary>
public static partial class MeasureLines
{
    private const string Tie = " –", Undated = " – sans date";
    private static readonly string[] Formats = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy"];

    public sealed record Line(string Title, DateOnly? DueOn);

    /// <summary>The lines read, and the sentences about those that could not be.</summary>
    public static (IReadOnlyList<Line> Lines, IReadOnlyList<string> Errors) Read(string? text) =>
        Read((text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static (IReadOnlyList<Line> Lines, IReadOnlyList<string> Errors) Read(IEnumerable<string> typedLines)
    {
        var (lines, errors) = (new List<Line>(), new List<string>());
        foreach (var raw in typedLines)
        {
            var typed = Bullet().Replace(raw, "");
            var dated = Dated().Match(typed);
            var title = dated.Success ? Untied(dated.Groups["title"].Value) : typed.EndsWith(Undated, StringComparison.OrdinalIgnoreCase) ? typed[..^Undated.Length].TrimEnd() : typed;
            DateOnly? due = null;
            if (dated.Success)
            {
                if (DateOnly.TryParseExact(dated.Groups["date"].Value.Replace("1er", "1", StringComparison.OrdinalIgnoreCase), Formats,
                        CultureInfo.GetCultureInfo("fr-FR"), DateTimeStyles.AllowWhiteSpaces, out var date) && date.Year is >= 1900 and <= 2200) due = date;
                else errors.Add($"« {Cut(typed)} » : cette date n’existe pas.");
            }
            if (title.Length == 0) errors.Add($"« {Cut(typed)} » : il manque l’intitulé avant la date.");
            else if (title.Length > Measure.TitleLength) errors.Add($"« {Cut(typed)} » : au plus {Measure.TitleLength} caractères par ligne ; il y en a {title.Length}.");
            else lines.Add(new(title, due));
        }
        if (lines.Count > Measure.Most) errors.Add($"Au plus {Measure.Most} lignes.");
        return (lines, errors);
    }

    /// <summary>The line that <see cref="Read(string?)"/> reads as this title and this date: a title that itself looks like a dated or a bulleted line says so.</summary>
    public static string Write(string title, DateOnly? due)
    {
        var dated = due is { } on ? $"{title}{Tie} {on:dd/MM/yyyy}" : title;
        string[] ways = [dated, dated + Undated, "– " + dated, "– " + dated + Undated];
        return ways.FirstOrDefault(way => Read([way]) is { Errors.Count: 0, Lines: [var line] } && line.Title == title && line.DueOn == due) ?? dated;
    }

    // The dash of our own files is taken away and nothing else; typed by hand, all sorts of marks lead to a date.
    private static string Untied(string lead) => lead.EndsWith(Tie, StringComparison.Ordinal) ? lead[..^Tie.Length].TrimEnd()
        : lead.TrimEnd(' ', '\t', '\u00a0', '–', '—', '-', ':', ';', ',', '(');

    private static string Cut(string text) => French.Cut(text, 40);

    [GeneratedRegex(@"^\s*(?:[-–—•*·]|\d{1,2}[.)])\s+", RegexOptions.None, 200)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<title>.*?)[\s\u00a0]*(?:\b(?:avant|pour|d[’']ici|le|au)[\s\u00a0]+)*(?<date>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}(?:er)?\s+(?:janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)\p{L}*\.?\s+\d{4})\)?[.\s]*$", RegexOptions.IgnoreCase, 200)]
    private static partial Regex Dated();
}
