using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Rules;

/// <summary>The words of a rule, and what stands in for their placeholders.</summary>
internal sealed record Wording(ReminderKind Kind, string Subject, string Text, string Escalation)
{
    public static Wording Of(ReminderRule rule) => new(rule.Kind, rule.Subject, rule.Text, rule.Escalation);

    /// <summary>What a text may hold between braces, and what it becomes.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> Placeholders { get; } =
    [
        ("objet", "ce dont il s’agit, par son intitulé"),
        ("situation", "où cela en est aujourd’hui : « sans nouvelles depuis 4 mois »"),
        ("date", "la date dont part la règle"),
        ("attendu", "ce qui est attendu, quand quelqu’un l’a écrit"),
        ("ensemble", "ce dont l’objet fait partie"),
        ("relances", "qui a déjà été sollicité"),
        ("espace", "le nom de l’espace"),
    ];

    /// <param name="asked">Names of those who are asked.</param>
    public static IReadOnlyDictionary<string, string> Values(IReadOnlyList<Owed> owed, IReadOnlyList<string> asked, string space)
    {
        var first = owed[0];
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["objet"] = owed.Count == 1 ? first.Title : first.Short is not null ? $"{first.Group} ({owed.Count})" : $"{first.Title} et {French.Count(owed.Count - 1, "autre", "autres")}",
            ["situation"] = first.Situation,
            ["date"] = French.Date(first.AnchorOn),
            ["attendu"] = owed.Count == 1 ? first.Expected ?? "" : "",
            ["ensemble"] = first.Group,
            ["relances"] = asked.Count == 0 ? "Aucun interlocuteur n’est désigné" : $"Déjà sollicité : {French.Shortened(asked)}",
            ["espace"] = space,
        };
    }
}
