using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Contract;

/// <summary>What a select of organisations offers: those that have a role today, by name, and those already chosen whatever became of them.</summary>
public static class OrganisationOptions
{
    /// <param name="Chosen">Identifiers that the form already holds.</param>
    /// <param name="Role">Only the organisations with this role.</param>
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid>? Chosen = null, RoleKind? Role = null) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string? ShortName, OrganisationKind Kind);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var (today, chosen, role) = (tenant.Space.Today(clock), query.Chosen ?? [], query.Role);
            var roles = OrganisationRole.RunningOn(db, today);
            return await db.Set<Organisation>()
                .Where(o => chosen.Contains(o.Id) || (o.ArchivedAt == null && roles.Any(r => r.OrganisationId == o.Id && (role == null || r.Kind == role))))
                .OrderBy(o => o.NameKey).ThenBy(o => o.Id)
                .Select(o => new Row(o.Id, o.Name, o.ShortName, o.Kind)).ToListAsync(ct);
        }
    }
}
