using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>The spaces in which the signed-in account has a place: the only rows that it may read across spaces.</summary>
public static class MySpaces
{
    [AnyAccount]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <summary>How many spaces know the account, whether or not it may come in.</summary>
    [AnyAccount]
    public sealed record Places : IRequest<int>;

    public sealed record Row(Guid Id, string Identifier, string Name, string? Acronym, string Accent, bool HasLogo, int Version, Roles Roles)
    {
        public SpaceMark Mark => SpaceMark.Of(Identifier, Name, Acronym, Accent, HasLogo, Version);
    }

    internal sealed class Handler(PlatformDb db, CurrentUser me) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await (
            from m in db.Memberships.IgnoreQueryFilters([PlatformDb.TenantFilter])
            where m.AccountId == me.AccountId && m.EndedAt == null && m.InvitationHash == null
            join t in db.Tenants on m.TenantId equals t.Id
            where t.State == TenantState.Active
            orderby t.Name
            select new Row(t.Id, t.Identifier, t.Name, t.Acronym, t.Accent, t.Logo != null, t.Version, m.Roles)).ToListAsync(ct);
    }

    internal sealed class PlacesHandler(PlatformDb db, CurrentUser me) : IRequestHandler<Places, int>
    {
        public Task<int> Handle(Places query, CancellationToken ct) => db.Memberships.IgnoreQueryFilters([PlatformDb.TenantFilter]).CountAsync(m => m.AccountId == me.AccountId, ct);
    }
}
