using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;

namespace Platform.Modules.Forum.Editions;

internal static class EditionWords
{
    /// <summary>"12 novembre 2026", "12 et 13 novembre 2026", "du 12 au 14 novembre 2026"</summary>
    public static string Days(DateOnly first, DateOnly last)
    {
        if (first == last) return French.Date(first);
        var from = first.Month == last.Month && first.Year == last.Year ? first.Day == 1 ? "1er" : $"{first.Day}" : first.Year == last.Year ? French.DayAndMonth(first) : French.Date(first);
        return last.DayNumber - first.DayNumber == 1 ? $"{from} et {French.Date(last)}" : $"du {from} au {French.Date(last)}";
    }

    /// <summary>Of such days: "le 12 novembre 2026", "les 12 et 13 novembre 2026", "du 12 au 14 novembre 2026"</summary>
    public static string On(string days) => days.StartsWith("du ", StringComparison.Ordinal) ? days : days.Contains(" et ", StringComparison.Ordinal) ? $"les {days}" : $"le {days}";

    /// <summary>What an organiser does first for a milestone: its address under the edition's, and the verb.</summary>
    public static (string Address, string Verb)? Next(MilestoneKind kind) => kind switch
    {
        MilestoneKind.Opening => ("/modifier", "Compléter l’édition"),
        MilestoneKind.SaveTheDate => ("/modifier", "Publier la page"),
        MilestoneKind.Sheets => ("/coalitions", "Demander les fiches"),
        MilestoneKind.Invitations => ("/invites", "Composer la liste des invités"),
        MilestoneKind.Reminder or MilestoneKind.LastCall => ("/invitations?pour=relance", "Relancer les sans réponse"),
        MilestoneKind.Day => ("/accueil", "Ouvrir l’accueil"),
        MilestoneKind.Thanks => ("/remerciements", "Remercier les participants"),
        MilestoneKind.FollowUp => ("/suites", "Demander les suites"),
        _ => null,
    };

    public static Badge Badge(SessionKind kind) => kind switch
    {
        SessionKind.Plenary => new(EnumNames.Of(kind), Tone.Accent, "users"),
        SessionKind.Presentation => new(EnumNames.Of(kind), Tone.Active, "message-2"),
        SessionKind.Workshop => new(EnumNames.Of(kind), Tone.Ok, "bulb"),
        SessionKind.Stand => new(EnumNames.Of(kind), Tone.Silent, "home"),
        _ => new(EnumNames.Of(kind), Tone.Neutral, "clock"),
    };

    public static CalendarEntry Entry(Guid id, int sequence, string title, DateOnly date, int? start, int? end, string? place, bool cancelled, string? address) =>
        new(id, sequence, title, date, start, end) { Place = place, Address = address, IsCancelled = cancelled };
}
