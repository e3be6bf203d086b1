using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Platform.Data;

namespace Platform.Tests.Kit;

/// <summary>One fresh database per test run, with the two roles of production. infra/test gives the cluster.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    public const string SqlServerVariable = "PLATFORM_TEST_SQLSERVER";

    private static readonly Lazy<Task<TestDatabase>> Shared = new(async () =>
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        return database;
    });

    public static Task<TestDatabase> Get() => Shared.Value;

    public static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } value ? value : null;

    /// <summary>Connection string of the cluster's superuser, this run's database.</summary>
    public string Superuser { get; private set; } = "";
    public string Owner { get; private set; } = "";
    public string App { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var cluster = Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES")
            ?? throw new InvalidOperationException("Set PLATFORM_TEST_POSTGRES to a superuser's connection string, or run infra/test.");
        var name = $"test_{Guid.NewGuid():N}"[..20];
        var (owner, app) = (name + "_owner", name + "_app");
        await using (var connection = new NpgsqlConnection(cluster))
        {
            await connection.OpenAsync();
            foreach (var sql in new[]
            {
                $"CREATE ROLE {owner} LOGIN PASSWORD 'owner' NOSUPERUSER NOBYPASSRLS",
                $"CREATE ROLE {app} LOGIN PASSWORD 'app' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE",
                $"CREATE DATABASE {name} OWNER {owner}",
            })
                await new NpgsqlCommand(sql, connection).ExecuteNonQueryAsync();
        }
        Superuser = With(cluster, name, null, null);
        Owner = With(cluster, name, owner, "owner");
        App = With(cluster, name, app, "app");
        await Migrator.Run(Configuration(), CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["ConnectionStrings:Platform"] = App,
        ["ConnectionStrings:Owner"] = Owner,
        ["Database:Provider"] = nameof(DatabaseProvider.Postgres),
    }).Build();

    private static string With(string cluster, string database, string? user, string? password)
    {
        var settings = new NpgsqlConnectionStringBuilder(cluster) { Database = database, IncludeErrorDetail = true };
        if (user is not null) (settings.Username, settings.Password) = (user, password);
        return settings.ConnectionString;
    }
}
