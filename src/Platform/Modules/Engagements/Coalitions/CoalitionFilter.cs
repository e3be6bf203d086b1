using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Coalitions;

public enum CoalitionFacet { None, State, Facilitation, Kind, Theme }

/// <summary>How the list of coalitions is narrowed, as it stands in the address. Unless asked for, those that have ended stay out.</summary>
public sealed record CoalitionFilter
{
    /// <summary>Values of the address: facilitated today; by nobody.</summary>
    public const string With = "avec", Without = "sans";

    public string? Words { get; init; }
    public IReadOnlyList<CoalitionState> States { get; init; } = [];
    public IReadOnlyList<PerimeterKind> Kinds { get; init; } = [];
    public IReadOnlyList<Guid> Themes { get; init; } = [];
    public IReadOnlyList<string> Facilitation { get; init; } = [];

    /// <summary>For each word, the themes that it names: <see cref="Read"/> comes before <see cref="Apply"/>. A space has tens of themes, and renames them.</summary>
    private IReadOnlyList<IReadOnlyList<Guid>> Named { get; init; } = [];

    internal async Task<CoalitionFilter> Read(PlatformDb db, CancellationToken ct)
    {
        var words = SearchTerms.Typed(Words).ToList();
        if (words.Count == 0) return this;
        var themes = await db.Set<Theme>().Select(t => new { t.Id, t.Name }).ToListAsync(ct);
        return this with { Named = [.. words.Select(word => themes.Where(t => Folding.Words(t.Name).Any(w => w.StartsWith(word, StringComparison.Ordinal))).Select(t => t.Id).ToList())] };
    }

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<Coalition> Apply(PlatformDb db, DateOnly today, CoalitionFacet except = CoalitionFacet.None)
    {
        var found = db.Set<Coalition>().AsNoTracking();
        foreach (var (at, word) in SearchTerms.Typed(Words).Index())
        {
            var (own, themes) = (SearchTerms.Beginning(db, SearchKind.Coalition, word), Named[at]);
            found = found.Where(c => own.Contains(c.Id) || (c.ThemeId != null && themes.Contains(c.ThemeId.Value)));
        }
        if (except != CoalitionFacet.State) found = States.Count > 0 ? found.Where(c => States.Contains(c.State)) : found.Where(c => c.State != CoalitionState.Ended);
        if (Kinds.Count > 0 && except != CoalitionFacet.Kind) found = found.Where(c => Kinds.Contains(c.PerimeterKind));
        if (Themes.Count > 0 && except != CoalitionFacet.Theme) found = found.Where(c => c.ThemeId != null && Themes.Contains(c.ThemeId.Value));
        return (except == CoalitionFacet.Facilitation ? (false, false) : (Facilitation.Contains(With), Facilitation.Contains(Without))) switch
        {
            (true, false) => Facilitated(db, found, today),
            (false, true) => Orphans(db, found, today),
            _ => found,
        };
    }

    internal static IQueryable<Coalition> Facilitated(PlatformDb db, IQueryable<Coalition> coalitions, DateOnly today)
    {
        var facilitators = CoalitionFacilitator.On(db, today);
        return coalitions.Where(c => facilitators.Any(f => f.CoalitionId == c.Id));
    }

    internal static IQueryable<Coalition> Orphans(PlatformDb db, IQueryable<Coalition> coalitions, DateOnly today)
    {
        var facilitators = CoalitionFacilitator.On(db, today);
        return coalitions.Where(c => !facilitators.Any(f => f.CoalitionId == c.Id));
    }
}
