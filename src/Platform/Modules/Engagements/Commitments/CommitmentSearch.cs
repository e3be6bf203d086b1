using Platform.Data;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Commitments by words: their own (title, statement, number) or those of who holds them. The holders' names are looked up where
/// they stand, not copied: an organisation renamed is found by its new name at once, whatever the number of its commitments.</summary>
internal static class CommitmentSearch
{
    /// <summary>The commitments in which every word of <paramref name="typed"/> begins some word; null when nothing was typed.</summary>
    public static IQueryable<Guid>? Matching(PlatformDb db, string? typed)
    {
        IQueryable<Guid>? found = null;
        foreach (var word in SearchTerms.Typed(typed))
        {
            var (organisations, coalitions) = (SearchTerms.Beginning(db, SearchKind.Organisation, word), SearchTerms.Beginning(db, SearchKind.Coalition, word));
            var owners = SearchTerms.Beginning(db, SearchKind.Commitment, word)
                .Concat(db.Set<CommitmentHolder>().Where(h => organisations.Contains(h.OrganisationId)).Select(h => h.CommitmentId))
                .Concat(db.Set<Commitment>().Where(c => c.CoalitionId != null && coalitions.Contains(c.CoalitionId.Value)).Select(c => c.Id));
            found = found is null ? owners : found.Where(id => owners.Contains(id));
        }
        return found;
    }
}
