using Microsoft.Extensions.Caching.Memory;

namespace Platform.Modules.Shared.Lists;

/// <summary>Counts over a large list, kept for a moment: counting a hundred thousand rows by six facets costs a thousand times the page itself.
/// A list of up to <see cref="Keyset.Cap"/> rows is counted each time and is exact; a larger one may be <see cref="Fresh"/> old.
/// Kept by space, in this process only.</summary>
public sealed class Tallies(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30), Served = TimeSpan.FromMinutes(5);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 5_000 });

    /// <param name="what">Names what is counted and every choice that narrows it.</param>
    /// <param name="count">Counts, and says over how many rows.</param>
    public async Task<T> Get<T>(Guid space, string what, Func<Task<(T Tally, int Rows)>> count) where T : class
    {
        var key = (space, typeof(T), what);
        var now = clock.GetUtcNow();
        // While the first who finds it old counts again, the others are served the old one.
        if (cache.TryGetValue(key, out Kept<T>? kept) && (now - kept!.At < Fresh || (now - kept.At < Served && !kept.IsMineToRenew()))) return kept.Tally;
        try
        {
            var (tally, rows) = await count();
            if (rows > Keyset.Cap) cache.Set(key, new Kept<T>(tally, now), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Served });
            else cache.Remove(key);
            return tally;
        }
        catch
        {
            kept?.GiveBack();
            throw;
        }
    }

    public void Dispose() => cache.Dispose();

    private sealed class Kept<T>(T tally, DateTimeOffset at)
    {
        private int renewing;

        public T Tally => tally;
        public DateTimeOffset At => at;

        public bool IsMineToRenew() => Interlocked.Exchange(ref renewing, 1) == 0;

        public void GiveBack() => renewing = 0;
    }
}
