using System.Text.RegularExpressions;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Rules;

/// <summary>The words of a rule, and what stands in for their placeholders.</summary>
internal sealed partial record Wording(ReminderKind Kind, string Subject, string Text, string Escalation)
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

    /// <summary>Written between braces, and nothing that stands in for anything.</summary>
    public static IReadOnlyList<string> Unknown(string? text) =>
        [.. Braces().Matches(text ?? "").Select(m => m.Groups["name"].Value).Where(n => Placeholders.All(p => p.Name != n)).Distinct(StringComparer.Ordinal)];

    /// <summary>One line; what stands in is not read again, so that a title with braces stays what it is.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Braces().Replace(template, m => values.GetValueOrDefault(m.Groups["name"].Value, m.Value)).Trim();

    /// <summary>Paragraphs; those that nothing stands in for are left out.</summary>
    public static IReadOnlyList<string> Paragraphs(string template, IReadOnlyDictionary<string, string> values) =>
        [.. template.ReplaceLineEndings("\n").Split('\n').Select(line => Fill(line, values)).Where(line => line.Length > 0)];

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

    [GeneratedRegex(@"\{(?<name>[^{}\n]*)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Braces();
}
