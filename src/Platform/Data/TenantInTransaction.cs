using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Data;

/// <summary>The third wall (PostgreSQL): tells row-level security which space a transaction is in. The setting is local to the
/// transaction, so no pooler can carry it over; it travels with the first query, so it costs no round trip.</summary>
internal sealed class TenantInTransaction : DbCommandInterceptor
{
    // Compiling a plan pays for reports that run for seconds; here it took a third of the time of whatever counts a large space.
    private const string Set = "SELECT set_config('app.tenant_id', @app_tenant, true), set_config('app.account_id', @app_account, true), set_config('jit', 'off', true)";

    // PlatformDb.PlanForValues travels the same way.
    private const string Plan = "set_config('plan_cache_mode', 'force_custom_plan', true)";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!MustTell(command, eventData, out var db))
        {
            if (MustPlan(command, eventData, db)) Prefix(command, db, "SELECT " + Plan);
            return result;
        }
        // A batch of changes counts its statements by position, so it cannot be given a prefix.
        if (eventData.CommandSource != CommandSource.LinqQuery)
        {
            await Tell(command, db, cancellationToken);
            return result;
        }
        Prefix(command, db, MustPlan(command, eventData, db) ? $"{Set}, {Plan}" : Set);
        AddParameters(command, db);
        return result;
    }

    private static void Prefix(DbCommand command, PlatformDb db, string with)
    {
        command.CommandText = with + ";\n" + command.CommandText;
        db.Prefixed = command;
    }

    private static bool MustPlan(DbCommand command, CommandEventData eventData, PlatformDb? db)
    {
        if (db?.Planned is not { Told: false } planned || command.Transaction is null || eventData.CommandSource != CommandSource.LinqQuery
            || db.Database.CurrentTransaction?.TransactionId != planned.Transaction) return false;
        db.Planned = planned with { Told = true };
        return true;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData,
        DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PlatformDb { Prefixed: { } prefixed } db && prefixed == command)
        {
            db.Prefixed = null;
            await result.NextResultAsync(cancellationToken);
        }
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (MustTell(command, eventData, out var db)) await Tell(command, db, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        if (MustTell(command, eventData, out var db)) await Tell(command, db, cancellationToken);
        return result;
    }

    private static bool MustTell(DbCommand command, CommandEventData eventData, out PlatformDb db)
    {
        db = (eventData.Context as PlatformDb)!;
        // EF's identifier, not the driver's object: the driver uses one object for every transaction of a connection.
        if (db?.Database.CurrentTransaction?.TransactionId is not { } transaction || command.Transaction is null || db.Told == (transaction, db.TenantId)) return false;
        if (db.TenantId is null && db.User?.AccountId is null) return false;
        // The creation of a space enters it in the middle of its transaction: the database is then told again.
        db.Told = (transaction, db.TenantId);
        return true;
    }

    private static async Task Tell(DbCommand command, PlatformDb db, CancellationToken ct)
    {
        await using var set = command.Connection!.CreateCommand();
        (set.Transaction, set.CommandText) = (command.Transaction, Set);
        AddParameters(set, db);
        await set.ExecuteNonQueryAsync(ct);
    }

    private static void AddParameters(DbCommand command, PlatformDb db)
    {
        Add("app_tenant", db.TenantId);
        Add("app_account", db.User?.AccountId);

        void Add(string name, Guid? value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value?.ToString() ?? "");
            command.Parameters.Add(parameter);
        }
    }
}
