using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Those who hold a role in a space, to be written to.</summary>
internal static class StaffOf
{
    /// <param name="Id">Of the person, or of the account that stands for nobody.</param>
    public sealed record Row(Guid Id, string Name, string Email, bool IsPerson);

    public static async Task<IReadOnlyList<Row>> Read(PlatformDb db, Guid space, Roles role, CancellationToken ct) =>
        // The space is said in full: row-level security shows an account its memberships of every space.
        await db.Memberships.Where(m => m.TenantId == space && m.EndedAt == null && m.InvitationHash == null && (m.Roles & role) != Roles.None)
            .Join(db.Users, m => m.AccountId, a => a.Id, (m, a) => new { m, a.Email }).OrderBy(x => x.m.NameKey).ThenBy(x => x.m.Id)
            .Select(x => new Row(x.m.PersonId ?? x.m.AccountId, x.m.Name, x.Email!, x.m.PersonId != null)).ToListAsync(ct);
}
