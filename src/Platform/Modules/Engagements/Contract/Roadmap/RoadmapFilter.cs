using System.ComponentModel.DataAnnotations;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>What became of a promise, as the public asks it. The names make the addresses: "en-retard".</summary>
public enum Outcome
{
    [Display(Name = "Tenu")] Kept = 1,
    [Display(Name = "En cours")] Underway,
    [Display(Name = "En retard")] Late,
    [Display(Name = "Sans nouvelles")] Silent,
    [Display(Name = "Bloqué")] Blocked,
    [Display(Name = "Proposé")] Proposed,
    [Display(Name = "Abandonné")] Abandoned,
}

public static class Outcomes
{
    /// <summary>"Tenus", "En retard", "Abandonnées": of several, agreeing with the space's word.</summary>
    public static string Label(this Outcome outcome, Word word) => outcome switch
    {
        Outcome.Kept => word.Agree("Tenu", 2),
        Outcome.Blocked => word.Agree("Bloqué", 2),
        Outcome.Proposed => word.Agree("Proposé", 2),
        Outcome.Abandoned => word.Agree("Abandonné", 2),
        _ => EnumNames.Of(outcome),
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

    internal IQueryable<Commitment> Apply(PlatformDb db, DateOnly today)
    {
        var found = db.Set<Commitment>().Where(Commitment.Published);
        if (SearchTerms.Matching(db, SearchKind.Commitment, Words) is { } matching) found = found.Where(c => matching.Contains(c.Id));
        if (Theme is { } theme) found = found.Where(c => c.ThemeId == theme);
        if (Axis is { } axis) found = found.Where(c => c.AxisId == axis);
        if (Holder is { } holder) found = found.Where(c => c.CoalitionId == holder || c.Holders.Any(h => h.OrganisationId == holder));
        return Outcome switch
        {
            null => found,
            Roadmap.Outcome.Kept => found.Where(c => c.State == CommitmentState.Kept || c.State == CommitmentState.PartlyKept),
            Roadmap.Outcome.Underway => found.Where(c => c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay),
            Roadmap.Outcome.Late => found.Where(Commitment.Late(today)),
            Roadmap.Outcome.Silent => found.Where(Commitment.Silent(today)),
            Roadmap.Outcome.Blocked => found.Where(c => c.IsBlocked && c.State < CommitmentState.Kept),
            Roadmap.Outcome.Proposed => found.Where(c => c.State == CommitmentState.Proposed),
            _ => found.Where(c => c.State == CommitmentState.Abandoned),
        };
    }
}
