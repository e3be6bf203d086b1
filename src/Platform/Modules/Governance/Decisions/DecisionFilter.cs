using System.Globalization;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>How the register is narrowed.</summary>
public sealed record DecisionFilter
{
    private const string Open = "a-decliner", Late = "retard", Waiting = "a-ratifier", Uncounted = "sans-vote";

    public string? Words { get; init; }
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<string> Outcomes { get; init; } = [];
    public IReadOnlyList<string> Bodies { get; init; } = [];
    public IReadOnlyList<string> Years { get; init; } = [];

    internal bool Matches(ListDecisions.Row r) => Matches(r, null);

    private bool Matches(ListDecisions.Row r, string? except) =>
        (except == "situation" || Situations.Count == 0 || Situations.Any(s => Is(r, s)))
        && (except == "resultat" || Outcomes.Count == 0 || Outcomes.Contains(EnumNames.Slug(r.Outcome)))
        && (except == "instance" || Bodies.Count == 0 || Bodies.Contains(r.BodyId.ToString()))
        && (except == "annee" || Years.Count == 0 || Years.Contains(Year(r)))
        && Folding.Words(Words).All(word => Folding.Words($"{r.Code} {r.Title} {r.Body} {r.Text}").Any(w => w.StartsWith(word, StringComparison.Ordinal)));

    private static string Year(ListDecisions.Row r) => r.Date.Year.ToString(CultureInfo.InvariantCulture);

    private static bool Is(ListDecisions.Row r, string situation) => situation switch
    {
        Open => r.IsOpen,
        Late => r.Late > 0,
        Waiting => r.IsWaiting,
        Uncounted => !r.HasVotes,
        _ => false,
    };

    internal IReadOnlyList<Facet> Facets(IReadOnlyCollection<ListDecisions.Row> all, Vocabulary words, bool needRatification)
    {
        FacetValue Value(string facet, IReadOnlyList<string> chosen, string value, string label, Func<ListDecisions.Row, bool> has) =>
            new(value, label, all.Count(r => Matches(r, facet) && has(r)), chosen.Contains(value));
        Facet Of(string name, string label, IEnumerable<FacetValue> values) => new(name, label, [.. values.Where(v => v.Count > 0 || v.Chosen)]);
        (string, string)[] situations = [(Open, "Déclinaison en cours"), (Late, "Déclinaison en retard"), .. needRatification ? [(Waiting, "En attente de ratification")] : Array.Empty<(string, string)>(), (Uncounted, "Sans décompte")];
        return
        [
            Of("situation", "Situation", situations.Select(s => Value("situation", Situations, s.Item1, s.Item2, r => Is(r, s.Item1)))),
            Of("resultat", "Résultat", Enum.GetValues<Outcome>().Select(o => Value("resultat", Outcomes, EnumNames.Slug(o), EnumNames.Of(o), r => r.Outcome == o))),
            Of("instance", Word.Capital(words.Body.Singular), all.Select(r => (r.BodyId, r.Body)).Distinct().OrderBy(b => Folding.Key(b.Body), StringComparer.Ordinal)
                .Select(b => Value("instance", Bodies, b.BodyId.ToString(), b.Body, r => r.BodyId == b.BodyId))),
            Of("annee", "Année", all.Select(Year).Distinct().OrderDescending(StringComparer.Ordinal).Select(y => Value("annee", Years, y, y, r => Year(r) == y))),
        ];
    }
}
