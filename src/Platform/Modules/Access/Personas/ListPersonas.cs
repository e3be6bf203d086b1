using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Whom a visitor may become here in one click; nobody except in a demonstration.</summary>
public static class ListPersonas
{
    [Anonymous(OutsideSpaces = true)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Id">Of the membership; of the account outside spaces.</param>
    public sealed record Row(Guid Id, string Name, Roles Roles, string Note)
    {
        public string Role => Roles == Roles.None ? "Exploitation de la plateforme" : string.Join(", ", RoleMap.Names(Roles));
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, Demonstration demonstration) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            if (!demonstration.OffersPersonas(tenant.SpaceOrNull)) return [];
            if (tenant.SpaceOrNull is null)
                return await db.Users.Where(a => a.PersonaNote != null && a.IsOperator).OrderBy(a => a.Name)
                    .Select(a => new Row(a.Id, a.Name, Roles.None, a.PersonaNote!)).ToListAsync(ct);
            return await db.Memberships.Where(m => m.PersonaNote != null && m.EndedAt == null).OrderBy(m => m.Roles).ThenBy(m => m.Name)
                .Select(m => new Row(m.Id, m.Name, m.Roles, m.PersonaNote!)).ToListAsync(ct);
        }
    }
}
