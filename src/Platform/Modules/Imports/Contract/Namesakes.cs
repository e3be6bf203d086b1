using System.Text.RegularExpressions;

namespace Platform.Modules.Imports.Contract;

/// <summary>What stands in a fact for a name that several bear, until it is known which of them is stored.</summary>
public static partial class Namesakes
{
    public const string Sentence = "il y en a plusieurs de ce nom. Choisissez depuis la fiche.";

    public static string Of(IEnumerable<Guid> ids) => "?" + string.Join('|', ids);

    public static bool Are(string fact) => fact.Contains('?', StringComparison.Ordinal) && Written().IsMatch(fact);

    /// <summary>The fact with those who are stored in the place of their name; null when none of them is.</summary>
    public static string? Settle(string fact, string? stored)
    {
        var settled = Written().Replace(fact, name =>
        {
            var there = name.Value[1..].Split('|').Where(id => stored?.Contains(id, StringComparison.Ordinal) == true).ToList();
            // In a list, every one of the name who is stored.
            return there.Count == 0 ? name.Value : string.Join("\",\"", there);
        });
        return Are(settled) ? null : settled;
    }

    [GeneratedRegex(@"\?[0-9a-f]{8}-[0-9a-f-]{27}(\|[0-9a-f]{8}-[0-9a-f-]{27})+", RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Written();
}
