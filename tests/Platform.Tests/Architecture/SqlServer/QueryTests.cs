using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Architecture.SqlServer;

/// <summary>Every handler runs on the SQL Server provider in front of a server that only listens: what EF cannot translate fails here,
/// without a server. Whether the statements do what they should is for the suite on a real one (PLATFORM_TEST_SQLSERVER).</summary>
public sealed class QueryTests
{
    private static readonly Dictionary<Type, Type> Handlers = typeof(Program).Assembly.GetTypes().Where(t => !t.IsAbstract)
        .SelectMany(t => t.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => (Request: i.GetGenericArguments()[0], Contract: i)))
        .ToDictionary(h => h.Request, h => h.Contract);

    public static TheoryData<string> All => [.. Handlers.Keys.Select(r => r.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Its_queries_translate(string request)
    {
        var type = typeof(Program).Assembly.GetType(request)!;
        var statements = new List<string>();
        var unseen = new List<Exception>();
        var app = Host.Value;
        // With no row a handler stops early, with one it goes on; many say more of lists.
        foreach (var (rows, asMember) in new[] { (0, false), (1, false), (3, false), (1, true) })
            foreach (var sample in Samples.Of(type))
                statements.AddRange(await Run(app, Handlers[type], sample, rows, asMember, unseen));
        var reads = Handlers[type] is var contract && ((IEnumerable<Type>)typeof(Program).Assembly.GetTypes()).First(t => contract.IsAssignableFrom(t)) is var handler
            && handler.GetConstructors()[0].GetParameters().Any(p => p.ParameterType == typeof(PlatformDb));
        Assert.False(reads && statements.Count == 0 && !ReadsOtherwise.ContainsKey(request), $"{handler.FullName} takes the database, but no statement of its was seen: {unseen.FirstOrDefault()}");
    }

    /// <summary>Handlers that take the database and ask it nothing in these circumstances, and why.</summary>
    private static readonly Dictionary<string, string> ReadsOtherwise = new(StringComparer.Ordinal)
    {
        ["Platform.Modules.Reminders.Digests.SendDigests+Command"] = "On Saturdays and Sundays it asks nothing.",
        ["Platform.Modules.Reminders.Rules.EditRule+Preview"] = "An example stands in for the thing: nothing is read.",
        ["Platform.Modules.Reminders.Preferences.Choices+ByLink"] = "A link that the space did not sign asks the database nothing.",
        ["Platform.Modules.Reminders.Preferences.Choices+SaveByLink"] = "Same.",
        ["Platform.Modules.Reminders.Preferences.Choices+Unsubscribe"] = "Same.",
    };

    [Fact]
    public async Task Canary_what_cannot_be_translated_is_seen()
    {
        await using var scope = Scope(Host.Value, new FakeConnection(1));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var error = await Record.ExceptionAsync(() => db.Memberships.Where(m => Odd(m.Name)).ToListAsync());
        Assert.True(IsUntranslated(error!));
    }

    [Fact]
    public async Task Canary_the_statements_are_those_of_sql_server()
    {
        var connection = new FakeConnection(1);
        await using var scope = Scope(Host.Value, connection);
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().Memberships.Where(m => m.Name == "x").Take(3).ToListAsync();
        Assert.Contains("SELECT TOP(", Assert.Single(connection.Statements), StringComparison.Ordinal);
        Assert.Contains("[membership]", connection.Statements[0], StringComparison.Ordinal);
    }

    private static bool Odd(string name) => name.Length % 2 == 1;

    private static async Task<List<string>> Run(Listening app, Type contract, object request, int rows, bool asMember, List<Exception> unseen)
    {
        var connection = new FakeConnection(rows);
        await using var scope = Scope(app, connection, asMember);
        // The pipeline has read the member before any handler runs.
        if (asMember) await scope.ServiceProvider.GetRequiredService<Memberships>().Current(CancellationToken.None);
        connection.Statements.Clear();
        try
        {
            var handler = scope.ServiceProvider.GetRequiredService(contract);
            await (Task)contract.GetMethod("Handle")!.Invoke(handler, [request, CancellationToken.None])!;
            await scope.ServiceProvider.GetRequiredService<PlatformDb>().SaveChangesAsync();
        }
        catch (Exception error)
        {
            // Rows of default values break rules of the domain; only the translation is judged here.
            Assert.False(IsUntranslated(error), $"{request}: {error.GetBaseException().Message}");
            if (connection.Statements.Count == 0) unseen.Add(error.GetBaseException());
        }
        return connection.Statements;
    }

    private static bool IsUntranslated(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
            if (e is NotSupportedException || Sayings.Any(s => e.Message.Contains(s, StringComparison.OrdinalIgnoreCase)))
                return true;
        return false;
    }

    private static readonly string[] Sayings = ["translat", "not supported", "client projection", "unable to"];

    private static AsyncServiceScope Scope(Listening app, FakeConnection connection, bool asMember = false)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Wire>().Connection = connection;
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter((Space)Samples.Make(typeof(Space), full: true));
        if (asMember) scope.ServiceProvider.GetRequiredService<CurrentUser>().SignedInAs(Guid.CreateVersion7(), "essai");
        else scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem("test");
        return scope;
    }

    private static readonly Lazy<Listening> Host = new(() => new Listening());

    private sealed class Wire
    {
        public FakeConnection Connection { get; set; } = new(0);
    }

    /// <summary>The application with the SQL Server context in place of PostgreSQL's.</summary>
    private sealed class Listening() : App(TestDatabase.None)
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Demo:Enabled"] = "true" };

        protected override void Change(IServiceCollection services)
        {
            services.AddScoped<Wire>();
            services.RemoveAll<PlatformDb>();
            services.AddScoped<PlatformDb>(s =>
            {
                var options = new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer(s.GetRequiredService<Wire>().Connection).AddInterceptors(s.GetRequiredService<TenantGuard>());
                var db = new SqlServerDb(options.Options);
                db.Bind(s.GetRequiredService<CurrentTenant>(), s.GetRequiredService<CurrentUser>(), s.GetRequiredService<TimeProvider>());
                return db;
            });
        }
    }
}
