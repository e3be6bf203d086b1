using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Updates;

/// <summary>Who may give news of which commitment: those who write commitments, of all; a referent, of those for which they answer:
/// held by their organisation (alone or in a coalition), or where they themselves are named.</summary>
internal static class NewsRight
{
    /// <exception cref="Forbidden">A colleague, but not of this commitment.</exception>
    public static async Task Check(Guid commitmentId, PlatformDb db, IMediator mediator, Memberships memberships, CancellationToken ct)
    {
        if (!await Has(commitmentId, db, mediator, memberships, ct)) throw new Forbidden(EngagementPermissions.GiveNews);
    }

    public static async Task<bool> Has(Guid commitmentId, PlatformDb db, IMediator mediator, Memberships memberships, CancellationToken ct)
    {
        if (memberships.May(EngagementPermissions.Write)) return true;
        return memberships.May(EngagementPermissions.GiveNews) && await mediator.Send(new WhoAmI.Query(), ct) is { } who
            && await AnsweredFor(db, who.PersonId, who.OrganisationId).AnyAsync(c => c.Id == commitmentId, ct);
    }

    public static IQueryable<Commitment> AnsweredFor(PlatformDb db, Guid personId, Guid? organisationId) => db.Set<Commitment>().Where(c =>
        c.ReferentId == personId || c.FacilitatorId == personId || c.Measures.Any(m => m.PersonId == personId)
        || (organisationId != null && (c.Holders.Any(h => h.OrganisationId == organisationId) || c.Measures.Any(m => m.OrganisationId == organisationId)
            || db.Set<CoalitionMember>().Any(m => m.CoalitionId == c.CoalitionId && m.LeftOn == null && m.OrganisationId == organisationId))));
}
