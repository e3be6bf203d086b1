using System.Globalization;

namespace Platform.Modules.Shared;

/// <summary>Dates, durations, amounts and lists as French readers write them.</summary>
public static class French
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>"12 mars 2027", "1er mars 2027"</summary>
    public static string Date(DateOnly date) => DayAndMonth(date) + date.ToString(" yyyy", Culture);

    /// <summary>"12 mars", "1er mars"</summary>
    public static string DayAndMonth(DateOnly date) => (date.Day == 1 ? "1er" : date.Day.ToString(Culture)) + date.ToString(" MMMM", Culture);

    /// <summary>"12 mars 2027 à 18 h 05"</summary>
    public static string Instant(DateTime local) => $"{Date(DateOnly.FromDateTime(local))} à {local.ToString("H' h 'mm", Culture)}";

    /// <summary>"aujourd’hui", "hier", "il y a 12 jours", "il y a 4 mois", "dans 6 jours"</summary>
    public static string Ago(DateOnly then, DateOnly today) => (today.DayNumber - then.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "hier",
        2 => "avant-hier",
        -1 => "demain",
        > 0 => "il y a " + Span(then, today),
        _ => "dans " + Span(today, then),
    };

    /// <summary>"12 jours" up to two months, then "4 mois", then "2 ans": whole units, rounded down.</summary>
    public static string Span(DateOnly from, DateOnly to)
    {
        if (to < from) (from, to) = (to, from);
        var days = to.DayNumber - from.DayNumber;
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month - (to.Day < from.Day ? 1 : 0);
        return months switch
        {
            >= 24 => Count(months / 12, "an", "ans"),
            >= 2 => $"{months} mois",
            _ => Count(days, "jour", "jours"),
        };
    }

    /// <summary>"1 engagement", "12 engagements"; French counts 0 and 1 as singular.</summary>
    public static string Count(int number, string singular, string plural) => $"{Number(number)}\u00a0{(Math.Abs(number) < 2 ? singular : plural)}";

    /// <summary>"10 274,55 €"</summary>
    public static string Amount(decimal amount) => amount.ToString("N2", Culture) + "\u00a0€";

    /// <summary>"481 212", "12,5": at most <paramref name="decimals"/> decimals, none for nothing.</summary>
    public static string Number(decimal number, int decimals = 2) => number.ToString("#,0." + new string('#', decimals), Culture);

    /// <summary>"40 %"</summary>
    public static string Percent(int percent) => percent.ToString(Culture) + "\u00a0%";

    /// <summary>"Redon, Blain et Nozay"</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " et " + names[^1],
    };

    /// <summary>"Redon Agglomération et 2 autres": what a row of a list has room for.</summary>
    public static string Shortened(IReadOnlyList<string> names) =>
        names.Count <= 2 ? List(names) : $"{names[0]} et {names.Count - 1} autres";

    /// <summary>At most <paramref name="length"/> characters, the last one "…" where something is left out. What one sees as one character is not cut in its
    /// middle when it takes two: no database holds half of one.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)].TrimEnd() + "…";

    /// <summary>"CM" for Claire Morvan: two initials at most.</summary>
    public static string Initials(string name) => string.Concat(name
        .Split([' ', '-', '\u00a0', '\'', '’'], StringSplitOptions.RemoveEmptyEntries)
        .Where(w => char.IsLetterOrDigit(w[0]))
        .Select(w => w[0]).Where((_, i) => i < 2)).ToUpper(Culture);
}
