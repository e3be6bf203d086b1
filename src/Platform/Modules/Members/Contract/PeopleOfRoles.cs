using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Contract;

/// <summary>The people, with an address, of the organisations that have one of these roles today.</summary>
public static class PeopleOfRoles
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<RoleKind> Roles) : IRequest<IReadOnlyList<Guid>>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Guid>>
    {
        public async Task<IReadOnlyList<Guid>> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var roles = OrganisationRole.RunningOn(db, today).Where(r => query.Roles.Contains(r.Kind));
            return await db.Set<Person>().Where(p => p.ArchivedAt == null && p.Email != null && roles.Any(r => r.OrganisationId == p.OrganisationId)).Select(p => p.Id).ToListAsync(ct);
        }
    }
}
