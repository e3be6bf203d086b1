using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>How many commitments each value of each facet would leave, in one query. A facet ignores its own choice, so that
/// its other values stay visible; the total obeys them all.</summary>
internal sealed class CommitmentCounts
{
    private const int Whole = -1, LateCode = 1, SilentCode = 2, BlockedCode = 3, SoonCode = 4, SpaceCode = 5, MostValues = 15;

    // Members are set by name: EF unites queries only over such projections.
    private sealed class Line
    {
        public int Facet { get; init; }
        public int Code { get; init; }
        public Guid? Id { get; init; }
        public string? Name { get; init; }
        public int Count { get; init; }
    }

    private readonly List<Line> lines;

    private CommitmentCounts(List<Line> lines) => this.lines = lines;

    public int Total => Count(Whole, 0);
    public int Late => Count(Whole, LateCode);
    public int Silent => Count(Whole, SilentCode);

    public static Task<CommitmentCounts> Read(PlatformDb db, Tallies tallies, Guid space, CommitmentFilter filter, DateOnly today, CancellationToken ct) =>
        tallies.Get(space, $"{today:O} {JsonSerializer.Serialize(filter)}", async () =>
        {
            var counts = await Read(db, filter, today, ct);
            return (counts, counts.Count(Whole, SpaceCode));
        });

    private static async Task<CommitmentCounts> Read(PlatformDb db, CommitmentFilter filter, DateOnly today, CancellationToken ct)
    {
        var limit = today.AddDays(CommitmentFilter.SoonDays);
        var whole = filter.Apply(db, today);
        var situations = filter.Apply(db, today, CommitmentFacet.Situation);
        var counted = Code(Whole, 0, whole)
            // Whatever the filter leaves, a facet that ignores its own choice may walk through all of them.
            .Concat(Code(Whole, SpaceCode, db.Set<Commitment>()))
            .Concat(Code(Whole, LateCode, whole.Where(c => c.OpenDueOn < today)))
            .Concat(Code(Whole, SilentCode, whole.Where(c => c.NextNewsDueOn < today)))
            .Concat(Code((int)CommitmentFacet.Situation, LateCode, situations.Where(c => c.OpenDueOn < today)))
            .Concat(Code((int)CommitmentFacet.Situation, SilentCode, situations.Where(c => c.NextNewsDueOn < today)))
            .Concat(Code((int)CommitmentFacet.Situation, BlockedCode, situations.Where(c => c.IsBlocked && c.State < CommitmentState.Kept)))
            .Concat(Code((int)CommitmentFacet.Situation, SoonCode, situations.Where(c => c.OpenDueOn >= today && c.OpenDueOn <= limit)))
            .Concat(filter.Apply(db, today, CommitmentFacet.State).GroupBy(c => c.State)
                .Select(g => new Line { Facet = (int)CommitmentFacet.State, Code = (int)g.Key, Id = null, Name = null, Count = g.Count() }))
            .Concat(filter.Apply(db, today, CommitmentFacet.Theme).Where(c => c.ThemeId != null)
                .Join(db.Set<Theme>(), c => c.ThemeId, t => t.Id, (c, t) => new { t.Id, t.Name }).GroupBy(t => new { t.Id, t.Name })
                .Select(g => new Line { Facet = (int)CommitmentFacet.Theme, Code = 0, Id = g.Key.Id, Name = g.Key.Name, Count = g.Count() }))
            .Concat(filter.Apply(db, today, CommitmentFacet.Coalition).Where(c => c.CoalitionId != null)
                .Join(db.Set<Coalition>(), c => c.CoalitionId, x => x.Id, (c, x) => new { x.Id, x.Name }).GroupBy(x => new { x.Id, x.Name })
                .Select(g => new Line { Facet = (int)CommitmentFacet.Coalition, Code = 0, Id = g.Key.Id, Name = g.Key.Name, Count = g.Count() }))
            .Concat(filter.Apply(db, today, CommitmentFacet.Facilitator).Where(c => c.FacilitatorId != null).GroupBy(c => c.FacilitatorId)
                .Select(g => new Line { Facet = (int)CommitmentFacet.Facilitator, Code = 0, Id = g.Key, Name = null, Count = g.Count() }))
            .Concat(filter.Apply(db, today, CommitmentFacet.Holder).SelectMany(c => c.Holders).GroupBy(h => h.OrganisationId)
                .Select(g => new Line { Facet = (int)CommitmentFacet.Holder, Code = 0, Id = g.Key, Name = null, Count = g.Count() }));
        return new(await counted.ToListAsync(ct));
    }

    /// <summary>Identifiers that the facet shows: the most frequent ones.</summary>
    public IReadOnlyList<Guid> Of(CommitmentFacet facet) => [.. Shown(facet).Select(l => l.Id!.Value)];

    public IReadOnlyList<Facet> Facets(CommitmentFilter filter, Vocabulary words, IReadOnlyDictionary<Guid, NamesOf.Row> names)
    {
        var word = words.Commitment;
        FacetValue Situation(string value, string label, int code) =>
            new(value, label, Count((int)CommitmentFacet.Situation, code), filter.Situations.Contains(value));
        return
        [
            new("situation", "Situation",
            [
                Situation(CommitmentFilter.Late, Standing.Late.Text, LateCode),
                Situation(CommitmentFilter.Silent, Standing.Silent.Text, SilentCode),
                Situation(CommitmentFilter.Blocked, Standing.Blocked(word).Text, BlockedCode),
                Situation(CommitmentFilter.Soon, $"Échéance sous {CommitmentFilter.SoonDays} jours", SoonCode),
            ]),
            new("etat", "État", [.. Enum.GetValues<CommitmentState>()
                .Select(s => new FacetValue(s.Slug(), s.Label(word), Count((int)CommitmentFacet.State, (int)s), filter.States.Contains(s)))
                .Where(v => v.Count > 0 || v.Chosen)]),
            new("porteur", "Porteur", Values(CommitmentFacet.Holder, filter.Holders, id => names[id].Name)),
            new("theme", "Thème", Values(CommitmentFacet.Theme, filter.Themes, _ => "")),
            new("coalition", Word.Capital(words.Coalition.Singular), Values(CommitmentFacet.Coalition, filter.Coalitions, _ => "")),
            new("suivi", "Suivi par", Values(CommitmentFacet.Facilitator, filter.Facilitators, id => names[id].Name)),
        ];
    }

    private List<FacetValue> Values(CommitmentFacet facet, IReadOnlyList<Guid> chosen, Func<Guid, string> name) => [.. Shown(facet)
        .Select(l => new FacetValue(l.Id!.Value.ToString(), l.Name ?? name(l.Id.Value), l.Count, chosen.Contains(l.Id.Value)))];

    private IEnumerable<Line> Shown(CommitmentFacet facet) => lines.Where(l => l.Facet == (int)facet).OrderByDescending(l => l.Count).ThenBy(l => l.Id).Take(MostValues);

    private int Count(int facet, int code) => lines.Find(l => l.Facet == facet && l.Code == code)?.Count ?? 0;

    private static IQueryable<Line> Code(int facet, int code, IQueryable<Commitment> found) =>
        found.GroupBy(_ => 1).Select(g => new Line { Facet = facet, Code = code, Id = null, Name = null, Count = g.Count() });
}
