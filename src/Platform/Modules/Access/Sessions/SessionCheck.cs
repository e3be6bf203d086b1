using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Platform.Data;

namespace Platform.Modules.Access;

/// <summary>Whether a session is still open. Asked at every request, so an answer is kept half a minute: that is how long a session
/// ended on another node may still be used. The node that ends one forgets it at once.</summary>
internal sealed class SessionCheck(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30), SeenEvery = TimeSpan.FromMinutes(5);

    private readonly MemoryCache open = new(new MemoryCacheOptions { SizeLimit = 50_000 });

    public async ValueTask<bool> IsOpen(Guid session, Guid account, CancellationToken ct)
    {
        if (open.TryGetValue(session, out Guid known)) return known == account;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await db.Set<AccountSession>().SingleOrDefaultAsync(s => s.Id == session && s.AccountId == account, ct) is not { } row) return false;
        var now = clock.GetUtcNow();
        if (row.SeenAt < now - AccessSetup.SessionLasts) return false;
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

    public void Forget(Guid session) => open.Remove(session);

    public void Dispose() => open.Dispose();
}
