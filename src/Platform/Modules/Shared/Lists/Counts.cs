using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Platform.Modules.Shared.Lists;

/// <summary>How many rows each value of each facet would leave, counted in one query and kept by <see cref="Tallies"/>. A facet ignores its own
/// choice, so that its other values stay visible; what is counted of <c>Whole</c> (0) obeys them all.</summary>
/// <typeparam name="TFacet">Its value 0 is no facet: the whole list, under code 0 the total.</typeparam>
public sealed class Counts<TFacet> where TFacet : struct, Enum
{
    private const int MostValues = 15;

    private readonly List<CountLine> lines;
    // The most frequent first: ordered once, for all who are served these counts.
    private readonly ILookup<int, CountLine> named;
    private readonly int? found;

    private Counts(List<CountLine> lines, ILookup<int, CountLine> named, int? found = null) => (this.lines, this.named, this.found) = (lines, named, found);

    private Counts(List<CountLine> lines) : this(lines,
        lines.Where(l => l.Id is not null).GroupBy(l => (l.Facet, l.Id)).Select(g => g.MaxBy(l => l.Count)!).OrderByDescending(l => l.Count).ThenBy(l => l.Id).ToLookup(l => l.Facet)) { }

    /// <summary>These values without their numbers, for a search that finds more than <see cref="Keyset.Cap"/> rows: told one word that a hundred thousand rows
    /// hold, counting by each facet what it leaves takes seconds, and the next word is another.</summary>
    /// <param name="total">Of what was found, counted no further than that.</param>
    public Counts<TFacet> Unnumbered(int total) => new(lines, named, total);

    /// <summary>Null when it was not counted.</summary>
    public int? Numbered(TFacet facet, int code) => found is null ? this[facet, code] : null;

    /// <param name="list">Names the list; with <paramref name="choices"/> it names what is counted.</param>
    /// <param name="space">Rows of the whole space: a facet that ignores its own choice may walk through all of them.</param>
    /// <param name="counted">Made of <see cref="CountLine"/>'s own queries, united; called only when nothing is kept.</param>
    public static Task<Counts<TFacet>> Read(Tallies tallies, Guid space, string list, object choices, Func<IQueryable<CountLine>> counted, CancellationToken ct) =>
        tallies.Get(space, $"{list} {JsonSerializer.Serialize(choices)}", async () =>
        {
            var counts = new Counts<TFacet>(await counted().ToListAsync(ct));
            return (counts, counts.InSpace);
        });

    public int Total => found ?? this[default, 0];

    /// <summary>Rows of the whole space, whatever the filter.</summary>
    public int InSpace => lines.Find(l => l.Facet == CountLine.Space)?.Count ?? 0;

    public int this[TFacet facet, int code] => lines.Find(l => l.Facet == Code(facet) && l.Code == code)?.Count ?? 0;

    /// <summary>Identifiers that the facet shows: the most frequent ones and those chosen, be they rare.</summary>
    public IReadOnlyList<Guid> Ids(TFacet facet, IReadOnlyList<Guid> chosen) => [.. Shown(facet, chosen).Select(l => l.Id!.Value).Union(chosen)];

    /// <summary>The values of a facet that counts identifiers. What was chosen is always there, to be taken back: a saved view may name what is gone since.</summary>
    /// <param name="name">Of an identifier that was counted without its name; null when nobody knows it.</param>
    public IReadOnlyList<FacetValue> Values(TFacet facet, IReadOnlyList<Guid> chosen, Func<Guid, string?>? name = null)
    {
        var shown = Shown(facet, chosen).ToList();
        return [.. shown.Select(l => Value(l.Id!.Value, l.Name, l.Count)), .. chosen.Except(shown.Select(l => l.Id!.Value)).Select(id => Value(id, null, 0))];

        FacetValue Value(Guid id, string? label, int count) => new(id.ToString(), label ?? name?.Invoke(id) ?? FacetValue.Gone, found is null ? count : null, chosen.Contains(id));
    }

