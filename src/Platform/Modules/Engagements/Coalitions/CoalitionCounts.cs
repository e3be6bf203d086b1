using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Engagements.Coalitions.CoalitionFacet>;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>What the list of coalitions counts, and the facets made of it.</summary>
internal static class CoalitionCounts
{
    // Under 0 stands what the filter leaves; of all of them, by state and without anybody.
    private const int OrphanCode = 100, WithCode = 1, WithoutCode = 2;

    public static CoalitionStates.Totals Totals(this Counts counts) => new(counts[CoalitionFacet.None, (int)CoalitionState.Launching],
        counts[CoalitionFacet.None, (int)CoalitionState.Active], counts[CoalitionFacet.None, (int)CoalitionState.Dormant], counts[CoalitionFacet.None, OrphanCode]);

    public static Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, CoalitionFilter filter, DateOnly today, CancellationToken ct) =>
        Counts.Read(tallies, space, $"coalitions {today:O}", filter, () => Counted(db, filter, today), ct);

    private static IQueryable<CountLine> Counted(PlatformDb db, CoalitionFilter filter, DateOnly today)
    {
        const int facilitation = (int)CoalitionFacet.Facilitation;
        var (all, facilitated) = (db.Set<Coalition>(), filter.Apply(db, today, CoalitionFacet.Facilitation));
        return CountLine.Of(0, 0, filter.Apply(db, today))
            .Concat(CountLine.All(all))
            .Concat(CountLine.By(0, all, c => (int)c.State))
            .Concat(CountLine.Of(0, OrphanCode, CoalitionFilter.Orphans(db, all.Where(c => c.State == CoalitionState.Launching || c.State == CoalitionState.Active), today)))
            .Concat(CountLine.Of(facilitation, WithCode, CoalitionFilter.Facilitated(db, facilitated, today)))
            .Concat(CountLine.Of(facilitation, WithoutCode, CoalitionFilter.Orphans(db, facilitated, today)))
            .Concat(CountLine.By((int)CoalitionFacet.State, filter.Apply(db, today, CoalitionFacet.State), c => (int)c.State))
            .Concat(CountLine.By((int)CoalitionFacet.Kind, filter.Apply(db, today, CoalitionFacet.Kind), c => (int)c.PerimeterKind))
            .Concat(CountLine.By((int)CoalitionFacet.Theme, filter.Apply(db, today, CoalitionFacet.Theme), c => c.ThemeId, db.Set<Theme>().Select(t => new CountLine.Named { Id = t.Id, Name = t.Name }), filter.Themes));
    }

    public static IReadOnlyList<Facet> Facets(this Counts counts, CoalitionFilter filter, Word word)
    {
        FacetValue[] facilitation =
        [
            new(CoalitionFilter.With, "Avec animateur", counts[CoalitionFacet.Facilitation, WithCode], filter.Facilitation.Contains(CoalitionFilter.With)),
            new(CoalitionFilter.Without, "Sans animateur", counts[CoalitionFacet.Facilitation, WithoutCode], filter.Facilitation.Contains(CoalitionFilter.Without)),
        ];
        return
        [
            new("etat", "État", counts.Values(CoalitionFacet.State, Enum.GetValues<CoalitionState>(), filter.States, s => s.Slug(), s => s.Badge(word).Text)),
            new("animation", "Animation", [.. facilitation.Where(v => v.Count > 0 || v.Chosen)]),
            new("perimetre", "Périmètre", counts.Values(CoalitionFacet.Kind, Enum.GetValues<PerimeterKind>(), filter.Kinds, k => k.Slug(), k => EnumNames.Of(k))),
            new("theme", "Thème", counts.Values(CoalitionFacet.Theme, filter.Themes)),
        ];
    }
}
