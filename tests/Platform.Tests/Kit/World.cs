using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Kit;

/// <summary>A space of the test's own with a fixed cast: Alice administers, Fanny facilitates, Rémi is a referent, Bob only reads,
/// Charlie administers another space. Nothing is reset between tests: a bleed from one to another is a bug found.</summary>
public sealed class World
{
    private World(App app, Space space, Space elsewhere) => (App, Space, Elsewhere) = (app, space, elsewhere);

    public App App { get; }
    public Space Space { get; }
    public Space Elsewhere { get; }
    public Person Alice { get; private set; } = null!;
    public Person Fanny { get; private set; } = null!;
    public Person Remi { get; private set; } = null!;
    public Person Bob { get; private set; } = null!;
    public Person Charlie { get; private set; } = null!;
    public Person Nobody { get; private set; } = null!;

    public static async Task<World> New(App? app = null, TenantKind kind = TenantKind.Alliance)
    {
        app ??= await Kit.App.Get();
        var world = new World(app, await MakeSpace(app, kind), await MakeSpace(app, kind));
        world.Alice = await world.Enrol("Alice", Roles.Administrator, world.Space);
        world.Fanny = await world.Enrol("Fanny", Roles.Facilitator, world.Space);
        world.Remi = await world.Enrol("Rémi", Roles.Referent, world.Space);
        world.Bob = await world.Enrol("Bob", Roles.Reader, world.Space);
        world.Charlie = await world.Enrol("Charlie", Roles.Administrator, world.Elsewhere);
        world.Nobody = new Person(world, null, "", "");
        return world;
    }

    /// <summary>Runs in a scope of the platform inside the space, as jobs do.</summary>
    public Task<T> InSpace<T>(Func<IServiceProvider, Task<T>> work, Space? space = null) =>
        App.Services.GetRequiredService<TenantScopes>().Run((space ?? Space).Id, "test", work);

    public Task<T> Db<T>(Func<PlatformDb, Task<T>> work, Space? space = null) =>
        InSpace(s => work(s.GetRequiredService<PlatformDb>()), space);

    /// <summary>Same in a transaction, without which row-level security shows nothing; what is changed is saved.</summary>
    public Task<T> Within<T>(Func<PlatformDb, Task<T>> work, Space? space = null) => Db(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await work(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }, space);

    /// <summary>A request sent as the platform, past permissions: to arrange what a test needs.</summary>
    public Task<T> Given<T>(IRequest<T> request, Space? space = null) =>
        InSpace(s => s.GetRequiredService<IMediator>().Send(request), space);

    public async Task<Person> Enrol(string name, Roles roles, Space space)
    {
        var email = $"{name.ToLowerInvariant().Replace('é', 'e')}.{Guid.NewGuid():N}@example.org";
        var account = await App.Services.GetRequiredService<TenantScopes>().RunOutside("test", async services =>
        {
            var created = new Account(email, name, App.Clock.GetUtcNow());
            var result = await services.GetRequiredService<UserManager<Account>>().CreateAsync(created);
            Assert.True(result.Succeeded, string.Join(" ", result.Errors.Select(e => e.Description)));
            return created;
        });
        await Within(db => Task.FromResult(db.Add(new Membership(account.Id, name, roles, App.Clock.GetUtcNow()))), space);
        return new Person(this, account.Id, name, email);
    }

    private static async Task<Space> MakeSpace(App app, TenantKind kind)
    {
        var id = await app.Services.GetRequiredService<TenantScopes>().RunOutside("test", async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            var tenant = new Tenant($"t{Guid.NewGuid():N}"[..16], kind, "Espace d’essai", null, app.Clock.GetUtcNow());
            // Open, so that what everybody may read is tried like the rest.
            tenant.Publish(true, null, OpenLicence.Etalab);
            db.Add(tenant);
            await db.SaveChangesAsync();
            return tenant.Id;
        });
        return (await app.Services.GetRequiredService<SpaceDirectory>().ById(id, CancellationToken.None))!;
    }
}
