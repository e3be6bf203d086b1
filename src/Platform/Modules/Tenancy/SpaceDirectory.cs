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
        var row = await which(db.Tenants.AsNoTracking()).Select(t => new
        {
            t.Id, t.Identifier, t.Kind, t.Name, t.Acronym, t.TimeZone, t.Accent, HasLogo = t.Logo != null, t.Version,
            t.SenderName, t.Words, t.ModulesOff, t.State, t.IsDemonstration,
        }).SingleOrDefaultAsync(ct);
        if (row is null) return null;
        var space = new Space(row.Id, row.Identifier, row.Kind, row.Name, row.Acronym, TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone),
            row.Accent, row.HasLogo, row.Version, row.SenderName ?? row.Name, Vocabulary.FromJson(row.Words),
            row.ModulesOff.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), row.State, row.IsDemonstration);
        return cache.Set(key, space, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });
    }
}
