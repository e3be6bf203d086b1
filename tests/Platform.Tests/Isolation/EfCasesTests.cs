using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>The seven ways in which EF Core lets a query or a save pass beside its filters. Each ends with the space's own rows only,
/// or with a refusal; what only row-level security stops is besides banned from the modules (RequestTests).</summary>
public sealed class EfCasesTests : IAsyncLifetime
{
    private World world = null!;
    private List<Guid> theirs = null!;

    public async Task InitializeAsync()
    {
        world = await World.New(await App.OnPostgres());
        theirs = await world.Db(db => InTransaction(db, () => db.Memberships.Select(m => m.Id).ToListAsync()), world.Elsewhere);
        Assert.NotEmpty(theirs);
    }

    public async Task DisposeAsync() => Assert.Equal(theirs.Order(),
        (await Sql.Column<Guid>(world.App.Database.Superuser, "SELECT id FROM membership WHERE tenant_id = $1 AND name = 'Charlie'", world.Elsewhere.Id)).Order());

    [Fact]
    public async Task Bulk_updates_and_deletions_stay_in_the_space() => await world.Db(db => InTransaction(db, async () =>
    {
        Assert.Equal(0, await db.Memberships.Where(m => theirs.Contains(m.Id)).ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, "volé")));
        Assert.Equal(0, await db.Memberships.Where(m => theirs.Contains(m.Id)).ExecuteDeleteAsync());
        Assert.Equal(4, await db.Memberships.ExecuteUpdateAsync(s => s.SetProperty(m => m.Name, "ici")));
        return true;
    }));

    [Fact]
    public async Task A_bulk_update_cannot_move_a_row_to_another_space() => await world.Db(db => InTransaction(db, async () =>
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.Memberships.ExecuteUpdateAsync(s => s.SetProperty(m => m.TenantId, world.Elsewhere.Id)));
        Assert.Contains("row-level security", refused.GetBaseException().Message, StringComparison.Ordinal);
        return true;
    }));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_stub_with_another_spaces_identifier_changes_nothing(bool removed, bool claimsToBeOurs) => await world.Db(db => InTransaction(db, async () =>
    {
        var stub = (Membership)Activator.CreateInstance(typeof(Membership), nonPublic: true)!;
        db.Entry(stub).Property(nameof(Membership.Id)).CurrentValue = theirs[0];
        db.Entry(stub).Property(nameof(Membership.TenantId)).CurrentValue = claimsToBeOurs ? world.Space.Id : world.Elsewhere.Id;
        if (removed) db.Remove(stub);
        else
        {
            db.Attach(stub);
            db.Entry(stub).Property(nameof(Membership.Name)).CurrentValue = "volé";
        }
        // Ours by its word: no such row. Theirs by its word: the guard refuses.
        var error = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        Assert.IsType(claimsToBeOurs ? typeof(DbUpdateConcurrencyException) : typeof(InvalidOperationException), error);
        return true;
    }));

    [Fact]
    public async Task A_new_row_for_another_space_is_refused() => await world.Db(db => InTransaction(db, async () =>
    {
        var row = new Membership(world.Bob.AccountId, "volé", Roles.Administrator, DateTimeOffset.UnixEpoch);
        db.Add(row);
        db.Entry(row).Property(nameof(Membership.TenantId)).CurrentValue = world.Elsewhere.Id;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        return true;
    }));

    [Fact]
    public async Task Raw_sql_meets_row_level_security() => await world.Db(db => InTransaction(db, async () =>
    {
        await db.Memberships.AnyAsync();
        Assert.Equal([world.Space.Id], await db.Database.SqlQueryRaw<Guid>("SELECT DISTINCT tenant_id AS \"Value\" FROM membership").ToListAsync());
        Assert.Equal(0, await db.Database.ExecuteSqlRawAsync("DELETE FROM membership WHERE tenant_id = {0}", world.Elsewhere.Id));
        return true;
    }));

    [Fact]
    public async Task A_tracked_row_of_another_space_is_found_but_cannot_be_saved() => await world.Db(db => InTransaction(db, async () =>
    {
        Assert.Null(await db.Memberships.FindAsync(world.Elsewhere.Id, theirs[0]));
        var stub = (Membership)Activator.CreateInstance(typeof(Membership), nonPublic: true)!;
        db.Entry(stub).Property(nameof(Membership.Id)).CurrentValue = theirs[0];
        db.Entry(stub).Property(nameof(Membership.TenantId)).CurrentValue = world.Elsewhere.Id;
        db.Attach(stub);
        Assert.Same(stub, await db.Memberships.FindAsync(world.Elsewhere.Id, theirs[0]));
        stub.Grant(Roles.Administrator | Roles.Reader);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        return true;
    }));

    [Fact]
    public async Task Without_its_filters_a_query_still_meets_row_level_security() => await world.Db(db => InTransaction(db, async () =>
    {
        Assert.Equal([world.Space.Id], await db.Memberships.IgnoreQueryFilters().Select(m => m.TenantId).Distinct().ToListAsync());
        Assert.Equal([world.Space.Id], await db.Memberships.IgnoreQueryFilters([PlatformDb.TenantFilter]).Select(m => m.TenantId).Distinct().ToListAsync());
        return true;
    }));

    [Fact]
    public async Task A_context_from_the_pool_has_forgotten_the_space_before()
    {
        var (seen, again) = (new HashSet<object>(ReferenceEqualityComparer.Instance), false);
        // The pool gives them back in turn: as many as other tests may have left in it.
        for (var i = 0; i < 20 || (i < 1500 && !again); i++)
        {
            var space = i % 2 == 0 ? world.Space : world.Elsewhere;
            await world.Db(db => InTransaction(db, async () =>
            {
                again |= !seen.Add(db);
                Assert.Equal([space.Id], await db.Memberships.Select(m => m.TenantId).Distinct().ToListAsync());
                return true;
            }), space);
            await using var nowhere = world.App.Services.CreateAsyncScope();
            var empty = nowhere.ServiceProvider.GetRequiredService<PlatformDb>();
            Assert.Null(empty.TenantId);
            await InTransaction(empty, async () =>
            {
                Assert.Empty(await empty.Memberships.IgnoreQueryFilters().ToListAsync());
                empty.Add(new Membership(world.Bob.AccountId, "nulle part", Roles.Reader, DateTimeOffset.UnixEpoch));
                await Assert.ThrowsAsync<InvalidOperationException>(() => empty.SaveChangesAsync());
                return true;
            });
        }
        Assert.True(again, "No context was used twice: nothing was tested.");
    }

    private static async Task<T> InTransaction<T>(PlatformDb db, Func<Task<T>> work)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        return await work();
    }
}
