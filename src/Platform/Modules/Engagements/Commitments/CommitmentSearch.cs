using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Commitments by words: their own (title, statement, number) or those of who holds them. The holders' names are looked up where
/// they stand, not copied: an organisation renamed is found by its new name at once, whatever the number of its commitments.</summary>
internal static class CommitmentSearch
{
    /// <summary>Who holds so much that walking through the list in its order finds a page sooner than gathering all that they hold.</summary>
    private const int Much = 5_000;

    /// <summary>Who is called so.</summary>
    /// <param name="HoldMuch">The organisations, between them.</param>
    /// <param name="IsCommon">More commitments than <see cref="Keyset.Cap"/> hold the word themselves.</param>
    public sealed record Named(IReadOnlyList<Guid> Organisations, IReadOnlyList<Guid> Coalitions, bool HoldMuch, bool IsCommon)
    {
        public bool FindsMuch => HoldMuch || IsCommon;
    }

    /// <summary>Whom each typed word names, in one query, and one more for each word that names an organisation. Most words name nobody, and the search by these stays on one index: joined to
    /// the holders by guess, a common word cost twenty times more among 100,000.</summary>
    public static async Task<IReadOnlyList<Named>> Read(PlatformDb db, string? typed, CancellationToken ct)
    {
        var words = SearchTerms.Typed(typed).ToList();
        if (words.Count == 0) return [];
        var lines = (await words.SelectMany((word, at) => new[] { Lines(db, SearchKind.Organisation, word, at), Lines(db, SearchKind.Coalition, word, at), Held(db, word, at) })
            .Aggregate((all, one) => all.Concat(one)).ToListAsync(ct)).ToLookup(l => (l.At, l.Kind));
        var named = new List<Named>();
        for (var at = 0; at < words.Count; at++)
        {
            var organisations = Ids(at, SearchKind.Organisation);
            named.Add(new(organisations, Ids(at, SearchKind.Coalition), organisations.Count > 0 && await Held(db, organisations).Take(Much + 1).CountAsync(ct) > Much,
                lines[(at, (int)SearchKind.Commitment)].Any(l => l.Count > Keyset.Cap)));
        }
        return named;

        List<Guid> Ids(int at, SearchKind kind) => [.. lines[(at, (int)kind)].Select(l => l.Id!.Value).Distinct()];
    }

    /// <summary>Of these, the commitments in which every word of <paramref name="typed"/> begins some word.</summary>
    /// <param name="named">Of these words, by <see cref="Read"/>.</param>
    public static IQueryable<Commitment> Matching(PlatformDb db, IQueryable<Commitment> commitments, string? typed, IReadOnlyList<Named> named)
    {
        IQueryable<Guid>? found = null;
        foreach (var (at, word) in SearchTerms.Typed(typed).Index())
        {
            var owners = SearchTerms.Beginning(db, SearchKind.Commitment, word);
            var (organisations, coalitions) = (named[at].Organisations, named[at].Coalitions);
            if (named[at].HoldMuch)
            {
                // United, these would all be gathered and sorted before the first page; apart, the list is walked in its order and each is looked at.
                var held = Held(db, organisations);
                commitments = commitments.Where(c => owners.Contains(c.Id) || held.Contains(c.Id) || (c.CoalitionId != null && coalitions.Contains(c.CoalitionId.Value)));
                continue;
            }
            if (organisations.Count > 0) owners = owners.Concat(Held(db, organisations));
            if (coalitions.Count > 0) owners = owners.Concat(db.Set<Commitment>().Where(c => c.CoalitionId != null && coalitions.Contains(c.CoalitionId.Value)).Select(c => c.Id));
            found = found is null ? owners : found.Where(id => owners.Contains(id));
        }
        return found is null ? commitments : commitments.Where(c => found.Contains(c.Id));
    }

    private static IQueryable<Guid> Held(PlatformDb db, IReadOnlyList<Guid> organisations) =>
        db.Set<CommitmentHolder>().Where(h => organisations.Contains(h.OrganisationId)).Select(h => h.CommitmentId);

    private static IQueryable<Line> Lines(PlatformDb db, SearchKind kind, string word, int at)
    {
        var code = (int)kind;
        return SearchTerms.Beginning(db, kind, word).Select(id => new Line { At = at, Kind = code, Id = id, Count = at });
    }

    // How many commitments hold the word, counted no further than tells.
    private static IQueryable<Line> Held(PlatformDb db, string word, int at) => SearchTerms.Beginning(db, SearchKind.Commitment, word).Take(Keyset.Cap + 1).GroupBy(_ => 1)
        .Select(g => new Line { At = at, Kind = (int)SearchKind.Commitment, Id = null, Count = g.Count() });

    // Members are set by name: EF unites queries only over such projections.
    private sealed class Line
    {
        public int At { get; init; }
        public int Kind { get; init; }
        public Guid? Id { get; init; }
        public int Count { get; init; }
    }
}
