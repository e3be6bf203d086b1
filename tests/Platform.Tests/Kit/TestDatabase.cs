using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Platform.Data;

namespace Platform.Tests.Kit;

/// <summary>A fresh database with the roles of production, gone when the run ends. infra/test gives the cluster; when a SQL Server
/// is named, the tests that do not speak of PostgreSQL itself run there.</summary>
public sealed class TestDatabase
{
    public const string PostgresVariable = "PLATFORM_TEST_POSTGRES", SqlServerVariable = "PLATFORM_TEST_SQLSERVER";

    private static readonly Lazy<Task<TestDatabase>> OnPostgres = new(() => NewPostgres());
    private static readonly Lazy<Task<TestDatabase>> OfRun = new(() => SqlServer is null ? OnPostgres.Value : NewSqlServer());

    private TestDatabase(DatabaseProvider provider, string superuser, string owner, string app) => (Provider, Superuser, Owner, App) = (provider, superuser, owner, app);

    /// <summary>The run's database, on the engine that the run is about.</summary>
    public static Task<TestDatabase> Get() => OfRun.Value;

    /// <summary>The run's PostgreSQL, for what only PostgreSQL has: row-level security, roles, the catalogue.</summary>
    public static Task<TestDatabase> Postgres() => OnPostgres.Value;

    public static string? SqlServer => Variable(SqlServerVariable);

    public DatabaseProvider Provider { get; }
    /// <summary>Connection strings of this database: the server's superuser, the schema's owner, the application.</summary>
    public string Superuser { get; }
    public string Owner { get; }
    public string App { get; }

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:Platform"] = App,
        ["ConnectionStrings:Owner"] = Owner,
        ["Database:Provider"] = Provider.ToString(),
        // Mails are rows that tests read; nothing is at the other end.
        ["Mail:Host"] = "mail.invalid",
        ["Mail:From"] = "nepasrepondre@localhost",
        // Nothing happens by itself while a test looks.
        ["Node:Role"] = "web",
        ["Site:Address"] = "https://localhost",
    };

    public IConfiguration Configuration() => new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();

    /// <summary>A database of one test's own.</summary>
    public static async Task<TestDatabase> NewPostgres()
    {
        var cluster = Variable(PostgresVariable) ?? throw new InvalidOperationException($"Set {PostgresVariable} to a superuser's connection string, or run infra/test.");
        var name = NewName();
        var (owner, app) = (name + "_owner", name + "_app");
        await Run(new NpgsqlConnection(cluster),
            $"CREATE ROLE {owner} LOGIN PASSWORD 'owner' NOSUPERUSER NOBYPASSRLS",
            $"CREATE ROLE {app} LOGIN PASSWORD 'app' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE",
            $"CREATE DATABASE {name} OWNER {owner}");
        AtTheEnd(async () =>
        {
            NpgsqlConnection.ClearAllPools();
            await Run(new NpgsqlConnection(cluster), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"DROP ROLE IF EXISTS {app}", $"DROP ROLE IF EXISTS {owner}");
        });
        return await Migrated(new(DatabaseProvider.Postgres, With(null, null), With(owner, "owner"), With(app, "app")));

        string With(string? user, string? password)
        {
            var settings = new NpgsqlConnectionStringBuilder(cluster) { Database = name, IncludeErrorDetail = true };
            if (user is not null) (settings.Username, settings.Password) = (user, password);
            // The whole of a space is looked at some thousand times, by one statement that takes longer to plan than to run.
            else (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (10, 2);
            return settings.ConnectionString;
        }
    }

    /// <summary>An empty database of a server of one's own.</summary>
    public static Task<TestDatabase> On(Cluster cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return Migrated(new(DatabaseProvider.Postgres, cluster.Superuser, cluster.Owner, cluster.App));
    }

    /// <summary>For hosts that must not reach any database.</summary>
    public static TestDatabase None { get; } = new(DatabaseProvider.Postgres, "Host=none.invalid", "Host=none.invalid", "Host=none.invalid;Username=none");

    // One login for all: SQL Server has no third wall here.
    private static async Task<TestDatabase> NewSqlServer()
    {
        var name = NewName();
        await Run(new SqlConnection(SqlServer), $"CREATE DATABASE {name}");
        // Readers that do not block writers, as PostgreSQL has them.
        await Run(new SqlConnection(SqlServer), $"ALTER DATABASE {name} SET READ_COMMITTED_SNAPSHOT ON");
        AtTheEnd(async () =>
        {
            SqlConnection.ClearAllPools();
            await Run(new SqlConnection(SqlServer), $"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE", $"DROP DATABASE {name}");
        });
        var connection = new SqlConnectionStringBuilder(SqlServer) { InitialCatalog = name }.ConnectionString;
        return await Migrated(new(DatabaseProvider.SqlServer, connection, connection, connection));
    }

    private static async Task<TestDatabase> Migrated(TestDatabase database)
    {
        await Migrator.Run(database.Configuration(), CancellationToken.None);
        return database;
    }

    private static string NewName() => $"test_{Guid.NewGuid():N}"[..20];

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static void AtTheEnd(Func<Task> work) => AppDomain.CurrentDomain.ProcessExit += (_, _) => work().GetAwaiter().GetResult();

    private static async Task Run(System.Data.Common.DbConnection connection, params string[] statements)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            foreach (var statement in statements)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = statement;
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
