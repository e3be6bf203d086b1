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
        if (db is PostgresDb) await Grant(db, AppRole(configuration), ct);
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

    private static async Task Grant(PlatformDb db, string role, CancellationToken ct)
    {
        var app = "\"" + role.Replace("\"", "\"\"") + "\"";
        var statements = new List<string> { $"GRANT USAGE ON SCHEMA public TO {app}", $"GRANT SELECT ON migration_history TO {app}" };
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Concat(ClockTables.Names))
        {
            statements.Add($"REVOKE ALL ON \"{table}\" FROM {app}");
            var rights = GlobalTables.ReadOnly.Contains(table) ? "SELECT"
                : GlobalTables.AppendOnly.Contains(table) ? "SELECT, INSERT"
                : "SELECT, INSERT, UPDATE, DELETE";
            statements.Add($"GRANT {rights} ON \"{table}\" TO {app}");
        }
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Join(";\n", statements);
        await command.ExecuteNonQueryAsync(ct);
    }
}
