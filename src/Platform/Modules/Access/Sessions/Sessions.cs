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

    public async Task Open(Account account, bool remember, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var request = http.HttpContext!.Request;
        // Cookies of those have expired.
        db.RemoveRange(await db.Set<AccountSession>().Where(s => s.AccountId == account.Id && s.SeenAt < now - AccessSetup.SessionLasts).ToListAsync(ct));
        var session = new AccountSession(account.Id, Devices.Of(request.Headers.UserAgent), request.Host.Host, now);
        db.Add(session);
        await signIn.SignInWithClaimsAsync(account, new AuthenticationProperties { IsPersistent = remember }, [new Claim(AccountSession.Claim, session.Id.ToString())]);
        me.SignedInAs(account.Id, account.Name);
    }

    /// <summary>The same session under the account's new name.</summary>
    public async Task Refresh(Account account)
    {
        if (http.HttpContext is null || Mine is not { } session) return;
        var ticket = await http.HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInWithClaimsAsync(account, new AuthenticationProperties { IsPersistent = ticket.Properties?.IsPersistent == true }, [new Claim(AccountSession.Claim, session.ToString())]);
    }

    /// <param name="but">The one that stays open.</param>
    public async Task EndAll(Guid accountId, Guid? but, CancellationToken ct)
    {
        foreach (var session in await db.Set<AccountSession>().Where(s => s.AccountId == accountId && s.Id != but).ToListAsync(ct)) End(session);
    }

    public void End(AccountSession session)
    {
        db.Remove(session);
        check.Forget(session.Id);
    }
}
