using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Data;

/// <summary>How often something was tried in the current window. The key is a digest: the table tells nobody's address.</summary>
public sealed class ThrottleCount : IGlobal
{
    private ThrottleCount() { }

    internal ThrottleCount(string key, DateTimeOffset now) => (Key, Since, Count) = (key, now, 1);

    public string Key { get; private set; } = "";
    public DateTimeOffset Since { get; private set; }
    public int Count { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<ThrottleCount>
    {
        public void Configure(EntityTypeBuilder<ThrottleCount> b)
        {
            b.HasKey(t => t.Key);
            b.Property(t => t.Key).HasMaxLength(64).UseCollation(PlatformDb.Byte);
            b.HasIndex(t => t.Since);
        }
    }
}

/// <summary>A limit on what may be tried from one place, or against one account.</summary>
internal sealed record Limit(string Name, int Most, TimeSpan Within);

/// <summary>Counters in the database: they hold whatever the number of nodes and of restarts. Each count is a transaction of its own,
/// so that what is tried counts even when the rest is rolled back.</summary>
internal sealed class Throttle(IServiceScopeFactory scopes, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The caller's address; of IPv6, the network that one subscriber holds. Null: unknown, and nothing is counted.</summary>
    public string? Caller
    {
        get
        {
            if (http.HttpContext?.Connection.RemoteIpAddress is not { } address) return null;
            if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
            return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString() : address.ToString();
        }
    }

    public async Task<bool> IsOver(Limit limit, string? subject, CancellationToken ct)
    {
        if (subject is null) return false;
        var (key, from) = (Key(limit, subject), clock.GetUtcNow() - limit.Within);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<ThrottleCount>().AnyAsync(t => t.Key == key && t.Since >= from && t.Count >= limit.Most, ct);
    }

    public async Task Count(Limit limit, string? subject, CancellationToken ct)
    {
        if (subject is null) return;
        var (key, now) = (Key(limit, subject), clock.GetUtcNow());
        var from = now - limit.Within;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await Add() > 0) return;
        var old = now - Kept;
        await db.Set<ThrottleCount>().Where(t => t.Since < old).ExecuteDeleteAsync(ct);
        db.Add(new ThrottleCount(key, now));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another request has just made the row.
            db.ChangeTracker.Clear();
            await Add();
        }

        // One statement: two requests at once are two.
        Task<int> Add() => db.Set<ThrottleCount>().Where(t => t.Key == key).ExecuteUpdateAsync(u => u
            .SetProperty(t => t.Count, t => t.Since < from ? 1 : t.Count + 1)
            .SetProperty(t => t.Since, t => t.Since < from ? now : t.Since), ct);
    }

    private static string Key(Limit limit, string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{limit.Name}\n{subject.ToUpperInvariant()}")));
}
