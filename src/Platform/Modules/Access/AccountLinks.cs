using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Finds the link behind a secret, and counts the secrets that are none.</summary>
internal sealed class AccountLinks(PlatformDb db, Throttle throttle, TimeProvider clock)
{
    public async Task<AccountLink?> Find(LinkPurpose purpose, string? secret, CancellationToken ct)
    {
        if (await throttle.IsOver(Limits.Link, throttle.Caller, ct)) return null;
        if (await AccountLink.Find(db, purpose, secret, clock.GetUtcNow(), ct) is { } link) return link;
        await throttle.Count(Limits.Link, throttle.Caller, ct);
        return null;
    }
}
