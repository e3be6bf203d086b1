using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Data;

namespace Platform.Tests.Kit;

/// <summary>Counts what is asked of the database on behalf of one space: each test has its own, so tests in parallel do not count
/// each other's. A transaction's beginning travels with its first query; its end is not a query.</summary>
public sealed class RoundTrips : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Guid space;
    private readonly List<IDisposable> subscriptions = [];

    private RoundTrips(Guid space)
    {
        this.space = space;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The texts of the commands, in order.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    public static RoundTrips Of(World world) => new(world.Space.Id);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Context: PlatformDb db } command && db.TenantId == space)
            Commands.Enqueue(command.Command.CommandText);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}
