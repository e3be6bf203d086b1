using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Journeys;

/// <summary>The built application with its demonstration, as infra/run serves it, and a real browser in front of it.</summary>
public sealed class Stage : IAsyncLifetime
{
    private Node node = null!;
    private App? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Uri Address => node.Address;
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>The same database, asked without a browser.</summary>
    public App App => app ??= App.On(Database);

    public async Task InitializeAsync()
    {
        if (JourneyFactAttribute.Chromium is not { } chromium) return;
        Database = await TestDatabase.NewPostgres();
        await Node.Run(Settings, "reference", "import");
        await Node.Run(Settings, "seed", "demo");
        Spaces = [.. (await Node.Run(Settings, "tenant", "list")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0])];
        node = await Node.Start(Settings, "Development");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Environment.UserName == "root" ? ["--no-sandbox"] : [] });
    }

    private Dictionary<string, string?> Settings => new(Database.Settings, StringComparer.Ordinal) { ["Demo:Enabled"] = "true" };

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        if (node is not null) await node.DisposeAsync();
    }

    /// <summary>The spaces of the demonstration.</summary>
    public IReadOnlyList<string> Spaces { get; private set; } = [];

    public async Task<Space> Space(string identifier) => (await App.Services.GetRequiredService<SpaceDirectory>().ByIdentifier(identifier, CancellationToken.None))!;

    /// <summary>Somebody sits down in front of a fresh browser.</summary>
    public async Task<Visitor> Arrives(int width = 1280, int height = 800)
    {
        var context = await browser!.NewContextAsync(new() { BaseURL = Address.ToString(), ViewportSize = new() { Width = width, Height = height }, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(20_000);
        return await Visitor.In(context);
    }

    /// <summary>Runs a command of the command line on this database.</summary>
    public Task<string> Command(params string[] command) => Node.Run(Settings, command);
}

[CollectionDefinition(Name)]
public sealed class StageCollection : ICollectionFixture<Stage>
{
    public const string Name = "journeys";
}

/// <summary>Needs a real browser; says so when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JourneyFactAttribute : FactAttribute
{
    public JourneyFactAttribute() => Skip = Reason;

    public static string? Chromium { get; } = new[] { Environment.GetEnvironmentVariable("PLATFORM_TEST_CHROMIUM"), "/usr/bin/chromium" }
        .FirstOrDefault(p => !string.IsNullOrEmpty(p) && File.Exists(p));

    public static string? Reason => Chromium is null ? "No Chromium: set PLATFORM_TEST_CHROMIUM to its path." : null;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class JourneyTheoryAttribute : TheoryAttribute
{
    public JourneyTheoryAttribute() => Skip = JourneyFactAttribute.Reason;
}
