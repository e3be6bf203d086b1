using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Ends an account for good when the space that erases its owner is the only one that it has ever opened: elsewhere, it is
/// another space's matter.</summary>
internal sealed class AccountErasure(PlatformDb db, SpacesOf spaces, Sessions sessions)
{
    /// <summary>Saved with what the caller changes.</summary>
    public async Task EraseUnlessElsewhere(Account account, CancellationToken ct)
    {
        if (await spaces.Count(account, ct) > 1) return;
        account.Erase();
        await sessions.EndAll(account.Id, null, ct);
        await AccountStore.ForgetPasskeys(db, account.Id, ct);
        await AccountLink.Forget(db, account.Id, null, ct);
    }
}
