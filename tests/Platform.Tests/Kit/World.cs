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
        var spaces = await MakeSpaces(app, kind);
        var world = new World(app, spaces[0], spaces[1]);
        // Hers is the first membership: the one that is tried.
        world.Alice = await world.Enrol("Alice", Roles.Administrator, world.Space);
        var others = await world.Enrol(world.Space, [("Fanny", Roles.Facilitator), ("Rémi", Roles.Referent), ("Bob", Roles.Reader)]);
        (world.Fanny, world.Remi, world.Bob) = (others[0], others[1], others[2]);
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

    public async Task<Person> Enrol(string name, Roles roles, Space space) => (await Enrol(space, [(name, roles)]))[0];

    // All at once, and without the manager's questions about names that nobody else can have: every test begins here.
    private async Task<List<Person>> Enrol(Space space, (string Name, Roles Roles)[] cast)
    {
        var accounts = await App.Services.GetRequiredService<TenantScopes>().RunOutside("test", async services =>
        {
            var (db, names) = (services.GetRequiredService<PlatformDb>(), services.GetRequiredService<ILookupNormalizer>());
            var created = cast.Select(c => new Account($"{c.Name.ToLowerInvariant().Replace('é', 'e')}.{Guid.NewGuid():N}@example.org", c.Name, App.Clock.GetUtcNow())).ToList();
            foreach (var account in created)
                (account.NormalizedEmail, account.NormalizedUserName, account.SecurityStamp) = (names.NormalizeEmail(account.Email), names.NormalizeName(account.UserName), Guid.NewGuid().ToString("N"));
            db.AddRange(created);
            await db.SaveChangesAsync();
            return created;
        });
        await Within(db =>
        {
            db.AddRange(accounts.Zip(cast, (account, c) => new Membership(account.Id, account.Name, c.Roles, App.Clock.GetUtcNow())));
            return Task.FromResult(true);
        }, space);
        return accounts.ConvertAll(a => new Person(this, a.Id, a.Name, a.Email!));
    }

    /// <summary>An address of the space's own.</summary>
    public async Task<string> Host(Space space)
    {
        ArgumentNullException.ThrowIfNull(space);
        var host = $"{space.Identifier}.example.org";
        await App.Services.GetRequiredService<TenantScopes>().RunOutside("test", async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            db.Add(new TenantHost(space.Id, host));
            return await db.SaveChangesAsync();
        });
        App.Services.GetRequiredService<SpaceDirectory>().Forget();
        return host;
    }

    private static async Task<List<Space>> MakeSpaces(App app, TenantKind kind)
    {
        var made = await app.Services.GetRequiredService<TenantScopes>().RunOutside("test", async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            var tenants = Enumerable.Range(0, 2).Select(_ => new Tenant($"t{Guid.NewGuid():N}"[..16], kind, "Espace d’essai", null, app.Clock.GetUtcNow())).ToList();
            // Open, so that what everybody may read is tried like the rest.
            tenants.ForEach(t => t.Publish(true, null, OpenLicence.Etalab));
            db.AddRange(tenants);
            await db.SaveChangesAsync();
            return tenants;
        });
        var (directory, spaces) = (app.Services.GetRequiredService<SpaceDirectory>(), new List<Space>());
        foreach (var tenant in made) spaces.Add((await directory.ById(tenant.Id, CancellationToken.None))!);
        return spaces;
    }
}
