using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>Takes back an invitation that nobody has accepted: nothing refers to it, so nothing is left of it but the journal's lines.</summary>
public static class WithdrawInvitation
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; init; }
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == c.Id && m.EndedAt == null, ct) ?? throw new NotFound(nameof(Membership));
            if (membership.InvitationHash is null) throw new RuleViolation("membership.accepted");
            db.Remove(membership);
            return Unit.Value;
        }
    }
}
