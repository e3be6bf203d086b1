using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Platform.Kernel;

/// <summary>One dictionary of French sentences per module, found by reflection: a static property of
/// type <c>IReadOnlyDictionary&lt;string, string&gt;</c> on a class marked <c>[Rules]</c>. Values may hold {0}, {1}…</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RulesAttribute : Attribute;

internal static class RuleSentences
{
    private static readonly FrozenDictionary<string, string> All = typeof(RuleSentences).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<RulesAttribute>() is not null)
        .SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(p => p.PropertyType.IsAssignableTo(typeof(IEnumerable<KeyValuePair<string, string>>)))
        .SelectMany(p => (IEnumerable<KeyValuePair<string, string>>)p.GetValue(null)!)
        .Concat(Common)
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Common =>
    [
        new("duplicate", "Cela vient d’être enregistré par quelqu’un d’autre. Rechargez la page pour le voir."),
        new("referenced", "Cet élément est utilisé ailleurs dans l’espace : il ne peut pas être retiré."),
        new("limit", "Il n’y a plus assez de places pour enregistrer cela. Rechargez la page pour voir ce qui reste."),
        new("value", "Une valeur n’a pas pu être enregistrée : elle est trop longue ou contient des caractères illisibles."),
    ];

    public static string For(string code, params object[] values) =>
        All.TryGetValue(code, out var sentence)
            ? string.Format(CultureInfo.CurrentCulture, sentence, values)
            : throw new InvalidOperationException($"No French sentence for the rule {code}.");

    public static IReadOnlyCollection<string> Codes => All.Keys;
}
