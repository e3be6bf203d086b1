using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Migrations;

namespace Platform.Data;

// A table that holds a space's rows is created together with its policy, in the same migration: nobody can forget it.

#pragma warning disable EF1001 // The generator's constructor takes Npgsql's options; there is no public way.
internal sealed class PostgresMigrationSql(MigrationsSqlGeneratorDependencies dependencies, INpgsqlSingletonOptions options)
    : NpgsqlMigrationsSqlGenerator(dependencies, options)
#pragma warning restore EF1001
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        var table = Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name, operation.Schema);
        if (operation.Columns.Any(c => c.Name == "tenant_id"))
        {
            // One equality on a setting: a function call or a subquery here would cost a hundredfold. NULLIF because the setting
            // is '' and not NULL after a transaction that had it. USING also serves as WITH CHECK.
            Run(builder, $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY");
            Run(builder, $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY");
            Run(builder, $"CREATE POLICY tenant ON {table} USING (tenant_id = NULLIF(current_setting('app.tenant_id', true), '')::uuid)");
        }
        // The switcher: an account reads its own memberships in whatever space.
        if (operation.Name == "membership")
            Run(builder, $"CREATE POLICY own ON {table} FOR SELECT USING (account_id = NULLIF(current_setting('app.account_id', true), '')::uuid)");
        if (GlobalTables.AppendOnly.Contains(operation.Name))
        {
            Run(builder, $"CREATE FUNCTION {operation.Name}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{operation.Name} is append-only'; END $$");
            Run(builder, $"CREATE TRIGGER {operation.Name}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {operation.Name}_refuse()");
        }
    }

    private void Run(MigrationCommandListBuilder builder, string sql) =>
        builder.Append(sql).AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator).EndCommand();
}

internal sealed class SqlServerMigrationSql(MigrationsSqlGeneratorDependencies dependencies, ICommandBatchPreparer batches)
    : SqlServerMigrationsSqlGenerator(dependencies, batches)
{
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate);
        if (!GlobalTables.AppendOnly.Contains(operation.Name)) return;
        var table = Dependencies.SqlGenerationHelper.DelimitIdentifier(operation.Name, operation.Schema);
        builder.Append($"CREATE TRIGGER {operation.Name}_is_append_only ON {table} INSTEAD OF UPDATE, DELETE AS THROW 50001, '{operation.Name} is append-only', 1")
            .AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator).EndCommand();
    }
}
