using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Platform.Tests.Kit;

/// <summary>The application as it runs in production, on this run's database, with a clock that tests may move.</summary>
public class App : WebApplicationFactory<Program>
{
    private static readonly Lazy<Task<App>> Shared = new(async () =>
    {
        var app = new App(await TestDatabase.Get());
        _ = app.Server;
        return app;
    });

    private readonly TestDatabase database;

    protected App(TestDatabase database)
    {
        this.database = database;
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    public static Task<App> Get() => Shared.Value;

    public TestDatabase Database => database;

    public TestClock Clock { get; } = new();

    /// <summary>Settings that a test's own host changes.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("ConnectionStrings:Platform", database.App);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in Settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

/// <summary>The machine's clock, plus what a test adds to it.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
