using System.Globalization;
using System.Text.RegularExpressions;
using FluentValidation;

namespace Platform.Modules.Shared;

/// <summary>Times of the day as people type them: 18:30, 18h30, 18 h.</summary>
public static partial class MeetingTime
{
    /// <summary>Minutes after midnight; null for what is empty or no time.</summary>
    public static int? Read(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } time) return null;
        var (hours, minutes) = (int.Parse(time.Groups["h"].Value, CultureInfo.InvariantCulture), time.Groups["m"].Value is { Length: > 0 } m ? int.Parse(m, CultureInfo.InvariantCulture) : 0);
        return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
    }

    /// <summary>"18:30", as a time field holds it.</summary>
    public static string? Field(int? minute) => minute is { } m ? $"{m / 60:00}:{m % 60:00}" : null;

    /// <summary>"18 h 30", "18 h"</summary>
    public static string Said(int minute) => minute % 60 == 0 ? $"{minute / 60}\u00a0h" : $"{minute / 60}\u00a0h\u00a0{minute % 60:00}";

    /// <summary>"de 9 h à 12 h", "à 18 h 30", or nothing</summary>
    public static string Span(int? start, int? end) => (start, end) switch
    {
        ({ } s, { } e) => $"de {Said(s)} à {Said(e)}",
        ({ } s, null) => $"à {Said(s)}",
        _ => "",
    };

    public static IRuleBuilderOptions<T, string?> IsTime<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || Read(text) is not null).WithMessage("Écrivez une heure, par exemple 18:30.");

    [GeneratedRegex(@"^\s*(?<h>\d{1,2})\s*(?:[:hH.]\s*(?<m>\d{2})?)?\s*$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Shape();
}
