using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Governance.Bodies;

internal static class BodyWords
{
    public static Badge Says(bool decides) => decides ? new("Décide", Tone.Accent, "gavel") : new("Avis et travail", Tone.Neutral, "message-2");

    /// <summary>"une fois par mois", "4 fois par an"</summary>
    public static string Cadence(int? perYear) => perYear switch
    {
        null => "sans rythme fixé",
        1 => "une fois par an",
        12 => "une fois par mois",
        52 => "une fois par semaine",
        var n => $"{n} fois par an",
    };

    /// <summary>"depuis le 12 avril 2019", "du 12 avril 2019 au 31 décembre 2024", "à partir du 1er janvier 2027"</summary>
    public static string Said(DateOnly start, DateOnly? end, DateOnly today) => end is { } last ? $"du {French.Date(start)} au {French.Date(last)}"
        : start > today ? $"à partir du {French.Date(start)}" : $"depuis le {French.Date(start)}";
}
