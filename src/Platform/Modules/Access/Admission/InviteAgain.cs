using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>A new link for somebody who has not accepted yet; the one before stops working.</summary>
public static class InviteAgain
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<Invite.Sent>
    {
        public Guid Id { get; init; }
    }

    internal sealed class Handler(PlatformDb db, Invitations invitations) : IRequestHandler<Command, Invite.Sent>
    {
        public async Task<Invite.Sent> Handle(Command c, CancellationToken ct)
        {
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == c.Id && m.EndedAt == null, ct) ?? throw new NotFound(nameof(Membership));
            if (membership.InvitationHash is null) throw new RuleViolation("membership.accepted");
            var email = await db.Users.Where(a => a.Id == membership.AccountId).Select(a => a.Email!).SingleAsync(ct);
            return new(membership.Name, email, await invitations.Send(membership, email, ct));
        }
    }
}
