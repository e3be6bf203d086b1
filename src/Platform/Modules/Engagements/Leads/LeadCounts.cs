using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>How many leads each value of each facet would leave, in one query. A facet ignores its own choice, so that its other
/// values stay visible; the total obeys them all.</summary>
internal sealed class LeadCounts
{
    private const int Whole = -1, SoonCode = 1, ToCheckCode = 2, CompleteCode = 3, MostValues = 15;

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

    private LeadCounts(List<Line> lines) => this.lines = lines;

    public int Total => Count(Whole, 0);
    public int Soon => Count(Whole, SoonCode);
    public int ToCheck => Count(Whole, ToCheckCode);

    public static async Task<LeadCounts> Read(PlatformDb db, LeadFilter filter, CancellationToken ct)
    {
        var (whole, screenings, sponsors) = (filter.Apply(db), filter.Apply(db, LeadFacet.Screening), filter.Apply(db, LeadFacet.Sponsor));
        var counted = Code(Whole, 0, whole)
            .Concat(Code(Whole, SoonCode, whole.Where(l => l.State == LeadState.Soon)))
            .Concat(Code(Whole, ToCheckCode, LeadFilter.Waiting(db, whole)))
            .Concat(Code((int)LeadFacet.Screening, ToCheckCode, LeadFilter.Waiting(db, screenings)))
            .Concat(Code((int)LeadFacet.Screening, CompleteCode, LeadFilter.Examined(db, screenings)))
            .Concat(filter.Apply(db, LeadFacet.State).GroupBy(l => l.State)
                .Select(g => new Line { Facet = (int)LeadFacet.State, Code = (int)g.Key, Id = null, Name = null, Count = g.Count() }))
            .Concat(filter.Apply(db, LeadFacet.Theme).Where(l => l.ThemeId != null)
                .Join(db.Set<Theme>(), l => l.ThemeId, t => t.Id, (l, t) => new { t.Id, t.Name }).GroupBy(t => new { t.Id, t.Name })
                .Select(g => new Line { Facet = (int)LeadFacet.Theme, Code = 0, Id = g.Key.Id, Name = g.Key.Name, Count = g.Count() }))
            .Concat(sponsors.Where(l => l.SponsorOrganisationId != null).GroupBy(l => l.SponsorOrganisationId)
                .Select(g => new Line { Facet = (int)LeadFacet.Sponsor, Code = 0, Id = g.Key, Name = null, Count = g.Count() }))
            .Concat(sponsors.Where(l => l.SponsorPersonId != null).GroupBy(l => l.SponsorPersonId)
                .Select(g => new Line { Facet = (int)LeadFacet.Sponsor, Code = 1, Id = g.Key, Name = null, Count = g.Count() }));
        return new(await counted.ToListAsync(ct));
    }

    /// <summary>The sponsors that the facet shows: the most frequent ones.</summary>
    public IReadOnlyList<Guid> Sponsors => [.. Shown(LeadFacet.Sponsor).Select(l => l.Id!.Value)];

    public IReadOnlyList<Facet> Facets(LeadFilter filter, Word word, IReadOnlyDictionary<Guid, NamesOf.Row> names) =>
    [
        new("etat", "État", [.. Enum.GetValues<LeadState>()
            .Select(s => new FacetValue(s.Slug(), s.Label(word), Count((int)LeadFacet.State, (int)s), filter.States.Contains(s))).Where(v => v.Count > 0 || v.Chosen)]),
        new("examen", "Examen",
        [
            new(LeadFilter.ToCheck, "À vérifier", Count((int)LeadFacet.Screening, ToCheckCode), filter.Screenings.Contains(LeadFilter.ToCheck)),
            new(LeadFilter.Complete, "Complet", Count((int)LeadFacet.Screening, CompleteCode), filter.Screenings.Contains(LeadFilter.Complete)),
        ]),
        new("theme", "Thème", Values(LeadFacet.Theme, filter.Themes, _ => "")),
        new("porteur", "Porteur", Values(LeadFacet.Sponsor, filter.Sponsors, id => names[id].Name)),
    ];

    private List<FacetValue> Values(LeadFacet facet, IReadOnlyList<Guid> chosen, Func<Guid, string> name) => [.. Shown(facet)
        .Select(l => new FacetValue(l.Id!.Value.ToString(), l.Name ?? name(l.Id.Value), l.Count, chosen.Contains(l.Id.Value)))];

    private IEnumerable<Line> Shown(LeadFacet facet) => lines.Where(l => l.Facet == (int)facet).OrderByDescending(l => l.Count).ThenBy(l => l.Id).Take(MostValues);

    private int Count(int facet, int code) => lines.Find(l => l.Facet == facet && l.Code == code)?.Count ?? 0;

    private static IQueryable<Line> Code(int facet, int code, IQueryable<Lead> found) =>
        found.GroupBy(_ => 1).Select(g => new Line { Facet = facet, Code = code, Id = null, Name = null, Count = g.Count() });
}
