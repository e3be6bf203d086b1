using Platform.Kernel;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

/// <summary>How the requests are narrowed. Unless asked for, those that are closed stay out.</summary>
public sealed record SupportFilter
{
    private const string Late = "retard", Nobody = "personne";

    public string? Words { get; init; }
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Coalitions { get; init; } = [];
    public IReadOnlyList<string> Owners { get; init; } = [];

    internal bool Matches(ListSupport.Row r) => Matches(r, null);

    private bool Matches(ListSupport.Row r, string? except) =>
        (except == "etat" || (States.Count == 0 ? r.State < SupportState.Given : States.Contains(r.State.Slug())))
        && (except == "situation" || !Situations.Contains(Late) || r.IsLate)
        && (except == "appui" || Kinds.Count == 0 || Kinds.Contains(r.KindId.ToString()))
        && (except == "coalition" || Coalitions.Count == 0 || Coalitions.Contains(r.CoalitionId.ToString()))
        && (except == "suivi" || Owners.Count == 0 || Owners.Contains(r.OwnerId?.ToString() ?? Nobody))
        && Folding.Words(Words).All(word => Folding.Words($"{r.Coalition} {r.Kind} {r.Details} {r.Owner}").Any(w => w.StartsWith(word, StringComparison.Ordinal)));

    internal IReadOnlyList<Facet> Facets(IReadOnlyCollection<ListSupport.Row> all, Vocabulary words)
    {
        FacetValue Value(string facet, IReadOnlyList<string> chosen, string value, string label, Func<ListSupport.Row, bool> has) =>
            new(value, label, all.Count(r => Matches(r, facet) && has(r)), chosen.Contains(value));
        Facet Of(string name, string label, IEnumerable<FacetValue> values) => new(name, label, [.. values.Where(v => v.Count > 0 || v.Chosen)]);
        IEnumerable<FacetValue> Each(string facet, IReadOnlyList<string> chosen, Func<ListSupport.Row, (string Value, string Label)> of) => all.Select(of).Distinct()
            .OrderBy(v => Folding.Key(v.Label), StringComparer.Ordinal).Select(v => Value(facet, chosen, v.Value, v.Label, r => of(r).Value == v.Value));
        return
        [
            Of("situation", "Situation", [Value("situation", Situations, Late, SupportStates.Late.Text, r => r.IsLate)]),
            Of("etat", "État", Enum.GetValues<SupportState>().Select(s => Value("etat", States, s.Slug(), EnumNames.Of(s), r => r.State == s))),
            Of("appui", "Appui", Each("appui", Kinds, r => (r.KindId.ToString(), r.Kind))),
            Of("coalition", Word.Capital(words.Coalition.Singular), Each("coalition", Coalitions, r => (r.CoalitionId.ToString(), r.Coalition))),
            Of("suivi", "Suivie par", Each("suivi", Owners, r => (r.OwnerId?.ToString() ?? Nobody, r.Owner ?? "Personne"))),
        ];
    }
}
