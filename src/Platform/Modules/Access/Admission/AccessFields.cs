using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

internal static class AccessFields
{
    public static Roles Sum(IEnumerable<Roles> roles) => roles.Aggregate(Roles.None, (all, role) => all | role);

    public static void AreRoles<T>(this IRuleBuilder<T, List<Roles>> rule) => rule
        .Must(roles => roles.Count > 0).WithMessage(RuleSentences.For("membership.norole"))
        .Must(roles => roles.TrueForAll(r => r != Roles.None && Enum.IsDefined(r))).WithMessage("Choisissez dans la liste.");

    /// <summary>Refuses what would leave the space without an administrator who can come in. Two who leave at the same moment
    /// both change the row of the space: the second one is told of a conflict.</summary>
    public static async Task KeepAnAdministrator(this PlatformDb db, Membership leaving, CurrentTenant tenant, CancellationToken ct)
    {
        if (!leaving.Roles.HasFlag(Roles.Administrator) || leaving.EndedAt is not null) return;
        // The space first: whoever leaves between this line and the next is seen by the next, whoever leaves after it by the space's version.
        var space = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
        if (!await db.Memberships.AnyAsync(m => m.Id != leaving.Id && m.EndedAt == null && m.InvitationHash == null && m.Roles.HasFlag(Roles.Administrator), ct))
            throw new RuleViolation("membership.lastadministrator");
        db.Entry(space).Property(t => t.State).IsModified = true;
    }
}
