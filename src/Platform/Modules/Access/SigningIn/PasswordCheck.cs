using Microsoft.AspNetCore.Identity;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Checks a password in the same time for every account, known or not, and counts what fails.</summary>
internal sealed class PasswordCheck(PlatformDb db, UserManager<Account> users)
{
    private const int Retries = 50;
    private static readonly Account Nobody = new("", "", default);
    private static readonly string NoPassword = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    // One hash is computed in every case: an account that is unknown, or that has no password, costs as much as another.
    public async Task<bool> IsRight(Account? account, string password)
    {
        if (account?.PasswordHash is not null) return await users.CheckPasswordAsync(account, password);
        users.PasswordHasher.VerifyHashedPassword(Nobody, NoPassword, password);
        return false;
    }

    /// <summary>Whoever holds the session gives the password once more, before what opens the account changes: a session left open, or stolen,
    /// does not suffice for that.</summary>
    public async Task<bool> Confirms(Account account, string? password, CancellationToken ct)
    {
        var right = await IsRight(account, password ?? "");
        if (await users.IsLockedOutAsync(account)) return false;
        if (!right) await CountFailure(account, ct);
        return right;
    }

    // Tries sent all at once overwrite each other's count: the one that loses counts again, or eight would be many more.
    public async Task CountFailure(Account account, CancellationToken ct)
    {
        for (var i = 0; i < Retries && !(await users.AccessFailedAsync(account)).Succeeded; i++)
            await db.Entry(account).ReloadAsync(ct);
    }
}
