using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>For which organisations of a coalition the asker speaks: all of them for who runs coalitions, the own one for a referent.</summary>
internal static class MemberRight
{
    /// <returns>Null: for all of them. <see cref="Guid.Empty"/>: for none.</returns>
    public static async Task<Guid?> OwnOnly(IMediator mediator, Memberships memberships, CancellationToken ct) =>
        memberships.May(EngagementPermissions.ManageCoalitions) ? null : (await mediator.Send(new WhoAmI.Query(), ct))?.OrganisationId ?? Guid.Empty;

    /// <exception cref="Forbidden">The asker's organisation is not in it today.</exception>
    public static async Task Check(PlatformDb db, IMediator mediator, Memberships memberships, Guid coalitionId, DateOnly today, CancellationToken ct)
    {
        if (await OwnOnly(mediator, memberships, ct) is { } own
            && !await db.Set<CoalitionMember>().AnyAsync(m => m.CoalitionId == coalitionId && m.OrganisationId == own && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today), ct))
            throw new Forbidden(EngagementPermissions.ManageCoalitions);
    }
}
