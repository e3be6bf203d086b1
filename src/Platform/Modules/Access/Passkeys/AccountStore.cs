using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Identity's store, with passkeys in a table of plain columns instead of Identity's JSON: both engines index and read it
/// like any other.</summary>
internal sealed class AccountStore(PlatformDb db, IdentityErrorDescriber? describer = null) : UserOnlyStore<Account, PlatformDb, Guid>(db, describer)
{
    public override async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(passkey);
        var row = await Own(user, passkey.CredentialId, cancellationToken);
        // Known already: it has just been used.
        row?.Used(Context.Clock.GetUtcNow());
        if (row is null) Context.Add(row = new Passkey(user.Id, passkey.CredentialId, passkey.PublicKey, passkey.Name ?? "", passkey.CreatedAt));
        row.Report(passkey.SignCount, passkey.Transports ?? [], passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp);
    }

    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return [.. (await Context.Set<Passkey>().Where(p => p.AccountId == user.Id).OrderBy(p => p.AddedAt).ToListAsync(cancellationToken)).Select(Info)];
    }

    public override async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) => await (
        from p in Context.Set<Passkey>()
        where p.CredentialId == credentialId
        join a in Context.Users on p.AccountId equals a.Id
        select a).SingleOrDefaultAsync(cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await Own(user, credentialId, cancellationToken) is { } row ? Info(row) : null;
    }

    public override async Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await Own(user, credentialId, cancellationToken) is { } row) Context.Remove(row);
    }

    internal static async Task ForgetPasskeys(PlatformDb db, Guid accountId, CancellationToken ct) =>
        db.RemoveRange(await db.Set<Passkey>().Where(p => p.AccountId == accountId).ToListAsync(ct));

    private Task<Passkey?> Own(Account user, byte[] credentialId, CancellationToken ct) =>
        Context.Set<Passkey>().SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, ct);

    private static UserPasskeyInfo Info(Passkey p) => new(p.CredentialId, p.PublicKey, p.AddedAt, (uint)p.SignCount,
        p.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp, [], []) { Name = p.Name };
}
