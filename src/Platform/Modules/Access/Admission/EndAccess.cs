using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>Closes an access from now on, or opens it again. What the person wrote stays.</summary>
public static class EndAccess
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; init; }
        public bool Resume { get; init; }
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == c.Id, ct) ?? throw new NotFound(nameof(Membership));
            if (c.Resume)
            {
                membership.Resume();
                return Unit.Value;
            }
            await db.KeepAnAdministrator(membership, tenant, ct);
            membership.End(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
