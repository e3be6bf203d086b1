using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Data;

/// <summary>Knows, on this node, that something of a space has been committed: the answers kept of the space are dropped, and its
/// generation moves on, so that an answer begun before the commit and finished after it is never given to anybody.</summary>
internal sealed class SpaceChanges(IOutputCacheStore kept) : DbTransactionInterceptor, ISaveChangesInterceptor, IDbCommandInterceptor
{
    private readonly ConcurrentDictionary<Guid, long> generations = new();

    public static string Tag(Guid space) => "space:" + space;

    public long GenerationOf(Guid space) => generations.GetValueOrDefault(space);

    // What an earlier transaction of the same work had changed was rolled back with it.
    public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PlatformDb db) db.Changed.Clear();
        return ValueTask.FromResult(result);
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is PlatformDb { TenantId: { } space } db && db.Changed.Contains(space)) await SpaceGeneration.MoveOn(db, transaction, space, cancellationToken);
        return result;
    }

    public override async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await Committed(eventData.Context);

    // Without a transaction of its own, a save is its own commit.
    async ValueTask<int> ISaveChangesInterceptor.SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken)
    {
        if (eventData.Context is not PlatformDb { Database.CurrentTransaction: null } db) return result;
        if (db.TenantId is { } space && db.Changed.Contains(space)) await SpaceGeneration.MoveOn(db, null, space, cancellationToken);
        await Committed(db);
        return result;
    }

    // What is updated or deleted in the database itself passes no guard.
    ValueTask<int> IDbCommandInterceptor.NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken)
    {
        if (result > 0 && eventData is { CommandSource: CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete, Context: PlatformDb { TenantId: { } space } db }) db.Changed.Add(space);
        return ValueTask.FromResult(result);
    }

    private async ValueTask Committed(DbContext? context)
    {
        if (context is not PlatformDb { Changed: { Count: > 0 } changed }) return;
        foreach (var space in changed)
        {
            generations.AddOrUpdate(space, 1, static (_, generation) => generation + 1);
            // The change is made: whoever asked for it going away is no reason to keep what was there before.
            await kept.EvictByTagAsync(Tag(space), CancellationToken.None);
        }
        changed.Clear();
    }
}
