using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Access;

/// <summary>Takes back an invitation that nobody has accepted: nothing refers to it, so nothing is left of it but the journal's lines. An
/// account that was made for it, that nobody has entered and no other space knows, goes with it.</summary>
public static class WithdrawInvitation
{
    [Needs(AccessPermissions.Manage)]
    public sealed record Command : ICommand<Unit>
    {
        public Guid Id { get; init; }
    }

    internal sealed class Handler(PlatformDb db, SpacesOf spaces) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var membership = await db.Memberships.SingleOrDefaultAsync(m => m.Id == c.Id && m.EndedAt == null, ct) ?? throw new NotFound(nameof(Membership));
            if (membership.InvitationHash is null) throw new RuleViolation("membership.accepted");
            await Mail.Withdraw(db, Invitations.KeyOf(membership), "L’invitation est retirée.", ct);
            db.Remove(membership);
            var account = await db.Users.SingleAsync(a => a.Id == membership.AccountId, ct);
            if (account is { PasswordHash: null, IsOperator: false, PersonaNote: null } && await spaces.Count(account, ct) == 1 && !await db.Set<Passkey>().AnyAsync(p => p.AccountId == account.Id, ct))
                db.Remove(account);
            return Unit.Value;
        }
    }
}
