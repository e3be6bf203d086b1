using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Opens a session with its cookie, and ends sessions.</summary>
internal sealed class Sessions(PlatformDb db, SignInManager<Account> signIn, CurrentUser me, IHttpContextAccessor http, SessionCheck check, TimeProvider clock)
{
    /// <summary>The session of this request, when somebody is signed in.</summary>
    public Guid? Mine => Guid.TryParse(http.HttpContext?.User.FindFirstValue(AccountSession.Claim), out var id) ? id : null;

    /// <param name="byKey">A passkey opened it: no code has to follow, in any space.</param>
    public async Task Open(Account account, bool remember, CancellationToken ct, bool byKey = false)
    {
        var now = clock.GetUtcNow();
        var request = http.HttpContext!.Request;
        // Whoever was signed in here is so no more: the cookie is written over.
        if (me.AccountId != account.Id) await EndMine(ct);
        else if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == Mine, ct) is { } before) End(before);
        // Cookies of those have expired.
        db.RemoveRange(await db.Set<AccountSession>().Where(s => s.AccountId == account.Id && (s.SeenAt < now - AccessSetup.SessionLasts || s.OpenedAt < now - AccessSetup.SessionEnds)).ToListAsync(ct));
        var session = new AccountSession(account.Id, Devices.Of(request.Headers.UserAgent), request.Host.Host, now);
        db.Add(session);
        await signIn.SignInWithClaimsAsync(account, new AuthenticationProperties { IsPersistent = remember }, Claims(session.Id, byKey));
        me.SignedInAs(account.Id, account.Name, byKey);
    }

    /// <summary>The same session under the account's new name, or now that a passkey has shown itself.</summary>
    public async Task Refresh(Account account, bool byKey = false)
    {
        if (http.HttpContext is null || Mine is not { } session) return;
        var ticket = await http.HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInWithClaimsAsync(account, new AuthenticationProperties { IsPersistent = ticket.Properties?.IsPersistent == true }, Claims(session, byKey || me.IsProven));
    }

    private static IEnumerable<Claim> Claims(Guid session, bool byKey) =>
        byKey ? [new(AccountSession.Claim, session.ToString()), new(AccountSession.KeyClaim, "1")] : [new(AccountSession.Claim, session.ToString())];

    /// <param name="but">The one that stays open.</param>
    public async Task EndAll(Guid accountId, Guid? but, CancellationToken ct)
    {
        foreach (var session in await db.Set<AccountSession>().Where(s => s.AccountId == accountId && s.Id != but).ToListAsync(ct)) End(session);
    }

    /// <summary>The session of this request, if there is one.</summary>
    public async Task EndMine(CancellationToken ct)
    {
        if (Mine is { } id) await check.End(id, ct);
    }

    public void End(AccountSession session)
    {
        db.Remove(session);
        check.Forget(session.Id);
    }
}
