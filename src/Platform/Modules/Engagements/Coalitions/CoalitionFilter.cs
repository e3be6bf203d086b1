using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>How the list of coalitions is narrowed. Unless asked for, those that have ended stay out.</summary>
public sealed record CoalitionFilter
{
    public string? Words { get; init; }
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Themes { get; init; } = [];
    /// <summary>"sans": without a facilitator today.</summary>
    public IReadOnlyList<string> Facilitation { get; init; } = [];

    public bool IsUsed => !string.IsNullOrEmpty(Words) || States.Count + Kinds.Count + Themes.Count + Facilitation.Count > 0;

    internal bool Matches(ListCoalitions.Brief c) => Matches(c, null);

    private bool Matches(ListCoalitions.Brief c, string? except) =>
        (except == "etat" || (States.Count == 0 ? c.State != CoalitionState.Ended : States.Contains(c.State.Slug())))
        && (except == "perimetre" || Kinds.Count == 0 || Kinds.Contains(Slug(c.PerimeterKind)))
        && (except == "theme" || Themes.Count == 0 || Themes.Contains(c.ThemeId.ToString()))
        && (except == "animation" || Facilitation.Count == 0 || Facilitation.Contains(c.HasFacilitator ? "avec" : "sans"))
        && Folding.Words(Words).All(word => Folding.Words($"{c.Name} {c.Perimeter} {c.Theme}").Any(w => w.StartsWith(word, StringComparison.Ordinal)));

    internal IReadOnlyList<Facet> Facets(IReadOnlyCollection<ListCoalitions.Brief> all, Vocabulary words)
    {
        FacetValue Value(string facet, IReadOnlyList<string> chosen, string value, string label, Func<ListCoalitions.Brief, bool> has) =>
            new(value, label, all.Count(c => Matches(c, facet) && has(c)), chosen.Contains(value));
        Facet Of(string name, string label, IEnumerable<FacetValue> values) => new(name, label, [.. values.Where(v => v.Count > 0 || v.Chosen)]);
        return
        [
            Of("etat", "État", Enum.GetValues<CoalitionState>().Select(s => Value("etat", States, s.Slug(), s.Badge(words.Coalition).Text, c => c.State == s))),
            Of("animation", "Animation", [Value("animation", Facilitation, "avec", "Avec animateur", c => c.HasFacilitator), Value("animation", Facilitation, "sans", "Sans animateur", c => !c.HasFacilitator)]),
            Of("perimetre", "Périmètre", Enum.GetValues<PerimeterKind>().Select(k => Value("perimetre", Kinds, Slug(k), EnumNames.Of(k), c => c.PerimeterKind == k))),
            Of("theme", "Thème", all.Where(c => c.ThemeId is not null).Select(c => (Id: c.ThemeId!.Value.ToString(), c.Theme)).Distinct().OrderBy(t => Folding.Key(t.Theme), StringComparer.Ordinal)
                .Select(t => Value("theme", Themes, t.Id, t.Theme!, c => c.ThemeId.ToString() == t.Id))),
        ];
    }

    internal static string Slug(PerimeterKind kind) => kind switch
    {
        PerimeterKind.Theme => "theme",
        PerimeterKind.Area => "zone",
        PerimeterKind.Sector => "secteur",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
