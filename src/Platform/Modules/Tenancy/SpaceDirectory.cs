using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Platform.Data;

namespace Platform.Modules.Tenancy;

/// <summary>Finds a space by host or identifier. Known spaces are kept a few seconds, so that another node's change
/// (a suspension for instance) is seen soon; the node that makes the change calls <see cref="Forget"/>.</summary>
public sealed class SpaceDirectory(IServiceScopeFactory scopes) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    // Unknown names are not kept: they are unbounded and cost one indexed look-up.
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private int anyHost = -1;

    public Task<Space?> ByIdentifier(string identifier, CancellationToken ct) =>
        Tenant.IsIdentifier(identifier) ? Find("/" + identifier, t => t.Where(x => x.Identifier == identifier), ct) : Task.FromResult<Space?>(null);

    public Task<Space?> ById(Guid id, CancellationToken ct) => Find(id.ToString(), t => t.Where(x => x.Id == id), ct);

    public async Task<Space?> ByHost(string host, CancellationToken ct)
    {
        host = host.ToLowerInvariant();
        if (anyHost < 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            anyHost = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Set<TenantHost>().AnyAsync(ct) ? 1 : 0;
        }
        return anyHost == 0 ? null : await Find("//" + host, t => t.Where(x => x.Hosts.Any(h => h.Host == host)), ct);
    }

    public void Forget()
    {
        cache.Clear();
        anyHost = -1;
    }

    public void Dispose() => cache.Dispose();

    private async Task<Space?> Find(string key, Func<IQueryable<Tenant>, IQueryable<Tenant>> which, CancellationToken ct)
    {
        if (cache.TryGetValue(key, out Space? known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var space = await which(db.Tenants.AsNoTracking()).Select(Shape).SingleOrDefaultAsync(ct);
        return space is null ? null : cache.Set(key, space, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
    }

    /// <summary>The space as requests see it, without loading its logo.</summary>
    internal static readonly Expression<Func<Tenant, Space>> Shape = t => new Space(t.Id, t.Identifier, t.Kind, t.Name, t.Acronym,
        TimeZoneInfo.FindSystemTimeZoneById(t.TimeZone), t.Accent, t.Logo != null, t.Version, t.SenderName ?? t.Name, Vocabulary.FromJson(t.Words),
        t.ModulesOff.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), t.State, t.IsDemonstration)
    {
        HasRoadmap = t.HasRoadmap, ReplyTo = t.ReplyTo, DigestHour = t.DigestHour, ReminderHour = t.ReminderHour, LinkDays = t.LinkDays, GuestMonths = t.GuestMonths, NeedsSecondStep = t.NeedsSecondStep && !t.IsDemonstration, DataLicence = t.DataLicence, LogoType = t.LogoType, Host = t.Hosts.OrderBy(h => h.Host).Select(h => h.Host).FirstOrDefault(),
    };
}
