using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

/// <summary>The signed-in account as its owner sees it, and its place in the space where they are.</summary>
public static class ReadMyAccount
{
    [AnyAccount]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Place">Null outside the spaces, and where the account has none.</param>
    public sealed record Answer(string Name, string Email, bool HasPassword, bool HasSecondStep, int RecoveryLeft, int Passkeys, IReadOnlyList<Session> Sessions, Place? Place);

    public sealed record Session(Guid Id, string Device, DateTimeOffset OpenedAt, DateTimeOffset SeenAt, bool IsMine);

    public sealed record Place(string Name, Roles Roles, StartPage StartPage, DateTimeOffset Since);

    internal sealed class Handler(PlatformDb db, CurrentUser me, CurrentTenant tenant, Sessions sessions, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == me.AccountId, ct) ?? throw new SignInRequired();
            var (alive, fresh) = (clock.GetUtcNow() - AccessSetup.SessionLasts, clock.GetUtcNow() - AccessSetup.SessionEnds);
            var open = await db.Set<AccountSession>().Where(s => s.AccountId == account.Id && s.SeenAt >= alive && s.OpenedAt >= fresh).OrderByDescending(s => s.SeenAt)
                .Select(s => new Session(s.Id, s.Device, s.OpenedAt, s.SeenAt, s.Id == sessions.Mine)).ToListAsync(ct);
            var place = tenant.IdOrNull is { } here
                ? await db.Memberships.Where(m => m.TenantId == here && m.AccountId == account.Id && m.EndedAt == null && m.InvitationHash == null)
                    .Select(m => new Place(m.Name, m.Roles, m.StartPage, m.Since)).SingleOrDefaultAsync(ct)
                : null;
            return new(account.Name, account.Email!, account.PasswordHash is not null, account.TotpKey is not null, account.RecoveryLeft,
                await db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id, ct), [.. open.OrderByDescending(s => s.IsMine)], place);
        }
    }
}
