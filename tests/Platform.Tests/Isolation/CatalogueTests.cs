using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Data;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>The database itself, read and provoked: what it says of its tables, and what it refuses to the application's role
/// even when the application is wrong. Nothing is listed here: the catalogue names the tables.</summary>
public sealed class CatalogueTests(CatalogueTests.Fixture spaces) : IClassFixture<CatalogueTests.Fixture>
{
    public sealed class Fixture : IAsyncLifetime
    {
        internal World World { get; private set; } = null!;
        internal Sample Here { get; private set; } = null!;
        internal Sample There { get; private set; } = null!;
        internal List<string> Owned { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            World = await World.New(await App.OnPostgres());
            (Here, There) = (await Sample.In(World, World.Space), await Sample.In(World, World.Elsewhere));
            Owned = await Sql.Owned(World.App.Database);
        }

        public Task DisposeAsync() => Task.CompletedTask;
    }

    private readonly World world = spaces.World;
    private readonly TestDatabase database = spaces.World.App.Database;
    private readonly Sample here = spaces.Here, there = spaces.There;
    private readonly List<string> owned = spaces.Owned;

    [Fact]
    public async Task Every_table_is_a_spaces_behind_forced_row_level_security_or_global_with_a_reason()
    {
        var tables = await Sql.Rows(database.Superuser, """
            SELECT c.relname::text, c.relrowsecurity, c.relforcerowsecurity,
              EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull AND a.atttypid = 'uuid'::regtype),
              (SELECT coalesce(string_agg(p.polname || ':' || pg_get_expr(p.polqual, p.polrelid), ' | '), '') FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*')
            FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migration_history'
            """);
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            var name = (string)table[0];
            if (GlobalTables.Reasons.ContainsKey(name))
            {
                Assert.DoesNotContain(name, owned);
                continue;
            }
            Assert.True((bool)table[3], $"{name} has no compulsory tenant_id.");
            Assert.True((bool)table[1] && (bool)table[2], $"{name}: row-level security is not enabled and forced.");
            Assert.Equal("tenant:(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)", table[4]);
        }
        Assert.Empty(GlobalTables.Reasons.Keys.Except(tables.Select(t => (string)t[0])));
    }

    [Fact]
    public async Task Every_spaces_table_is_planned_for_large_spaces() =>
        Assert.Equal(owned, await Sql.Column<string>(database.Superuser, """
            SELECT a.attrelid::regclass::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE a.attname = 'tenant_id' AND c.relkind = 'r' AND a.attoptions = ARRAY['n_distinct=' || $1] ORDER BY 1
            """, Migrator.SpacesToPlanFor));

    [Fact]
    public async Task Only_memberships_have_a_second_policy_and_it_only_reads() =>
        Assert.Equal(["membership own r (account_id = (NULLIF(current_setting('app.account_id'::text, true), ''::text))::uuid)"],
            await Sql.Column<string>(database.Superuser, "SELECT polrelid::regclass || ' ' || polname || ' ' || polcmd::text || ' ' || pg_get_expr(polqual, polrelid) FROM pg_policy WHERE polname <> 'tenant'"));

    [Fact]
    public async Task Primary_keys_unique_indexes_and_foreign_keys_between_spaces_rows_begin_with_the_space()
    {
        Assert.Empty(await Sql.Column<string>(database.Superuser, """
            SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
            WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace AND i.indisunique
              AND (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = i.indkey[0]) <> 'tenant_id'
            """, (object)owned.ToArray()));
        Assert.Empty(await Sql.Column<string>(database.Superuser, """
            SELECT k.conname::text FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
            WHERE k.contype = 'f' AND c.relname = ANY ($1) AND p.relname = ANY ($1)
              AND NOT ((SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = k.conkey[1]) = 'tenant_id'
                   AND (SELECT attname FROM pg_attribute WHERE attrelid = p.oid AND attnum = k.confkey[1]) = 'tenant_id')
            """, (object)owned.ToArray()));
    }

    [Fact]
    public async Task There_is_no_enum_no_view_that_sees_for_its_owner_and_no_function_that_acts_for_its_owner()
    {
        Assert.Empty(await Sql.Column<string>(database.Superuser, "SELECT typname::text FROM pg_type WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace"));
        Assert.Empty(await Sql.Column<string>(database.Superuser, "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND (relkind = 'm' OR relkind = 'v' AND NOT coalesce(reloptions::text[] @> '{security_invoker=true}', false))"));
        Assert.Empty(await Sql.Column<string>(database.Superuser, "SELECT proname::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"));
    }

    [Fact]
    public async Task The_applications_role_owns_nothing_and_bypasses_nothing()
    {
        var role = new NpgsqlConnectionStringBuilder(database.App).Username!;
        Assert.Equal([false, false, false, false, false], Assert.Single(await Sql.Rows(database.Superuser,
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles WHERE rolname = $1", role)));
        Assert.Empty(await Sql.Column<string>(database.Superuser, """
            SELECT c.relname::text FROM pg_class c WHERE c.relowner = $1::regrole
            UNION ALL SELECT p.proname::text FROM pg_proc p WHERE p.proowner = $1::regrole
            UNION ALL SELECT n.nspname::text FROM pg_namespace n WHERE n.nspowner = $1::regrole
            UNION ALL SELECT d.datname::text FROM pg_database d WHERE d.datdba = $1::regrole
            UNION ALL SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = $1::regrole
            """, role));
        Assert.Equal("42501", await Sql.Refusal(database.App, null, "CREATE TABLE public.mine (id int)"));
        Assert.Equal("42501", await Sql.Refusal(database.App, null, $"ALTER TABLE {owned[0]} DISABLE ROW LEVEL SECURITY"));
        Assert.Equal("42501", await Sql.Refusal(database.App, null, "SET ROLE postgres"));
        Assert.Equal("42501", await Sql.Refusal(database.App, here.Space.Id, $"TRUNCATE {owned[0]} CASCADE"));
    }

    [Fact]
    public async Task Without_a_space_every_table_is_empty_and_closed()
    {
        foreach (var table in owned)
        {
            Assert.True((await Sql.Column<long>(database.Superuser, $"SELECT count(*) FROM {table} WHERE tenant_id = $1", here.Space.Id))[0] > 0, $"{table} has no row to hide.");
            Assert.Equal(0, (await Sql.Column<long>(database.App, $"SELECT count(*) FROM {table}"))[0]);
            Assert.Equal("42501", await Sql.Refusal(database.App, null, Copy(table), here.Space.Id));
        }
    }

    // A copy of a row under a new key: what an INSERT of the application's role would be.
    private string Copy(string table) => $"INSERT INTO {table} SELECT (jsonb_populate_record(null::{table}, '{{\"tenant_id\":\"{here.Space.Id}\",\"id\":\"{Guid.NewGuid()}\"}}')).* WHERE $1::uuid IS NOT NULL";

    [Fact]
    public async Task In_a_space_the_others_rows_are_not_there_and_none_can_be_moved_to_them()
    {
        foreach (var table in owned)
        {
            await using var connection = await Sql.Open(database.App);
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.Rows("SELECT set_config('app.tenant_id', $1, true)", here.Space.Id.ToString());
            Assert.Equal([here.Space.Id], (await connection.Rows($"SELECT DISTINCT tenant_id FROM {table}")).Select(r => (Guid)r[0]));
            await transaction.RollbackAsync();
            Assert.Equal("42501", await Sql.Refusal(database.App, here.Space.Id, $"UPDATE {table} SET tenant_id = $1", there.Space.Id));
        }
    }

    [Fact]
    public async Task The_database_refuses_a_row_that_references_another_spaces_row_even_to_the_superuser()
    {
        var keys = await Sql.Rows(database.Superuser, """
            SELECT c.relname::text, p.relname::text, (SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum = k.conkey[2]), k.conname::text
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
            WHERE k.contype = 'f' AND c.relname = ANY ($1) AND p.relname = ANY ($1) AND array_length(k.conkey, 1) = 2
            """, (object)owned.ToArray());
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            var theirs = (await Sql.Column<Guid>(database.Superuser, $"SELECT id FROM {key[1]} WHERE tenant_id = $1 LIMIT 1", there.Space.Id)).Single();
            var sql = $"UPDATE {key[0]} SET {key[2]} = $1 WHERE tenant_id = $2";
            // The row must exist for the refusal to mean something.
            Assert.True((await Sql.Column<long>(database.Superuser, $"SELECT count(*) FROM {key[0]} WHERE tenant_id = $1", here.Space.Id))[0] > 0, $"{key[0]} has no row.");
            Assert.True(await Sql.Refusal(database.Superuser, null, sql, theirs, here.Space.Id) == "23503", $"{key[3]} accepts another space’s row.");
            Assert.NotNull(await Sql.Refusal(database.App, here.Space.Id, sql, theirs, here.Space.Id));
        }
    }

    [Fact]
    public async Task Rows_of_the_audit_trail_are_only_ever_added()
    {
        foreach (var table in GlobalTables.AppendOnly)
        {
            foreach (var sql in new[] { $"UPDATE {table} SET label = 'x'", $"DELETE FROM {table}", $"TRUNCATE {table}" })
            {
                Assert.Equal("42501", await Sql.Refusal(database.App, here.Space.Id, sql));
                // The owner and the superuser hold the right; the trigger stops them.
                Assert.Equal("P0001", await Sql.Refusal(database.Owner, here.Space.Id, sql));
                Assert.Equal("P0001", await Sql.Refusal(database.Superuser, null, sql));
            }
        }
    }

    [Fact]
    public async Task Reference_tables_are_only_read()
    {
        foreach (var table in GlobalTables.ReadOnly)
            foreach (var sql in new[] { $"DELETE FROM {table}", $"TRUNCATE {table}", $"INSERT INTO {table} SELECT * FROM {table}" })
                Assert.Equal("42501", await Sql.Refusal(database.App, here.Space.Id, sql));
    }

    [Fact]
    public async Task The_setting_ends_with_its_transaction()
    {
        await using var connection = await Sql.Open(database.App);
        foreach (var commit in new[] { true, false })
        {
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                await connection.Rows("SELECT set_config('app.tenant_id', $1, true)", here.Space.Id.ToString());
                Assert.NotEmpty(await connection.Rows("SELECT 1 FROM membership"));
                if (commit) await transaction.CommitAsync();
            }
            Assert.Empty(await connection.Rows("SELECT 1 FROM membership"));
        }
    }

    [Fact]
    public async Task A_connection_comes_back_to_the_pool_without_a_space()
    {
        await world.Alice.Sends(new Platform.Modules.Front.ListSpaces.Query());
        await world.Db(db => db.Memberships.AnyAsync());
        var source = world.App.Services.GetRequiredService<NpgsqlDataSource>();
        for (var i = 0; i < 20; i++)
        {
            await using var connection = await source.OpenConnectionAsync();
            Assert.Equal("", Assert.Single(await connection.Rows("SELECT coalesce(current_setting('app.tenant_id', true), '') || coalesce(current_setting('app.account_id', true), '')"))[0]);
        }
    }

    // Row-level security does not stop SQL written by an attacker: hence no module writes SQL (RequestTests bans it).
    [Fact]
    public async Task Known_limit_whoever_writes_sql_as_the_application_may_name_any_space()
    {
        await using var connection = await Sql.Open(database.App);
        await connection.Rows($"SET app.tenant_id = '{there.Space.Id}'");
        Assert.NotEmpty(await connection.Rows("SELECT 1 FROM membership"));
    }
}
