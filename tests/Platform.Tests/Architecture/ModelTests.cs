using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Data;
using Platform.Modules.Access;

namespace Platform.Tests.Architecture;

/// <summary>The model of both engines: whose each row is, what keys begin with, what types the columns have.</summary>
public sealed class ModelTests
{
    private static readonly Lazy<IModel> Postgres = new(() => DesignModel(new PostgresDesign()));
    private static readonly Lazy<IModel> SqlServer = new(() => DesignModel(new SqlServerDesign()));
    private static readonly Lazy<IModel> Canary = new(() => DesignModel(new Canaries.CanaryDb(DataSetup.Postgres)));
    private static readonly Lazy<IModel> SqlServerCanary = new(() => DesignModel(new Canaries.CanaryDb((o, _) => DataSetup.SqlServer(o, null))));

    [Fact]
    public void Every_entity_is_a_spaces_or_global_with_a_reason() =>
        // Quartz's tables are no entities.
        Rule.Holds(Ownership(Postgres.Value, GlobalTables.Reasons.Where(r => !ClockTables.Names.Contains(r.Key)).ToDictionary()));

    [Theory]
    [InlineData("stray: neither a space's nor in GlobalTables")]
    [InlineData("unfiltered: no filter named tenant")]
    [InlineData("gone: in GlobalTables but not in the model")]
    [InlineData("loose: primary key is not (TenantId, Id)")]
    [InlineData("explained: no reason")]
    public void Canary_ownership(string said) =>
        Assert.Contains(said, Ownership(Canary.Value, new Dictionary<string, string> { ["gone"] = "It was here.", ["explained"] = " " }));

    [Fact]
    public void Every_key_between_rows_of_a_space_begins_with_the_space() => Rule.Holds(Keys(Postgres.Value).Concat(Keys(SqlServer.Value)));

    [Theory]
    [InlineData("loose: unique index (Name)")]
    [InlineData("loose: foreign key (ParentId)")]
    [InlineData("loose: alternate key (Code)")]
    public void Canary_keys(string said) => Assert.Contains(said, Keys(Canary.Value));

    [Fact]
    public void Columns_have_types_that_both_engines_and_row_level_security_know() => Rule.Holds(Types(Postgres.Value));

    [Theory]
    [InlineData("loose.Tags: text[]")]
    [InlineData("loose.Json: jsonb")]
    [InlineData("loose.Mood: mood")]
    public void Canary_types(string said) => Assert.Contains(said, Types(Canary.Value));

    [Fact]
    public void SqlServer_would_accept_the_model() => Rule.Holds(Refusals(SqlServer.Value));

    [Theory]
    [InlineData("1785: several cascade paths from ancestor to loose")]
    [InlineData("1919: loose (Long) indexes nvarchar(max)")]
    [InlineData("1919: loose (Wide) has a key of 4000 bytes")]
    [InlineData("334: audit_entry has triggers that the model does not know")]
    public void Canary_refusals(string said) => Assert.Contains(said, Refusals(SqlServerCanary.Value));

    [Fact]
    public void The_model_equals_the_migrations_on_both_engines()
    {
        using PlatformDb postgres = new PostgresDesign().CreateDbContext([]), sqlServer = new SqlServerDesign().CreateDbContext([]);
        Assert.NotEmpty(postgres.Database.GetMigrations());
        Assert.NotEmpty(sqlServer.Database.GetMigrations());
        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgreSQL: run infra/dev/remigrate.");
        Assert.False(sqlServer.Database.HasPendingModelChanges(), "SQL Server: run infra/dev/remigrate.");
    }

    [Fact]
    public void Canary_a_model_without_its_migration()
    {
        using var db = new Canaries.CanaryDb(DataSetup.Postgres);
        Assert.True(db.Database.HasPendingModelChanges());
    }

    private static IModel DesignModel<T>(IDesignTimeDbContextFactory<T> factory) where T : PlatformDb
    {
        using var db = factory.CreateDbContext([]);
        return DesignModel(db);
    }

    private static IModel DesignModel(DbContext db) => db.GetService<IDesignTimeModel>().Model;

