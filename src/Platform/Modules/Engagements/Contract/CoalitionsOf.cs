using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract;

/// <summary>The running coalitions in which these organisations are today, by organisation.</summary>
public static class CoalitionsOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Organisations) : IRequest<ILookup<Guid, string>>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, ILookup<Guid, string>>
    {
        public async Task<ILookup<Guid, string>> Handle(Query query, CancellationToken ct)
        {
            var (today, ids) = (tenant.Space.Today(clock), query.Organisations);
            if (!tenant.Space.Has(SpaceModules.Coalitions)) ids = [];
            return (await db.Set<CoalitionMember>().Where(m => ids.Contains(m.OrganisationId) && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today))
                .Join(db.Set<Coalition>().Where(c => c.State != CoalitionState.Ended), m => m.CoalitionId, c => c.Id, (m, c) => new { m.OrganisationId, m.Role, c.Name })
                .OrderBy(x => x.Role).ThenBy(x => x.Name).ToListAsync(ct)).ToLookup(x => x.OrganisationId, x => x.Name);
        }
    }
}
