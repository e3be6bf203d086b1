using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Leads;

public enum LeadFacet { None, State, Screening, Theme, Sponsor }

/// <summary>What narrows the list of leads, as it stands in the address. Unknown values narrow to nothing known and are ignored.</summary>
public sealed record LeadFilter
{
    public const string Complete = "complet", ToCheck = "a-verifier";

    public string? Words { get; init; }
    public IReadOnlyList<LeadState> States { get; init; } = [];
    public IReadOnlyList<string> Screenings { get; init; } = [];
    public IReadOnlyList<Guid> Themes { get; init; } = [];
    public IReadOnlyList<Guid> Sponsors { get; init; } = [];

    public bool IsUsed => !string.IsNullOrEmpty(Words) || States.Count + Screenings.Count + Themes.Count + Sponsors.Count > 0;

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<Lead> Apply(PlatformDb db, LeadFacet except = LeadFacet.None)
    {
        var found = db.Set<Lead>().AsNoTracking();
        if (Matching(db) is { } matching) found = found.Where(l => matching.Contains(l.Id));
        if (States.Count > 0 && except != LeadFacet.State) found = found.Where(l => States.Contains(l.State));
        if (Themes.Count > 0 && except != LeadFacet.Theme) found = found.Where(l => l.ThemeId != null && Themes.Contains(l.ThemeId.Value));
        if (Sponsors.Count > 0 && except != LeadFacet.Sponsor)
            found = found.Where(l => (l.SponsorOrganisationId != null && Sponsors.Contains(l.SponsorOrganisationId.Value)) || (l.SponsorPersonId != null && Sponsors.Contains(l.SponsorPersonId.Value)));
        // Both, or neither: nothing is narrowed but to the leads that still wait, or that are examined.
        return (except == LeadFacet.Screening ? (false, false) : (Screenings.Contains(Complete), Screenings.Contains(ToCheck))) switch
        {
            (true, false) => Examined(db, found),
            (false, true) => Waiting(db, found),
            _ => found,
        };
    }

    /// <summary>Every question in force has its yes or its no.</summary>
    internal static IQueryable<Lead> Examined(PlatformDb db, IQueryable<Lead> leads) => leads.Where(l =>
        !db.Set<ScreeningQuestion>().Any(q => q.RetiredOn == null && !l.Answers.Any(a => a.QuestionId == q.Id && a.Verdict != Verdict.Unknown)));

    /// <summary>Not decided yet, and a question in force has neither.</summary>
    internal static IQueryable<Lead> Waiting(PlatformDb db, IQueryable<Lead> leads) => leads.Where(l => l.State < LeadState.Converted
        && db.Set<ScreeningQuestion>().Any(q => q.RetiredOn == null && !l.Answers.Any(a => a.QuestionId == q.Id && a.Verdict != Verdict.Unknown)));

    // By its own words or by its sponsor's name, which is not copied: renamed, the sponsor is found by the new one.
    private IQueryable<Guid>? Matching(PlatformDb db)
    {
        IQueryable<Guid>? found = null;
        foreach (var word in SearchTerms.Typed(Words))
        {
            var (organisations, people) = (SearchTerms.Beginning(db, SearchKind.Organisation, word), SearchTerms.Beginning(db, SearchKind.Person, word));
            var owners = SearchTerms.Beginning(db, SearchKind.Lead, word).Concat(db.Set<Lead>()
                .Where(l => (l.SponsorOrganisationId != null && organisations.Contains(l.SponsorOrganisationId.Value)) || (l.SponsorPersonId != null && people.Contains(l.SponsorPersonId.Value)))
                .Select(l => l.Id));
            found = found is null ? owners : found.Where(id => owners.Contains(id));
        }
        return found;
    }
}