    private static List<string> Ownership(IModel model, IReadOnlyDictionary<string, string> global)
    {
        var violations = new List<string>();
        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            if (!entity.ClrType.IsAssignableTo(typeof(ITenantOwned)))
            {
                if (!global.ContainsKey(table)) violations.Add($"{table}: neither a space's nor in GlobalTables");
                continue;
            }
            if (global.ContainsKey(table)) violations.Add($"{table}: a space's and in GlobalTables");
            if (entity.FindDeclaredQueryFilter(PlatformDb.TenantFilter) is null) violations.Add($"{table}: no filter named {PlatformDb.TenantFilter}");
            // What is looked up by its own words only (search terms, series) has no Id; Keys() sees that it begins with the space all the same.
            if (entity.ClrType.IsAssignableTo(typeof(TenantOwned)) && entity.FindPrimaryKey()?.Properties.Select(p => p.Name).SequenceEqual([nameof(TenantOwned.TenantId), nameof(TenantOwned.Id)]) != true)
                violations.Add($"{table}: primary key is not (TenantId, Id)");
        }
        var tables = model.GetEntityTypes().Select(e => e.GetTableName()!).ToHashSet();
        violations.AddRange(global.Keys.Except(tables).Select(t => $"{t}: in GlobalTables but not in the model"));
        violations.AddRange(global.Where(g => string.IsNullOrWhiteSpace(g.Value)).Select(g => $"{g.Key}: no reason"));
        return violations;
    }

    private static List<string> Keys(IModel model)
    {
        var violations = new List<string>();
        foreach (var entity in model.GetEntityTypes().Where(IsOwned))
        {
            var table = entity.GetTableName();
            violations.AddRange(entity.GetIndexes().Where(i => i.IsUnique && !Leads(i.Properties)).Select(i => $"{table}: unique index {Show(i.Properties)}"));
            violations.AddRange(entity.GetKeys().Where(k => !Leads(k.Properties)).Select(k => $"{table}: {(k.IsPrimaryKey() ? "primary" : "alternate")} key {Show(k.Properties)}"));
            violations.AddRange(entity.GetForeignKeys().Where(f => IsOwned(f.PrincipalEntityType) && !(Leads(f.Properties) && Leads(f.PrincipalKey.Properties)))
                .Select(f => $"{table}: foreign key {Show(f.Properties)}"));
        }
        return violations;

        static bool IsOwned(IReadOnlyEntityType entity) => entity.ClrType.IsAssignableTo(typeof(ITenantOwned));
        static bool Leads(IReadOnlyList<IReadOnlyProperty> properties) => properties[0].Name == nameof(ITenantOwned.TenantId);
    }

    // Equality and order on these are LEAKPROOF in PostgreSQL (numeric is not, but nothing is looked up by it): policies keep their indexes.
    private static List<string> Types(IModel model) => [.. model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => (e, p)))
        .Where(x => x.p.GetColumnType().Split('(')[0] is not ("uuid" or "text" or "character varying" or "smallint" or "integer" or "bigint" or "boolean"
            or "numeric" or "double precision" or "date" or "timestamp with time zone" or "bytea"))
        .Select(x => $"{x.e.GetTableName()}.{x.p.Name}: {x.p.GetColumnType()}")];

    private static List<string> Refusals(IModel model)
    {
        var violations = new List<string>();
        foreach (var entity in model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            foreach (var (properties, limit) in entity.GetIndexes().Select(i => (i.Properties, 1700)).Concat(entity.GetKeys().Select(k => (k.Properties, k.IsPrimaryKey() ? 900 : 1700))))
            {
                if (properties.FirstOrDefault(p => p.GetColumnType().EndsWith("(max)", StringComparison.Ordinal)) is { } unbounded)
                    violations.Add($"1919: {table} {Show(properties)} indexes {unbounded.GetColumnType()}");
                else if (properties.Sum(Bytes) is var bytes && bytes > limit)
                    violations.Add($"1919: {table} {Show(properties)} has a key of {bytes} bytes");
            }
            if (GlobalTables.AppendOnly.Contains(table) && !entity.GetDeclaredTriggers().Any())
                violations.Add($"334: {table} has triggers that the model does not know");
        }
        // A cascade path that reaches a table twice, or comes back, is refused.
        var cascades = model.GetEntityTypes().SelectMany(e => e.GetDeclaredForeignKeys())
            .Where(f => f.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .ToLookup(f => f.PrincipalEntityType.GetTableName()!, f => f.DeclaringEntityType.GetTableName()!);
        foreach (var start in cascades.Select(c => c.Key))
        {
            var reached = new Dictionary<string, int>(StringComparer.Ordinal);
            Follow(start, 0);
            violations.AddRange(reached.Where(r => r.Value > 1).Select(r => $"1785: several cascade paths from {start} to {r.Key}"));

            void Follow(string table, int depth)
            {
                foreach (var child in cascades[table])
                {
                    reached[child] = reached.GetValueOrDefault(child) + 1;
                    if (child != start && depth < 20) Follow(child, depth + 1);
                }
            }
        }
        return violations;
    }

    private static int Bytes(IReadOnlyProperty property)
    {
        var type = property.GetColumnType()!.Split('(');
        return type[0] switch
        {
            "nvarchar" => 2 * int.Parse(type[1].TrimEnd(')')),
            "varbinary" => int.Parse(type[1].TrimEnd(')')),
            "uniqueidentifier" => 16,
            "decimal" => 17,
            "datetimeoffset" => 10,
            _ => 8,
        };
    }

    private static string Show(IEnumerable<IReadOnlyProperty> properties) => $"({string.Join(", ", properties.Select(p => p.Name))})";
}
