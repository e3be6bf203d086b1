using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Members.Reference;

/// <summary>What was typed, searched among EPCI or communes, best first: the very name, then names that begin so, then the most
/// populated. Digits are a SIREN, or the INSEE code of a commune.</summary>
internal sealed class PlaceSearch(PlatformDb db, string? text)
{
    // Each word is one more lookup; six tell any two places of France apart.
    private const int MostWords = 6;

    private readonly string name = PlaceNames.FoldEpci(text);
    private readonly List<string> words = [.. PlaceNames.Words(text).Take(MostWords)];
    private readonly string? code = PlaceNames.Code(text);

    public bool SaysNothing => words.Count == 0;

    public IQueryable<Epci> Epcis() => code is not null
        ? db.Set<Epci>().Where(e => e.Siren.StartsWith(code)).OrderByDescending(e => e.LastYear).ThenBy(e => e.Siren)
        : words.Aggregate(db.Set<Epci>().AsQueryable(), (found, word) => found.Where(e => Holding(PlaceKind.Epci, word).Contains(e.Siren)))
            .OrderByDescending(e => e.LastYear).ThenBy(e => e.SearchName == name ? 0 : e.SearchName.StartsWith(name) ? 1 : 2)
            .ThenByDescending(e => e.Population).ThenBy(e => e.Siren);

    public IQueryable<Commune> Communes() => code is not null
        ? db.Set<Commune>().Where(c => c.Code == code || c.Siren == code).OrderBy(c => c.Code)
        : words.Aggregate(db.Set<Commune>().AsQueryable(), (found, word) => found.Where(c => Holding(PlaceKind.Commune, word).Contains(c.Code)))
            .OrderBy(c => c.SearchName == name ? 0 : c.SearchName.StartsWith(name) ? 1 : 2)
            .ThenByDescending(c => c.Population ?? 0).ThenBy(c => c.Code);

    private IQueryable<string> Holding(PlaceKind kind, string word)
    {
        // The first text, byte by byte, that no longer begins with the word: '{' follows 'z'.
        var after = word + "{";
        return db.Set<PlaceTerm>().Where(t => t.Kind == kind && t.Term.CompareTo(word) >= 0 && t.Term.CompareTo(after) < 0)
            .Select(t => t.Code);
    }
}
