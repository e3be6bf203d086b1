using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>A new code for somebody who has not come in yet; the one before stops working.</summary>
public static class RenewCode
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<string>
    {
        public Guid Id { get; init; }
    }

    internal sealed class Handler(PlatformDb db, TimeProvider clock) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command c, CancellationToken ct)
        {
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == c.Id && m.EndedAt == null, ct) ?? throw new NotFound(nameof(Membership));
            if (membership.CodeHash is null) throw new RuleViolation("membership.proved");
            var code = AccessCode.New();
            membership.Await(AccessCode.Digest(code), clock.GetUtcNow() + AccessCode.Lasts);
            return code;
        }
    }
}
