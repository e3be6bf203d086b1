using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>The signed-in member of this space, for this request.</summary>
/// <param name="Generation">Number of the last change in the space, see <see cref="SpaceGeneration"/>.</param>
public sealed record Member(Guid MembershipId, Guid AccountId, string Name, Roles Roles, Guid? PersonId, long Generation)
{
    /// <summary>The space asks for more than the password with which this session was opened.</summary>
    public bool LacksSecondStep { get; init; }

    public bool May(string permission) => RoleMap.Grants(Roles, permission);
}

/// <summary>Reads the current account's membership once per scope.</summary>
public sealed class Memberships(PlatformDb db, CurrentTenant tenant, CurrentUser user)
{
    // The space is said in full: row-level security shows an account its memberships of every space (the switcher), so on this
    // table the filter would otherwise stand alone.
    private static readonly FixedQuery<Guid, Guid, Member> MemberOf = new((db, space, account) =>
        db.Memberships.Where(m => m.TenantId == space && m.AccountId == account && m.EndedAt == null && m.InvitationHash == null)
            .Select(m => new Member(m.Id, m.AccountId, m.Name, m.Roles, m.PersonId, db.Set<SpaceGeneration>().Where(g => g.TenantId == space).Select(g => g.Number).FirstOrDefault())));

    private Member? member;
    private bool read;

    /// <summary>The member already read by the pipeline; null for a visitor or a stranger. The layout shows menus with it.</summary>
    public Member? Known => member is { LacksSecondStep: true } ? null : member;

    /// <summary>The platform itself, or the member already read by the pipeline: for what a request that any member may send shows or does only for some.</summary>
    public bool May(string permission) => user.IsSystem || Known?.May(permission) == true;

    public Task<bool> IsOperator(CancellationToken ct) => db.Users.AnyAsync(a => a.Id == user.AccountId && a.IsOperator, ct);

    public async Task<Member?> Current(CancellationToken ct)
    {
        if (read || tenant.IdOrNull is null || user.AccountId is not { } account) return member;
        member = await MemberOf.Single(db, tenant.Id, account, ct);
        // One more question, in the spaces that ask it only. A password is followed by the code where there is one.
        if (member is not null && tenant.Space.NeedsSecondStep && !user.IsProven && !await db.Users.AnyAsync(a => a.Id == account && a.TotpKey != null, ct))
            member = member with { LacksSecondStep = true };
        read = true;
        return member;
    }
}
