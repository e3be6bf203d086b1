#pragma warning disable MA0048, CA1822, CA1062 // Wrong on purpose: each type breaks one rule.
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Tests.Architecture.Canaries;

public static class Silent
{
    public sealed record Query : IRequest<int>;
}

public static class Twice
{
    [AnyMember, Anonymous]
    public sealed record Query : IRequest<int>;
}

public static class Unknown
{
    [Needs("canary.unknown")]
    public sealed record Query : IRequest<int>;
}

public static class Orphan
{
    [AnyMember]
    public sealed record Query : IRequest<int>;
}

public static class Shown
{
    [AnyMember]
    public sealed record Query : IRequest<int>;

    public sealed class Handler : IRequestHandler<Query, int>
    {
        public Task<int> Handle(Query request, CancellationToken ct) => Task.FromResult(1);
    }
}

public static class Forged
{
    [AnyMember]
    public sealed record Command : ICommand
    {
        public Guid TenantId { get; init; }
    }
}

public sealed class Bypasses(DbContext db)
{
    public IQueryable<Membership> Unfiltered() => db.Set<Membership>().IgnoreQueryFilters();

    public Task<int> Moves() => db.Set<Membership>().ExecuteUpdateAsync(s => s.SetProperty(m => m.TenantId, Guid.Empty));

    public async Task<int> Removes()
    {
        await Task.Yield();
        return await db.Set<Membership>().ExecuteDeleteAsync();
    }

    public Func<Task<int>> Writes => () => db.Database.ExecuteSqlRawAsync("DELETE FROM membership");

    public IQueryable<int> Reads() => db.Database.SqlQueryRaw<int>("SELECT 1");
}
