using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Series;

/// <summary>Dates counted from the day of the forum, and the plan that a new one starts with.</summary>
public static class Plan
{
    /// <summary>The plan of the organisers who do it with a mailbox and three spreadsheets.</summary>
    public static IReadOnlyList<(MilestoneKind Kind, string Title, int Offset, OffsetUnit Unit)> Usual { get; } =
    [
        (MilestoneKind.Opening, "Fixer la date et le lieu, former l’équipe", -6, OffsetUnit.Months),
        (MilestoneKind.SaveTheDate, "Annoncer la date", -4, OffsetUnit.Months),
        (MilestoneKind.Sheets, "Demander à chacun de rafraîchir sa fiche", -10, OffsetUnit.Weeks),
        (MilestoneKind.Invitations, "Envoyer les invitations", -6, OffsetUnit.Weeks),
        (MilestoneKind.Reminder, "Relancer qui n’a pas répondu", -3, OffsetUnit.Weeks),
        (MilestoneKind.LastCall, "Dernier appel, et chiffres au traiteur", -7, OffsetUnit.Days),
        (MilestoneKind.Day, "Le jour du forum", 0, OffsetUnit.Days),
        (MilestoneKind.Thanks, "Remercier et envoyer les présentations", 2, OffsetUnit.Days),
        (MilestoneKind.FollowUp, "Faire le point des suites", 30, OffsetUnit.Days),
    ];

    public static DateOnly From(DateOnly day, int offset, OffsetUnit unit) => unit switch
    {
        OffsetUnit.Months => day.AddMonths(offset),
        OffsetUnit.Weeks => day.AddDays(7 * offset),
        _ => day.AddDays(offset),
    };

    /// <summary>"6 mois avant", "30 jours après", "le jour même"</summary>
    public static string Said(int offset, OffsetUnit unit)
    {
        if (offset == 0) return "le jour même";
        var count = Math.Abs(offset);
        var span = unit switch
        {
            OffsetUnit.Months => $"{count}\u00a0mois",
            OffsetUnit.Weeks => French.Count(count, "semaine", "semaines"),
            _ => French.Count(count, "jour", "jours"),
        };
        return span + (offset < 0 ? " avant" : " après");
    }
}
