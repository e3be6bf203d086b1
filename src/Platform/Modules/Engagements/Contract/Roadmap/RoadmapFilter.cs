using System.ComponentModel.DataAnnotations;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>What became of a promise, as the public asks it: one answer each, what worries before the state, as on its badge
/// (<see cref="Standing.Main"/>). The names make the addresses: "en-retard".</summary>
public enum Outcome
{
    [Display(Name = "Tenu")] Kept = 1,
    [Display(Name = "Tenu en partie")] PartlyKept,
    [Display(Name = "En cours")] Underway,
    [Display(Name = "En retard")] Late,
    [Display(Name = "Sans nouvelles")] Silent,
    [Display(Name = "Bloqué")] Blocked,
    [Display(Name = "Proposé")] Proposed,
    [Display(Name = "Abandonné")] Abandoned,
}

public static class Outcomes
{
    public static IReadOnlyList<Outcome> All { get; } = Enum.GetValues<Outcome>();

    /// <summary>"Tenus", "En retard", "Abandonnée": of so many, agreeing with the space's word.</summary>
    public static string Label(this Outcome outcome, Word word, int n) => outcome switch
    {
        Outcome.Kept => word.Agree("Tenu", n),
        Outcome.PartlyKept => word.Agree("Tenu", n) + " en partie",
        Outcome.Blocked => word.Agree("Bloqué", n),
        Outcome.Proposed => word.Agree("Proposé", n),
        Outcome.Abandoned => word.Agree("Abandonné", n),
        _ => EnumNames.Of(outcome),
    };

    public static Tone ToneOf(this Outcome outcome) => outcome switch
    {
        Outcome.Kept or Outcome.PartlyKept => Tone.Ok,
        Outcome.Underway => Tone.Active,
        Outcome.Late => Tone.Late,
        Outcome.Silent => Tone.Silent,
        Outcome.Blocked => Tone.Blocked,
        Outcome.Proposed => Tone.Draft,
        _ => Tone.Neutral,
    };

    public static Outcome? FromSlug(string? slug) => slug is null ? null : EnumNames.FromSlugs<Outcome>([slug]) is [var one] ? one : null;
}

/// <summary>What narrows the public list. An identifier of nothing public finds nothing.</summary>
public sealed record RoadmapFilter
{
    public string? Words { get; init; }
    public Guid? Theme { get; init; }
    public Guid? Axis { get; init; }
    /// <summary>An organisation or a coalition.</summary>
    public Guid? Holder { get; init; }
    public Outcome? Outcome { get; init; }

    public bool IsUsed => Words is not null || Theme is not null || Axis is not null || Holder is not null || Outcome is not null;

    /// <summary>Whom the words name: <see cref="Read"/> comes before <see cref="Apply"/>.</summary>
    private IReadOnlyList<CommitmentSearch.Named> Named { get; init; } = [];

    internal async Task<RoadmapFilter> Read(PlatformDb db, CancellationToken ct) =>
        string.IsNullOrEmpty(Words) ? this : this with { Named = await CommitmentSearch.Read(db, Words, ct) };

    internal IQueryable<Commitment> Apply(PlatformDb db, DateOnly today)
    {
        var found = CommitmentSearch.Matching(db, db.Set<Commitment>().Where(Commitment.Published), Words, Named);
        if (Theme is { } theme) found = found.Where(c => c.ThemeId == theme);
        if (Axis is { } axis) found = found.Where(c => c.AxisId == axis);
        if (Holder is { } holder) found = found.Where(c => c.CoalitionId == holder || c.Holders.Any(h => h.OrganisationId == holder));
        return Outcome is { } outcome ? Having(found, outcome, today) : found;
    }

    private static IQueryable<Commitment> Having(IQueryable<Commitment> found, Outcome outcome, DateOnly today)
    {
        if (outcome == Roadmap.Outcome.Blocked) return found.Where(c => c.IsBlocked && c.State < CommitmentState.Kept);
        if (outcome is Roadmap.Outcome.Kept or Roadmap.Outcome.PartlyKept or Roadmap.Outcome.Abandoned)
        {
            var state = outcome switch { Roadmap.Outcome.Kept => CommitmentState.Kept, Roadmap.Outcome.PartlyKept => CommitmentState.PartlyKept, _ => CommitmentState.Abandoned };
            return found.Where(c => c.State == state);
        }
        var moving = found.Where(c => !c.IsBlocked && c.State < CommitmentState.Kept);
        if (outcome == Roadmap.Outcome.Late) return moving.Where(Commitment.Late(today));
        var inTime = moving.Where(c => c.OpenDueOn == null || c.OpenDueOn >= today);
        if (outcome == Roadmap.Outcome.Silent) return inTime.Where(Commitment.Silent(today));
        var heardOf = inTime.Where(c => c.NextNewsDueOn == null || c.NextNewsDueOn >= today);
        return outcome == Roadmap.Outcome.Proposed ? heardOf.Where(c => c.State == CommitmentState.Proposed)
            : heardOf.Where(c => c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay);
    }
}
