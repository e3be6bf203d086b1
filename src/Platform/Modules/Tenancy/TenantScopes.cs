using Platform.Modules.Access;

namespace Platform.Modules.Tenancy;

/// <summary>Opens a scope in which the platform itself acts: jobs, the command line, the demonstration.</summary>
public sealed class TenantScopes(IServiceScopeFactory scopes, SpaceDirectory spaces)
{
    /// <param name="reason">Why the platform acts; it stands in the audit of what is changed.</param>
    public async Task<T> Run<T>(Guid tenantId, string reason, Func<IServiceProvider, Task<T>> work, CancellationToken ct = default)
    {
        var space = await spaces.ById(tenantId, ct) ?? throw new InvalidOperationException($"No space {tenantId}.");
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(space);
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem(reason);
        return await work(scope.ServiceProvider);
    }

    public Task Run(Guid tenantId, string reason, Func<IServiceProvider, Task> work, CancellationToken ct = default) =>
        Run(tenantId, reason, async services => { await work(services); return true; }, ct);

    /// <summary>A scope of the platform without a space: global tables only.</summary>
    public async Task<T> RunOutside<T>(string reason, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem(reason);
        return await work(scope.ServiceProvider);
    }
}
