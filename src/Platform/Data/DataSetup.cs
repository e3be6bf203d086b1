using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Data;

public enum DatabaseProvider { Postgres, SqlServer }

internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = ProviderOf(configuration);
        string Connection() => ConnectionStrings.Read(configuration, "Platform");
        services.AddSingleton<TenantGuard>().AddSingleton<TenantInTransaction>().AddSingleton<SpaceChanges>();
        if (provider == DatabaseProvider.Postgres)
        {
            services.AddSingleton(_ => PostgresSource(Connection()));
            services.AddPooledDbContextFactory<PostgresDb>((s, o) => Common(Postgres(o, s.GetRequiredService<NpgsqlDataSource>())
                .AddInterceptors(s.GetRequiredService<TenantGuard>(), s.GetRequiredService<TenantInTransaction>(), s.GetRequiredService<SpaceChanges>())));
            services.AddScoped(s => Lease(s, s.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext()));
        }
        else
        {
            RequireSqlServerRuntime();
            services.AddPooledDbContextFactory<SqlServerDb>((s, o) => Common(SqlServer(o, Connection())
                .AddInterceptors(s.GetRequiredService<TenantGuard>(), s.GetRequiredService<SpaceChanges>())));
            services.AddScoped(s => Lease(s, s.GetRequiredService<IDbContextFactory<SqlServerDb>>().CreateDbContext()));
        }
        services.AddDataProtection().SetApplicationName("platform");
        services.AddSingleton<DataProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((o, keys) => o.XmlRepository = keys);
        return services;
    }

    /// <summary>For Quartz, which keeps a few connections of its own.</summary>
    public static string ClockConnection(IConfiguration configuration)
    {
        var connection = ConnectionStrings.Read(configuration, "Platform");
        return ProviderOf(configuration) == DatabaseProvider.Postgres ? new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 10 }.ConnectionString : connection;
    }

    public static DatabaseProvider ProviderOf(IConfiguration configuration) =>
        Enum.TryParse<DatabaseProvider>(configuration["Database:Provider"] ?? "Postgres", true, out var provider)
            ? provider
            : throw new SettingError("Database:Provider is Postgres or SqlServer.");

    public static DbContextOptionsBuilder Postgres(DbContextOptionsBuilder options, NpgsqlDataSource? source) =>
        (source is null ? options.UseNpgsql(History) : options.UseNpgsql(source, History))
            .ReplaceService<IMigrationsSqlGenerator, PostgresMigrationSql>();

    public static DbContextOptionsBuilder SqlServer(DbContextOptionsBuilder options, string? connection) =>
        options.UseSqlServer(connection, o => o.MigrationsHistoryTable("migration_history"))
            .ReplaceService<IMigrationsSqlGenerator, SqlServerMigrationSql>();

    public static void RequireSqlServerRuntime()
    {
#if !SQLSERVER_RUNTIME
        throw new SettingError("This build cannot talk to SQL Server: build with -p:SqlServerRuntime=true (see the README).");
#endif
    }

    private static void History(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder options) =>
        options.MigrationsHistoryTable("migration_history");

    private static NpgsqlDataSource PostgresSource(string connection)
    {
        // Npgsql's own builder says that it contains every word it knows, set or not.
        var said = new DbConnectionStringBuilder { ConnectionString = connection };
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!said.ContainsKey("Max Auto Prepare")) settings.MaxAutoPrepare = 200;
        // Every query is bound to a space by the head of an index, so the plan made once for all spaces is the one that each would get:
        // planning anew at each execution costs more than executing.
        if (!said.ContainsKey("Options")) settings.Options = "-c plan_cache_mode=force_generic_plan";
        // What a request sets is local to its transaction: nothing is left to reset.
        if (!said.ContainsKey("No Reset On Close")) settings.NoResetOnClose = true;
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    private static void Common(DbContextOptionsBuilder options) => options
        .ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));

    private static PlatformDb Lease(IServiceProvider services, PlatformDb db)
    {
        db.Bind(services.GetRequiredService<CurrentTenant>(), services.GetRequiredService<CurrentUser>(), services.GetRequiredService<TimeProvider>());
        return db;
    }
}

// Used by dotnet ef only: scaffolding a migration needs the model, not a database.
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(((DbContextOptionsBuilder<PostgresDb>)DataSetup.Postgres(new DbContextOptionsBuilder<PostgresDb>(), null)).Options);
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) => new(((DbContextOptionsBuilder<SqlServerDb>)DataSetup.SqlServer(new DbContextOptionsBuilder<SqlServerDb>(), null)).Options);
}
