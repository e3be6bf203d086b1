using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.Data;

/// <summary>A query whose shape never changes, turned into SQL once for each engine. Written in line, its expression tree is built, walked and
/// looked up again at each request, which on a sheet costs more than reading the rows. What depends on the asker's choices stays in line.</summary>
/// <param name="query">Uses its own parameters only: what it captured would be frozen.</param>
internal sealed class FixedQuery<TArgument, TRow>(Expression<Func<PlatformDb, TArgument, IQueryable<TRow>>> query)
{
    // EF refuses to run for one engine what it compiled for the other.
    private readonly ConcurrentDictionary<IModel, Func<PlatformDb, TArgument, IAsyncEnumerable<TRow>>> compiled = new();

    public async Task<List<TRow>> ToList(PlatformDb db, TArgument argument, CancellationToken ct)
    {
        var rows = new List<TRow>();
        await foreach (var row in Rows(db, argument).WithCancellation(ct)) rows.Add(row);
        return rows;
    }

    /// <summary>The only row, null when there is none; more than one is an error.</summary>
    public async Task<TRow?> Single(PlatformDb db, TArgument argument, CancellationToken ct) =>
        await ToList(db, argument, ct) is { Count: > 0 } rows ? rows.Single() : default;

    private IAsyncEnumerable<TRow> Rows(PlatformDb db, TArgument argument) =>
        compiled.GetOrAdd(db.Model, static (_, query) => EF.CompileAsyncQuery(query), query)(db, argument);
}

/// <summary>The same with two arguments.</summary>
internal sealed class FixedQuery<TFirst, TSecond, TRow>(Expression<Func<PlatformDb, TFirst, TSecond, IQueryable<TRow>>> query)
{
    private readonly ConcurrentDictionary<IModel, Func<PlatformDb, TFirst, TSecond, IAsyncEnumerable<TRow>>> compiled = new();

    /// <summary>The only row, null when there is none; more than one is an error.</summary>
    public async Task<TRow?> Single(PlatformDb db, TFirst first, TSecond second, CancellationToken ct) =>
        await compiled.GetOrAdd(db.Model, static (_, query) => EF.CompileAsyncQuery(query), query)(db, first, second).SingleOrDefaultAsync(ct);
}
