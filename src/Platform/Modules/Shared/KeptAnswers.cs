using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared;

/// <summary>Answers that members of a space ask for again before anything has changed there, kept in this process for as long: the number of the last
/// change comes with the membership, from the database, so that whoever has changed something sees it at once on every node. Only for pages that are
/// read; whoever acts reads anew.</summary>
internal sealed class KeptAnswers(KeptAnswers.Store store, Memberships memberships, CurrentTenant tenant, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>What is counted over many rows may be a little old when it is kept (<see cref="Lists.Tallies"/>): it must not stay.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="asked">The question, and whatever of the asker the answer depends on.</param>
    /// <param name="today">Most answers are other ones tomorrow.</param>
    /// <param name="weight">Kilobytes of memory, roughly: what a page of a list takes, unless it is said.</param>
    public async Task<T> Get<T>(object asked, DateOnly today, Func<Task<T>> read, int weight = 40) where T : class
    {
        if (memberships.Known is not { } member || http.HttpContext?.Request.Method != HttpMethods.Get) return await read();
        var key = (tenant.Id, tenant.Space.Version, today, typeof(T), JsonSerializer.Serialize(asked));
        var now = clock.GetUtcNow();
        if (store.Answers.TryGetValue(key, out Kept? kept) && kept!.Generation == member.Generation && now - kept.At < Longest) return (T)kept.Answer;
        var answer = await read();
        store.Answers.Set(key, new Kept(member.Generation, now, answer), new MemoryCacheEntryOptions { Size = weight, AbsoluteExpirationRelativeToNow = Longest });
        return answer;
    }

    private sealed record Kept(long Generation, DateTimeOffset At, object Answer);

    internal sealed class Store : IDisposable
    {
        // In kilobytes: three hundred pages of lists or eight hundred sheets, asked within half a minute.
        private const int Most = 13_000;

        // Looked through more often than usual: what is no more given must not fill a node that is busy.
        public MemoryCache Answers { get; } = new(new MemoryCacheOptions { SizeLimit = Most, ExpirationScanFrequency = Longest / 2 });

        public void Dispose() => Answers.Dispose();
    }
}
