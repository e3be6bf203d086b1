using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;
using Npgsql;
using Platform.Data;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>The database, asked directly, as one of its roles.</summary>
internal static class Sql
{
    public static async Task<List<T>> Column<T>(string connection, string sql, params object[] values) =>
        [.. (await Rows(connection, sql, values)).Select(r => (T)r[0])];

    public static async Task<List<object[]>> Rows(string connection, string sql, params object[] values)
    {
        await using var open = await Open(connection);
        return await open.Rows(sql, values);
    }

    public static async Task<NpgsqlConnection> Open(string connection)
    {
        var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        return open;
    }

    public static async Task<List<object[]>> Rows(this NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.AddWithValue(value);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>The SQLSTATE of the refusal; null when the statement was accepted (and is rolled back).</summary>
    public static async Task<string?> Refusal(string connection, Guid? tenant, string sql, params object[] values)
    {
        await using var open = await Open(connection);
        await using var transaction = await open.BeginTransactionAsync();
        if (tenant is { } id) await open.Rows("SELECT set_config('app.tenant_id', $1, true)", id.ToString());
        try
        {
            await open.Rows(sql, values);
            return null;
        }
        catch (PostgresException error)
        {
            return error.SqlState;
        }
    }

    /// <summary>Tables with rows of spaces, as the database knows them. Both engines.</summary>
    public static Task<List<string>> Owned(TestDatabase database) => OwnedBy.GetValue(database, OwnedOf);

    // Asked once a database: no test makes a table.
    private static readonly ConditionalWeakTable<TestDatabase, Task<List<string>>> OwnedBy = [];

    private static async Task<List<string>> OwnedOf(TestDatabase database) =>
        [.. (await Any(database, "SELECT table_name FROM information_schema.columns WHERE column_name = 'tenant_id' AND table_schema IN ('public', 'dbo') ORDER BY 1")).Select(r => (string)r[0])];

    /// <summary>Rows of a space, table by table: how many and a checksum, with the space's own row. Two prints are equal when
    /// nothing changed. Both engines.</summary>
    public static async Task<SortedDictionary<string, string>> Print(TestDatabase database, Guid tenant, IEnumerable<string> tables)
    {
        var sql = string.Join(" UNION ALL ", tables.Select(t => Whole(database, t, "tenant_id = (")).Concat([Whole(database, "tenant", "id = ("), Whole(database, "tenant_host", "of_tenant_id = (")]));
        return new((await Any(database, sql, tenant)).ToDictionary(r => (string)r[0], r => (string)r[1]), StringComparer.Ordinal);
    }

    public static async Task<SortedDictionary<string, string>> Print(TestDatabase database, Guid tenant) => await Print(database, tenant, await Owned(database));

    /// <summary>The same of the accounts that have a place in the space, which are not its own.</summary>
    public static async Task<string> Accounts(TestDatabase database, Guid tenant) =>
        (string)(await Any(database, Whole(database, "account", "id IN (SELECT account_id FROM membership WHERE tenant_id ="), tenant))[0][1];

    private static string Whole(TestDatabase database, string table, string which) => database.Provider == DatabaseProvider.Postgres
        ? $"SELECT '{table}', count(*) || ' rows ' || coalesce(md5(string_agg(r::text, ',' ORDER BY r::text)), '') FROM \"{table}\" r WHERE {which} $1)"
        : $"SELECT '{table}', CONCAT(COUNT(*), ' rows ', CHECKSUM_AGG(BINARY_CHECKSUM(*))) FROM \"{table}\" r WHERE {which} @p1)";

    /// <summary>Whether rows can be put back as they were: only PostgreSQL lets a superuser pass its own constraints meanwhile.</summary>
    public static bool MayPutBack(TestDatabase database) => database.Provider == DatabaseProvider.Postgres;

    /// <summary>Keeps a copy of all rows of a space, and notes from now on which tables of these spaces are written.</summary>
    public static async Task Keep(TestDatabase database, Guid tenant, params Guid[] watched)
    {
        var tables = await Owned(database);
        await KeptIn.GetValue(database, d => new(() => Watch(d, tables))).Value;
        await Batch(database,
        [
            .. tables.Select(t => $"INSERT INTO kept.\"{t}\" SELECT * FROM \"{t}\" WHERE tenant_id = '{tenant}'"),
            .. watched.Select(id => $"INSERT INTO kept.watched VALUES ('{id}')"),
        ]);
    }

    /// <summary>Tables of these spaces in which a row was written since they were kept or put back, whatever it was written with.</summary>
    public static async Task<ILookup<Guid, string>> Written(TestDatabase database, params Guid[] tenants) =>
        (await Rows(database.Superuser, "SELECT tenant_id, written::text FROM kept.written WHERE tenant_id = ANY ($1)", tenants)).ToLookup(r => (Guid)r[0], r => (string)r[1]);

    private static async Task Watch(TestDatabase database, List<string> tables)
    {
        await Batch(database,
        [
            "CREATE SCHEMA kept",
            .. tables.Select(t => $"CREATE TABLE kept.\"{t}\" AS TABLE \"{t}\" WITH NO DATA"),
            .. tables.Select(t => $"CREATE INDEX ON kept.\"{t}\" (tenant_id)"),
            "CREATE TABLE kept.watched (tenant_id uuid PRIMARY KEY)",
            "CREATE TABLE kept.written (tenant_id uuid, written name, PRIMARY KEY (tenant_id, written))",
            """
            CREATE FUNCTION kept.write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
            BEGIN
              INSERT INTO kept.written SELECT tenant_id, TG_TABLE_NAME FROM kept.watched WHERE tenant_id IN (OLD.tenant_id, NEW.tenant_id) ON CONFLICT DO NOTHING;
              RETURN NULL;
            END $$
            """,
        ]);
        // One by one: whoever takes the locks of all tables at once meets other tests that hold some of them.
        foreach (var table in tables)
            await Rows(database.Superuser, $"CREATE TRIGGER kept AFTER INSERT OR UPDATE OR DELETE ON \"{table}\" FOR EACH ROW EXECUTE FUNCTION kept.write()");
    }

    /// <summary>Makes the rows of a space in these tables those that were kept.</summary>
    public static Task PutBack(TestDatabase database, Guid tenant, IReadOnlyCollection<string> tables) => Batch(database,
        // No trigger, no foreign key: rows come back in any order, also those that are only ever added.
        ["SET LOCAL session_replication_role = replica", $"DELETE FROM kept.written WHERE tenant_id = '{tenant}'", .. tables.Select(t => $"DELETE FROM \"{t}\" WHERE tenant_id = '{tenant}'"), .. tables.Select(t => $"INSERT INTO \"{t}\" SELECT * FROM kept.\"{t}\" WHERE tenant_id = '{tenant}'")]);

    private static readonly ConditionalWeakTable<TestDatabase, Lazy<Task>> KeptIn = [];

    private static async Task Batch(TestDatabase database, IEnumerable<string> statements)
    {
        await using var open = await Open(database.Superuser);
        await using var transaction = await open.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(string.Join(";\n", statements), open, transaction)) await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task<List<object[]>> Any(TestDatabase database, string sql, params object[] values)
    {
        if (database.Provider == DatabaseProvider.Postgres) return await Rows(database.Superuser, sql, values);
        await using var connection = new SqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        foreach (var (at, value) in values.Index()) command.Parameters.AddWithValue($"p{at + 1}", value);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    public static IEnumerable<string> ButAudit(this IEnumerable<string> tables) => tables.Except(GlobalTables.AppendOnly);
}
