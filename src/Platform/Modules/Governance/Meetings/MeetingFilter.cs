using System.Globalization;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Meetings;

/// <summary>How the meetings are narrowed. Cancelled ones stay out unless asked for.</summary>
public sealed record MeetingFilter
{
    public const string Coming = "a-venir", Past = "passees", Unrecorded = "a-completer", Cancelled = "annulees";

    public string? Words { get; init; }
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<string> Bodies { get; init; } = [];
    public IReadOnlyList<string> Years { get; init; } = [];

    internal bool Matches(ListMeetings.Row r) => Matches(r, null);

    private bool Matches(ListMeetings.Row r, string? except) =>
        (except == "situation" || (Situations.Count == 0 ? r.State != MeetingState.Cancelled : Situations.Any(s => Is(r, s))))
        && (except == "instance" || Bodies.Count == 0 || Bodies.Contains(r.BodyId.ToString()))
        && (except == "annee" || Years.Count == 0 || Years.Contains(Year(r)))
        && Folding.Words(Words).All(word => Folding.Words($"{r.Name} {r.Place}").Any(w => w.StartsWith(word, StringComparison.Ordinal)));

    private static string Year(ListMeetings.Row r) => r.Date.Year.ToString(CultureInfo.InvariantCulture);

    private static bool Is(ListMeetings.Row r, string situation) => situation switch
    {
        Coming => !r.IsPast && r.State != MeetingState.Cancelled,
        Past => r.IsPast && r.State != MeetingState.Cancelled,
        Unrecorded => r.IsUnrecorded,
        Cancelled => r.State == MeetingState.Cancelled,
        _ => false,
    };

    internal IReadOnlyList<Facet> Facets(IReadOnlyCollection<ListMeetings.Row> all, Vocabulary words)
    {
        FacetValue Value(string facet, IReadOnlyList<string> chosen, string value, string label, Func<ListMeetings.Row, bool> has) =>
            new(value, label, all.Count(r => Matches(r, facet) && has(r)), chosen.Contains(value));
        Facet Of(string name, string label, IEnumerable<FacetValue> values) => new(name, label, [.. values.Where(v => v.Count > 0 || v.Chosen)]);
        return
        [
            Of("situation", "Situation", new[] { (Coming, "À venir"), (Past, "Passées"), (Unrecorded, "À compléter"), (Cancelled, "Annulées") }
                .Select(s => Value("situation", Situations, s.Item1, s.Item2, r => Is(r, s.Item1)))),
            Of("instance", Word.Capital(words.Body.Singular), all.Select(r => (r.BodyId, r.Body)).Distinct().OrderBy(b => Folding.Key(b.Body), StringComparer.Ordinal)
                .Select(b => Value("instance", Bodies, b.BodyId.ToString(), b.Body, r => r.BodyId == b.BodyId))),
            Of("annee", "Année", all.Select(Year).Distinct().OrderDescending(StringComparer.Ordinal).Select(y => Value("annee", Years, y, y, r => Year(r) == y))),
        ];
    }
}
