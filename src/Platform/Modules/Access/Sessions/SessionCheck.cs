using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Whether a session is still open. Asked at every request, so an answer is kept five seconds: that is how long a session
/// ended on another node may still be used. The node that ends one forgets it at once.</summary>
internal sealed class SessionCheck(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5), SeenEvery = TimeSpan.FromMinutes(5);

    private readonly MemoryCache open = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public async ValueTask<bool> IsOpen(Guid session, Guid account, CancellationToken ct)
    {
        if (open.TryGetValue(session, out Guid known)) return known == account;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == session && s.AccountId == account, ct) is not { } row) return false;
        var now = clock.GetUtcNow();
        if (row.SeenAt < now - AccessSetup.SessionLasts || row.OpenedAt < now - AccessSetup.SessionEnds) return false;
        if (row.SeenAt < now - SeenEvery)
        {
            row.Seen(now);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }
        open.Set(session, account, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
        return true;
    }

    /// <summary>At once and by itself: of two requests that end the same session (a button pressed twice) both are right.</summary>
    public async Task End(Guid session, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == session, ct) is { } row) db.Remove(row);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The other one has just ended it.
        }
        Forget(session);
    }

    public void Forget(Guid session) => open.Remove(session);

    public void Dispose() => open.Dispose();
}
