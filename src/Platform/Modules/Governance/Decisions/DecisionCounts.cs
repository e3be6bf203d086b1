using System.Globalization;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Governance.Decisions.DecisionFacet>;

namespace Platform.Modules.Governance.Decisions;

/// <summary>What the register counts, and the facets made of it.</summary>
internal static class DecisionCounts
{
    // Under 0 stands what the filter leaves; of all of them, this year's, those under way and those that wait.
    private const int OpenCode = 1, LateCode = 2, WaitingCode = 3, UncountedCode = 4, ThisYearCode = 5, PublishableCode = 6;

    public static int Open(this Counts counts) => counts[DecisionFacet.None, OpenCode];

    public static int Waiting(this Counts counts) => counts[DecisionFacet.None, WaitingCode];

    public static int ThisYear(this Counts counts) => counts[DecisionFacet.None, ThisYearCode];

    /// <summary>Of those found, how many the national schema can tell.</summary>
    public static int Publishable(this Counts counts) => counts[DecisionFacet.None, PublishableCode];

    public static Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, DecisionFilter filter, DateOnly today, CancellationToken ct) =>
        Counts.Read(tallies, space, $"decisions {today:O}", filter, () => Counted(db, filter, today), ct);

    private static IQueryable<CountLine> Counted(PlatformDb db, DecisionFilter filter, DateOnly today)
    {
        const int situation = (int)DecisionFacet.Situation;
        var (all, found, situations) = (db.Set<Decision>(), filter.Apply(db, today), filter.Apply(db, today, DecisionFacet.Situation));
        return CountLine.Of(0, 0, found)
            .Concat(CountLine.All(all))
            .Concat(CountLine.Of(0, PublishableCode, found.Where(DecisionFilter.IsPublishable)))
            .Concat(CountLine.Of(0, ThisYearCode, all.Where(d => d.Date.Year == today.Year)))
            .Concat(CountLine.Of(0, OpenCode, all.Where(DecisionFilter.IsOpen)))
            .Concat(CountLine.Of(0, WaitingCode, all.Where(DecisionFilter.IsWaiting)))
            .Concat(CountLine.Of(situation, OpenCode, situations.Where(DecisionFilter.IsOpen)))
            .Concat(CountLine.Of(situation, LateCode, situations.Where(DecisionFilter.IsLate(today))))
            .Concat(CountLine.Of(situation, WaitingCode, situations.Where(DecisionFilter.IsWaiting)))
            .Concat(CountLine.Of(situation, UncountedCode, situations.Where(DecisionFilter.IsUncounted)))
            .Concat(CountLine.By((int)DecisionFacet.Outcome, filter.Apply(db, today, DecisionFacet.Outcome), d => (int)d.Outcome))
            .Concat(CountLine.By((int)DecisionFacet.Body, filter.Apply(db, today, DecisionFacet.Body), d => d.BodyId, db.Set<Body>().Select(b => new CountLine.Named { Id = b.Id, Name = b.Name }), filter.Bodies))
            .Concat(CountLine.By((int)DecisionFacet.Year, filter.Apply(db, today, DecisionFacet.Year), d => d.Date.Year));
    }

    public static IReadOnlyList<Facet> Facets(this Counts counts, DecisionFilter filter, Vocabulary words, bool needRatification)
    {
        FacetValue Situation(string value, string label, int code) => new(value, label, counts[DecisionFacet.Situation, code], filter.Situations.Contains(value));
        List<FacetValue> situations =
        [
            Situation(DecisionFilter.Open, "Déclinaison en cours", OpenCode),
            Situation(DecisionFilter.Late, "Déclinaison en retard", LateCode),
            Situation(DecisionFilter.Waiting, "En attente de ratification", WaitingCode),
            Situation(DecisionFilter.Uncounted, "Sans décompte", UncountedCode),
        ];
        if (!needRatification) situations.RemoveAll(v => v.Value == DecisionFilter.Waiting && !v.Chosen);
        return
        [
            new("situation", "Situation", [.. situations.Where(v => v.Count > 0 || v.Chosen)]),
            new("resultat", "Résultat", counts.Values(DecisionFacet.Outcome, Enum.GetValues<Outcome>(), filter.Outcomes, o => EnumNames.Slug(o), o => EnumNames.Of(o))),
            new("instance", Word.Capital(words.Body.Singular), counts.Values(DecisionFacet.Body, filter.Bodies)),
            new("annee", "Année", counts.Values(DecisionFacet.Year, filter.Years, y => y.ToString(CultureInfo.InvariantCulture))),
        ];
    }
}
