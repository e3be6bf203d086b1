using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Engagements.Evidence;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What narrows the list of commitments, as it stands in the address. Unknown values narrow to nothing known and are ignored.</summary>
public sealed record CommitmentFilter
{
    public const string Late = "retard", Silent = "silence", Blocked = "bloque", Soon = "bientot";
    public const int SoonDays = 30;

    public string? Words { get; init; }
    public IReadOnlyList<CommitmentState> States { get; init; } = [];
    /// <summary>Any of them: what worries is looked for together.</summary>
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<Guid> Holders { get; init; } = [];
    public IReadOnlyList<Guid> Themes { get; init; } = [];
    public IReadOnlyList<Guid> Facilitators { get; init; } = [];
    public IReadOnlyList<Guid> Coalitions { get; init; } = [];
    public IReadOnlyList<Guid> Axes { get; init; } = [];
    public IReadOnlyList<EvidenceLevel> Evidence { get; init; } = [];

    public bool IsUsed => !string.IsNullOrEmpty(Words) || States.Count + Situations.Count + Holders.Count + Themes.Count + Facilitators.Count + Coalitions.Count + Axes.Count + Evidence.Count > 0;

    /// <summary>Whom the words name: <see cref="Read"/> comes before <see cref="Apply"/>.</summary>
    private IReadOnlyList<CommitmentSearch.Named> Named { get; init; } = [];

    /// <summary>Each word alone finds more than a list counts.</summary>
    internal bool FindsMuch => Named.Count > 0 && Named.All(n => n.FindsMuch);

    internal async Task<CommitmentFilter> Read(PlatformDb db, CancellationToken ct) =>
        string.IsNullOrEmpty(Words) ? this : this with { Named = await CommitmentSearch.Read(db, Words, ct) };

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<Commitment> Apply(PlatformDb db, DateOnly today, CommitmentFacet except = CommitmentFacet.None)
    {
        var found = CommitmentSearch.Matching(db, db.Set<Commitment>().AsNoTracking(), Words, Named);
        if (States.Count > 0 && except != CommitmentFacet.State) found = found.Where(c => States.Contains(c.State));
        if (Situations.Count > 0 && except != CommitmentFacet.Situation)
        {
            var (late, silent, blocked, soon) = (Situations.Contains(Late), Situations.Contains(Silent), Situations.Contains(Blocked), Situations.Contains(Soon));
            var limit = today.AddDays(SoonDays);
            found = found.Where(c => (late && c.OpenDueOn < today) || (silent && c.NextNewsDueOn < today)
                || (blocked && c.IsBlocked && c.State < CommitmentState.Kept) || (soon && c.OpenDueOn >= today && c.OpenDueOn <= limit));
        }
        if (Holders.Count > 0 && except != CommitmentFacet.Holder) found = found.Where(c => c.Holders.Any(h => Holders.Contains(h.OrganisationId)));
        if (Themes.Count > 0 && except != CommitmentFacet.Theme) found = found.Where(c => c.ThemeId != null && Themes.Contains(c.ThemeId.Value));
        if (Facilitators.Count > 0 && except != CommitmentFacet.Facilitator) found = found.Where(c => c.FacilitatorId != null && Facilitators.Contains(c.FacilitatorId.Value));
        if (Coalitions.Count > 0 && except != CommitmentFacet.Coalition) found = found.Where(c => c.CoalitionId != null && Coalitions.Contains(c.CoalitionId.Value));
        if (Evidence.Count > 0 && except != CommitmentFacet.Evidence) found = found.Where(c => Evidence.Contains(c.Evidence));
        if (Axes.Count > 0 && except != CommitmentFacet.Axis) found = found.Where(c => c.AxisId != null && Axes.Contains(c.AxisId.Value));
        return found;
    }
}

public enum CommitmentFacet { None, Situation, State, Holder, Theme, Facilitator, Coalition, Evidence, Axis }
