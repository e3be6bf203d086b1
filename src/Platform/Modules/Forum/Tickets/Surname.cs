using Platform.Kernel;

namespace Platform.Modules.Forum.Tickets;

/// <summary>A guest's name is one text, as somebody wrote it; a list is searched at the door by the family name. Written in capitals, that is the family
/// name wherever it stands ("LE BRAS Claire"); otherwise it is the last word, with the particles before it ("Claire Le Bras").</summary>
internal static class Surname
{
    private static readonly HashSet<string> Particles = new(["le", "la", "les", "l", "du", "des", "de", "d", "van", "von", "der", "den", "el", "al", "ben", "ter", "mac", "mc", "saint", "san", "da", "dos", "di"], StringComparer.Ordinal);
    private static readonly HashSet<string> Courtesies = new(["m", "mr", "mme", "mlle", "dr", "me", "pr"], StringComparer.Ordinal);

    /// <returns>The family name, then the rest; the whole name alone where it is one word.</returns>
    public static (string Family, string Given) Split(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 2 && Courtesies.Contains(Folding.Fold(words[0]))) words.RemoveAt(0);
        if (words.Count < 2) return (name.Trim(), "");
        var (from, to) = (words.FindIndex(IsCapital), words.FindLastIndex(IsCapital));
        if (from < 0 || (from == 0 && to == words.Count - 1) || !words[from..(to + 1)].TrueForAll(IsCapital))
        {
            (from, to) = (words.Count - 1, words.Count - 1);
            while (from > 1 && Particles.Contains(Folding.Fold(words[from - 1]))) from--;
        }
        return (string.Join(' ', words[from..(to + 1)]), string.Join(' ', words.Where((_, at) => at < from || at > to)));
    }

    /// <summary>Sorts: French lists leave "de" aside, and nothing else.</summary>
    public static string Key(string name)
    {
        var (family, given) = Split(name);
        var words = Folding.Fold(family).Split(' ');
        return Folding.Key(string.Join(' ', words.Length > 1 && words[0] is "de" or "d" ? words[1..] : words) + " " + given);
    }

    // Initials are in capitals too.
    private static bool IsCapital(string word) => word.Count(char.IsLetter) > 1 && word.All(c => !char.IsLetter(c) || char.IsUpper(c)) && !word.Contains('.');
}