    /// <summary>The values of a facet that counts codes; those that would leave nothing are left out.</summary>
    public IReadOnlyList<FacetValue> Values<T>(TFacet facet, IEnumerable<T> all, IReadOnlyCollection<T> chosen, Func<T, string> slug, Func<T, string> label) where T : struct, Enum =>
        [.. all.Where(v => this[facet, Convert.ToInt32(v)] > 0 || chosen.Contains(v)).Select(v => new FacetValue(slug(v), label(v), Numbered(facet, Convert.ToInt32(v)), chosen.Contains(v)))];

    /// <summary>The values of a facet that counts numbers, years for instance: the greatest first.</summary>
    public IReadOnlyList<FacetValue> Values(TFacet facet, IReadOnlyCollection<int> chosen, Func<int, string> label) =>
        [.. lines.Where(l => l.Facet == Code(facet) && l.Id is null).Select(l => l.Code).Union(chosen).OrderDescending().Select(n => new FacetValue(label(n), label(n), Numbered(facet, n), chosen.Contains(n)))];

    private IEnumerable<CountLine> Shown(TFacet facet, IReadOnlyList<Guid> chosen) => named[Code(facet)].Where((l, i) => i < MostValues || chosen.Contains(l.Id!.Value));

    private static int Code(TFacet facet) => Convert.ToInt32(facet);
}

/// <summary>One number of <see cref="Counts{TFacet}"/>. Members are set by name: EF unites queries only over such projections.</summary>
public sealed class CountLine
{
    internal const int Space = -1;

    public int Facet { get; init; }
    public int Code { get; init; }
    public Guid? Id { get; init; }
    public string? Name { get; init; }
    public int Count { get; init; }

    /// <summary>What a facet counts with its name: <c>db.Set&lt;Theme&gt;().Select(t => new CountLine.Named { Id = t.Id, Name = t.Name })</c>.</summary>
    public sealed class Named
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
    }

    /// <summary>Rows of the whole space.</summary>
    public static IQueryable<CountLine> All<T>(IQueryable<T> rows) => Of(Space, 0, rows);

    /// <summary>How many <paramref name="found"/> has.</summary>
    public static IQueryable<CountLine> Of<T>(int facet, int code, IQueryable<T> found) =>
        found.GroupBy(_ => 1).Select(g => new CountLine { Facet = facet, Code = code, Id = null, Name = null, Count = g.Count() });

    /// <summary>By a code, e.g. a state.</summary>
    public static IQueryable<CountLine> By<T>(int facet, IQueryable<T> found, Expression<Func<T, int>> code) =>
        found.GroupBy(code).Select(g => new CountLine { Facet = facet, Code = g.Key, Id = null, Name = null, Count = g.Count() });

    /// <summary>By an identifier, named elsewhere; rows without one are not counted.</summary>
    public static IQueryable<CountLine> By<T>(int facet, IQueryable<T> found, Expression<Func<T, Guid?>> id) =>
        found.Select(id).Where(i => i != null).GroupBy(i => i).Select(g => new CountLine { Facet = facet, Code = 0, Id = g.Key, Name = null, Count = g.Count() });

    /// <summary>By an identifier with its name. What was chosen is there too: the other filters may leave it no row to be counted by.</summary>
    /// <param name="named">All that may be chosen.</param>
    public static IQueryable<CountLine> By<T>(int facet, IQueryable<T> found, Expression<Func<T, Guid?>> id, IQueryable<Named> named, IReadOnlyList<Guid> chosen)
    {
        // Counted before it is named: a planner that expects few rows begins with the names, and finds the rows of each again for every row (21 s on 100,000).
        var lines = found.Select(id).Where(i => i != null).GroupBy(i => i).Select(g => new { Id = g.Key, Count = g.Count() })
            .Join(named, g => g.Id, n => (Guid?)n.Id, (g, n) => new CountLine { Facet = facet, Code = 0, Id = n.Id, Name = n.Name, Count = g.Count });
        return chosen.Count == 0 ? lines : lines.Concat(named.Where(n => chosen.Contains(n.Id)).Select(n => new CountLine { Facet = facet, Code = 0, Id = n.Id, Name = n.Name, Count = 0 }));
    }
}
