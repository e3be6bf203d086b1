using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Data;

namespace Platform.Tests.Kit;

/// <summary>The application as it runs in production, on this run's database, with a clock that tests may move.</summary>
public class App : WebApplicationFactory<Program>
{
    private static readonly Lazy<Task<App>> Shared = new(async () => Started(new App(await TestDatabase.Get())));
    private static readonly Lazy<Task<App>> SharedOnPostgres = new(async () =>
        TestDatabase.SqlServer is null ? await Shared.Value : Started(new App(await TestDatabase.Postgres())));

    private readonly TestDatabase database;

    protected App(TestDatabase database)
    {
        this.database = database;
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    public static Task<App> Get() => Shared.Value;

    /// <summary>The same, always on PostgreSQL: for what its row-level security does.</summary>
    public static Task<App> OnPostgres() => SharedOnPostgres.Value;

    public TestDatabase Database => database;

    public TestClock Clock { get; } = new();

    public ErrorLog Errors { get; } = new();

    /// <summary>Settings that a test's own host changes.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>Services that a test's own host changes.</summary>
    protected virtual void Change(IServiceCollection services) { }

    /// <summary>The application on a database of one test's own.</summary>
    public static App On(TestDatabase database) => Started(new App(database));

    /// <summary>A host is ready once its server exists: two tests must not start it at once.</summary>
    protected static T Started<T>(T app) where T : App
    {
        ArgumentNullException.ThrowIfNull(app);
        _ = app.Server;
        return app;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in database.Settings.Concat(Settings)) builder.UseSetting(key, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Errors);
            Change(services);
        });
    }
}

/// <summary>The machine's clock, plus what a test adds to it.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
