using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>Row-level security alone: the queries have lost their filters.</summary>
public sealed class WithoutFiltersTests : OneWallTests
{
    protected override async Task<App> Host() => await Walls.WithoutFilters();

    [Fact]
    public async Task The_filters_are_really_gone()
    {
        var world = await World.New(await Host());
        Assert.True(await world.Db(db => Task.FromResult(db.Model.GetEntityTypes().All(e => e.GetDeclaredQueryFilters().Count == 0))));
    }
}

/// <summary>The filters alone: the database shows every row to whoever asks.</summary>
public sealed class WithoutRowSecurityTests : OneWallTests
{
    protected override async Task<App> Host() => await Walls.WithoutRowSecurity();

    [Fact]
    public async Task Row_level_security_is_really_gone()
    {
        var world = await World.New(await Host());
        Assert.True((await Sql.Column<long>(world.App.Database.App, "SELECT count(DISTINCT tenant_id) FROM membership"))[0] >= 2);
    }
}

public abstract class OneWallTests
{
    protected abstract Task<App> Host();

    public static TheoryData<string> All => [.. Matrix.Rows.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stranger_gets_what_the_matrix_says(string target)
    {
        var app = await Host();
        var (found, expected) = ((await Target.All(app)).Single(t => t.ToString() == target), Matrix.Rows[target]);
        var (seen, _) = await Attack.Try(app, found, strangersOnly: true);
        Assert.Equal((expected.Charlie, expected.Path, expected.Ids), (seen.Charlie, seen.Path, seen.Ids));
    }

    [Fact]
    public async Task Every_table_shows_a_space_its_own_rows_only()
    {
        var world = await World.New(await Host());
        var (here, there) = (await Sample.In(world, world.Space), await Sample.In(world, world.Elsewhere));
        await Tables.Each(world, (table, tenants) => Assert.Equal([here.Space.Id], tenants));
        await Tables.Each(world, (table, tenants) => Assert.Equal([there.Space.Id], tenants), world.Elsewhere);
    }
}

/// <summary>Proof that the two classes above can fail: with both walls down, the rows of other spaces are there.</summary>
public sealed class WithoutWallsTests
{
    [Fact]
    public async Task Canary_with_both_walls_down_other_spaces_rows_show()
    {
        var world = await World.New(await Walls.WithoutBoth());
        _ = (await Sample.In(world, world.Space), await Sample.In(world, world.Elsewhere));
        await Tables.Each(world, (table, tenants) => Assert.True(tenants.Count >= 2, table));
    }
}

internal static class Tables
{
    /// <summary>The spaces whose rows a query without any condition finds, for each entity of the model.</summary>
    public static async Task Each(World world, Action<string, List<Guid>> check, Space? space = null)
    {
        await world.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ITenantOwned))))
                check(entity.GetTableName()!, await (Task<List<Guid>>)Of.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!);
            return true;
        }, space);
    }

    private static readonly System.Reflection.MethodInfo Of = typeof(Tables).GetMethod(nameof(Tenants), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;

    private static Task<List<Guid>> Tenants<T>(PlatformDb db) where T : class, ITenantOwned => db.Set<T>().Select(r => r.TenantId).Distinct().ToListAsync();
}
