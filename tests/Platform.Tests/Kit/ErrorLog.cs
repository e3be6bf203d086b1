using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Platform.Tests.Kit;

/// <summary>What a host under test has logged as an error: a 500 is only worth reading with its cause.</summary>
public sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Last => lines.LastOrDefault() ?? "nothing was logged";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (IsEnabled(logLevel)) lines.Enqueue($"{formatter(state, exception)}\n{exception}");
    }

    public void Dispose() { }
}
