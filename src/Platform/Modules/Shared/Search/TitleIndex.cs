using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Shared.Search;

/// <summary>The titles of a space by their <see cref="Similarity.Stems"/>, in the term table: near ones are found by equality, on both
/// engines, whatever the size of the space.</summary>
public static class TitleIndex
{
    /// <summary>A stem that more titles hold tells none apart: it still counts in the score, but nothing is looked up by it.</summary>
    private const int Common = 5000;

    /// <summary>Rows that one look-up reads, the rarest stems first.</summary>
    private const int MostRead = 10_000;

    private const int MostTyped = 10, MostNear = 200;

    public static Task Replace(PlatformDb db, Guid ownerId, string title, CancellationToken ct) =>
        SearchTerms.Become(db, SearchKind.Title, ownerId, Similarity.Stems(title).ToHashSet(StringComparer.Ordinal), ct);

    /// <summary>Same for an owner that has just been made: nothing to read first.</summary>
    public static void Add(PlatformDb db, Guid ownerId, string title) =>
        db.AddRange(Similarity.Stems(title).Select(stem => new SearchTerm(SearchKind.Title, stem, ownerId)));

    /// <summary>What a title is compared with.</summary>
    /// <param name="Owners">The titles that share most with it, to be scored one by one.</param>
    public sealed record Neighbours(IReadOnlyList<string> Stems, IReadOnlyList<Guid> Owners, IReadOnlyDictionary<string, int> Titles)
    {
        /// <summary>A stem that was not typed is counted as rare: it stands for what the other title says and this one does not.</summary>
        public double Score(string title) => Similarity.Score(Stems, Similarity.Stems(title), stem => Similarity.Weight(Titles.GetValueOrDefault(stem, 1)));
    }

    /// <summary>The titles near this one, in two queries.</summary>
    /// <param name="except">The owner of the title itself.</param>
    public static async Task<Neighbours> Near(PlatformDb db, string? title, Guid? except, CancellationToken ct)
    {
        var stems = Similarity.Stems(title).Take(MostTyped).ToList();
        if (stems.Count == 0) return new(stems, [], new Dictionary<string, int>());
        var titles = (await stems.Select((stem, at) => Holding(db, stem, except).Take(Common + 1).GroupBy(_ => 1).Select(g => new Line { At = at, Count = g.Count() }))
            .Aggregate((all, one) => all.Concat(one)).ToListAsync(ct)).ToDictionary(l => stems[l.At], l => l.Count, StringComparer.Ordinal);
        var read = 0;
        var telling = stems.Where(s => titles.TryGetValue(s, out var count) && count <= Common).OrderBy(s => titles[s]).TakeWhile(s => (read += titles[s]) <= MostRead).ToList();
        if (telling.Count == 0) return new(stems, await AllOf(db, [.. stems.Where(titles.ContainsKey)], except).ToListAsync(ct), titles);

        var owners = await telling.Select(stem =>
            {
                var weight = Similarity.Weight(titles[stem]);
                return Holding(db, stem, except).Select(id => new Share { OwnerId = id, Weight = weight });
            })
            .Aggregate((all, one) => all.Concat(one)).GroupBy(s => s.OwnerId).Select(g => new { OwnerId = g.Key, Weight = g.Sum(s => s.Weight) })
            // Between equals, the newest.
            .OrderByDescending(o => o.Weight).ThenByDescending(o => o.OwnerId).Take(MostNear).Select(o => o.OwnerId).ToListAsync(ct);
        return new(stems, owners, titles);
    }

    private static IQueryable<Guid> Holding(PlatformDb db, string stem, Guid? except) =>
        db.Set<SearchTerm>().Where(t => t.Kind == SearchKind.Title && t.Term == stem && t.OwnerId != except).Select(t => t.OwnerId);

    /// <summary>Only common stems were typed: those who hold the first three of them.</summary>
    private static IQueryable<Guid> AllOf(PlatformDb db, IReadOnlyList<string> stems, Guid? except)
    {
        if (stems.Count == 0) return Holding(db, "", except);
        return stems.Skip(1).Take(2).Aggregate(Holding(db, stems[0], except), (found, stem) =>
        {
            var holding = Holding(db, stem, except);
            return found.Where(id => holding.Contains(id));
        }).Take(MostNear);
    }

    // Members are set by name: EF unites queries only over such projections.
    private sealed class Line
    {
        public int At { get; init; }
        public int Count { get; init; }
    }

    private sealed class Share
    {
        public Guid OwnerId { get; init; }
        public double Weight { get; init; }
    }
}
