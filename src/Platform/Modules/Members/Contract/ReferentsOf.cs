using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.People;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Contract;

/// <summary>The people with an account who refer for these organisations.</summary>
public static class ReferentsOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Organisations) : IRequest<ILookup<Guid, Guid>>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, ILookup<Guid, Guid>>
    {
        // The space is said in full: row-level security shows an account its memberships of every space.
        public async Task<ILookup<Guid, Guid>> Handle(Query query, CancellationToken ct) => query.Organisations.Count == 0 ? Array.Empty<Guid>().ToLookup(id => id)
            : (await db.Memberships.Where(m => m.TenantId == tenant.Id && m.EndedAt == null && m.InvitationHash == null && (m.Roles & Roles.Referent) != Roles.None)
                .Join(db.Set<Person>().Where(p => p.ArchivedAt == null && p.OrganisationId != null && query.Organisations.Contains(p.OrganisationId!.Value)), m => m.PersonId, p => p.Id,
                    (m, p) => new { Organisation = p.OrganisationId!.Value, p.Id }).ToListAsync(ct)).ToLookup(r => r.Organisation, r => r.Id);
    }
}
