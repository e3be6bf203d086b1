using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Support;

public enum SupportFacet { None, Situation, State, Kind, Coalition, Owner }

/// <summary>How the requests are narrowed, as it stands in the address. Unless asked for, those that are closed stay out.</summary>
public sealed record SupportFilter
{
    /// <summary>Values of the address: late; followed by nobody.</summary>
    public const string Late = "retard", Nobody = "personne";

    public string? Words { get; init; }
    public IReadOnlyList<SupportState> States { get; init; } = [];
    public bool IsLate { get; init; }
    public IReadOnlyList<Guid> Kinds { get; init; } = [];
    public IReadOnlyList<Guid> Coalitions { get; init; } = [];
    public IReadOnlyList<Guid> Owners { get; init; } = [];
    public bool HasNoOwner { get; init; }

    /// <summary>For each word, the kinds of support that it names: <see cref="Read"/> comes before <see cref="Apply"/>. A kind is a line of the guide, tens of them in a space.</summary>
    private IReadOnlyList<IReadOnlyList<Guid>> Named { get; init; } = [];

    internal async Task<SupportFilter> Read(PlatformDb db, CancellationToken ct)
    {
        var words = SearchTerms.Typed(Words).ToList();
        if (words.Count == 0) return this;
        var kinds = await db.Set<GuideLine>().Where(l => l.Part == GuidePart.Support).Select(l => new { l.Id, l.Text }).ToListAsync(ct);
        return this with { Named = [.. words.Select(word => kinds.Where(k => Folding.Words(k.Text).Any(w => w.StartsWith(word, StringComparison.Ordinal))).Select(k => k.Id).ToList())] };
    }

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<SupportRequest> Apply(PlatformDb db, DateOnly today, SupportFacet except = SupportFacet.None)
    {
        var found = db.Set<SupportRequest>().AsNoTracking();
        foreach (var (at, word) in SearchTerms.Typed(Words).Index())
        {
            // By its own words, or by what it is about: names are looked up where they stand, not copied.
            var (own, coalitions, people, kinds) = (SearchTerms.Beginning(db, SearchKind.Support, word), SearchTerms.Beginning(db, SearchKind.Coalition, word),
                SearchTerms.Beginning(db, SearchKind.Person, word), Named[at]);
            found = found.Where(r => own.Contains(r.Id) || coalitions.Contains(r.CoalitionId) || kinds.Contains(r.KindId) || (r.OwnerId != null && people.Contains(r.OwnerId.Value)));
        }
        if (except != SupportFacet.State) found = States.Count > 0 ? found.Where(r => States.Contains(r.State)) : found.Where(r => r.State < SupportState.Given);
        if (IsLate && except != SupportFacet.Situation) found = found.Where(r => r.OpenDueOn < today);
        if (Kinds.Count > 0 && except != SupportFacet.Kind) found = found.Where(r => Kinds.Contains(r.KindId));
        if (Coalitions.Count > 0 && except != SupportFacet.Coalition) found = found.Where(r => Coalitions.Contains(r.CoalitionId));
        if ((HasNoOwner || Owners.Count > 0) && except != SupportFacet.Owner)
            found = found.Where(r => (HasNoOwner && r.OwnerId == null) || (r.OwnerId != null && Owners.Contains(r.OwnerId.Value)));
        return found;
    }
}
