using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Platform.Data;

/// <summary>Brings the schema up to date as the owner role, then grants the application role what it needs and no more.</summary>
internal static class Migrator
{
    /// <returns>The migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> Run(IConfiguration configuration, CancellationToken ct)
    {
        await using var db = Open(configuration);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await db.Database.MigrateAsync(ct);
        if (db is PostgresDb) await Run(db, [.. Grants(db, AppRole(configuration)), .. Estimates(db)], ct);
        return pending;
    }

    /// <summary>A context of the owner role, outside the pool, for what the application role may not do.</summary>
    public static PlatformDb Open(IConfiguration configuration)
    {
        var owner = ConnectionStrings.Read(configuration, "Owner");
        if (DataSetup.ProviderOf(configuration) == DatabaseProvider.SqlServer)
        {
            DataSetup.RequireSqlServerRuntime();
            return new SqlServerDb(((DbContextOptionsBuilder<SqlServerDb>)DataSetup.SqlServer(new DbContextOptionsBuilder<SqlServerDb>(), owner)).Options);
        }
        return new PostgresDb(((DbContextOptionsBuilder<PostgresDb>)DataSetup.Postgres(new DbContextOptionsBuilder<PostgresDb>(),
            new NpgsqlDataSourceBuilder(owner).Build())).Options);
    }

    private static string AppRole(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder(ConnectionStrings.Read(configuration, "Platform")).Username is { Length: > 0 } role
            ? role
            : throw new SettingError("ConnectionStrings:Platform names no user.");

    private static IEnumerable<string> Grants(PlatformDb db, string role)
    {
        var app = "\"" + role.Replace("\"", "\"\"") + "\"";
        yield return $"GRANT USAGE ON SCHEMA public TO {app}";
        yield return $"GRANT SELECT ON migration_history TO {app}";
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Concat(ClockTables.Names))
        {
            yield return $"REVOKE ALL ON \"{table}\" FROM {app}";
            var rights = GlobalTables.ReadOnly.Contains(table) ? "SELECT"
                : GlobalTables.AppendOnly.Contains(table) ? "SELECT, INSERT"
                : "SELECT, INSERT, UPDATE, DELETE";
            yield return $"GRANT {rights} ON \"{table}\" TO {app}";
        }
    }

    // A prepared statement is planned for the average space. Beside ten thousand small ones that average is a handful of rows, and the plan made
    // for it reads the whole of a large space again and again: a search took 30 s. Told that spaces are few, the planner makes plans that
    // suit a large one and cost a small one nothing. Heard at the next ANALYZE (decision 0022).
    private static IEnumerable<string> Estimates(PlatformDb db) => db.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ITenantOwned)))
        .Select(e => e.GetTableName()!).Distinct().Select(table => $"ALTER TABLE \"{table}\" ALTER COLUMN tenant_id SET (n_distinct = {SpacesToPlanFor})");

    /// <summary>How many spaces the planner believes in.</summary>
    public const int SpacesToPlanFor = 50;

    private static async Task Run(PlatformDb db, IEnumerable<string> statements, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join(";\n", statements);
        await command.ExecuteNonQueryAsync(ct);
    }
}
