using System.Collections.Concurrent;
using System.Data;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Bench;

[assembly: HostingStartup(typeof(Floor))]

/// <summary>Named by DOTNET_STARTUP_HOOKS: loads this assembly into the application as it is published, which then finds the
/// hosting startup below by its name. Nothing of the benchmark is in the application.</summary>
internal static class StartupHook
{
    public static void Initialize() { }
}

namespace Platform.Bench
{
    /// <summary>Beside each page, its floor: the same SQL by ADO.NET in the same process and as many bytes written, nothing else.
    /// A request with <see cref="Header"/> is recorded; <c>/floor/{name}</c> plays it.</summary>
    public sealed class Floor : IHostingStartup, IStartupFilter
    {
        public const string Header = "X-Bench-Record", Stop = "/floor/stop";

        // One for all: a page's worth made for each answer would lie among the large objects, and the application would be charged for the memory.
        private static readonly byte[] Nothing = new byte[1_000_000];

        private readonly ConcurrentDictionary<string, Recording> recordings = new();
        private readonly AsyncLocal<Recording?> current = new();
        private readonly List<IDisposable> subscriptions = [];

        public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(new Watch<DiagnosticListener>(listener =>
            {
                if (listener.Name != "Microsoft.EntityFrameworkCore") return;
                subscriptions.Add(listener.Subscribe(new Watch<KeyValuePair<string, object?>>(Hear), (name, _, _) => current.Value is not null));
            })));
            app.Use(Serve);
            next(app);
        };

        private Task Serve(HttpContext http, RequestDelegate next) =>
            http.Request.Path.Value is { } path && path.StartsWith("/floor/", StringComparison.Ordinal)
                ? path == Stop ? End(http) : Play(http, recordings[path["/floor/".Length..]])
                : http.Request.Headers.TryGetValue(Header, out var name) ? Record(http, next, name.ToString()) : next(http);

        private async Task Record(HttpContext http, RequestDelegate next, string name)
        {
            var recording = current.Value = new Recording(DateTimeOffset.UtcNow);
            var (body, counted) = (http.Response.Body, new MemoryStream());
            http.Response.Body = counted;
            await next(http);
            recording.Bytes = Math.Min((int)counted.Length, Nothing.Length);
            counted.Position = 0;
            await counted.CopyToAsync(http.Response.Body = body);
            recordings[name] = recording;
        }

        private void Hear(KeyValuePair<string, object?> said)
        {
            if (said.Value is not CommandExecutedEventData executed || current.Value is not { } recording) return;
            recording.Steps.Add(new Step(executed.Command.CommandText, executed.Command.Transaction?.IsolationLevel,
                [.. executed.Command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
        }

        // Once all is recorded, EF must not ask at each command whether anybody listens.
        private async Task End(HttpContext http)
        {
            foreach (var subscription in subscriptions) subscription.Dispose();
            await http.Response.WriteAsync("stopped");
        }

        private static async Task Play(HttpContext http, Recording recording)
        {
            var source = http.RequestServices.GetRequiredService<NpgsqlDataSource>();
            var made = new Dictionary<Guid, Guid>();
            if (recording.Steps.Count > 0)
            {
                await using var connection = await source.OpenConnectionAsync(http.RequestAborted);
                await using var transaction = await connection.BeginTransactionAsync(recording.Steps.Find(s => s.Isolation is not null)?.Isolation ?? IsolationLevel.ReadCommitted);
                foreach (var step in recording.Steps)
                {
                    await using var command = new NpgsqlCommand(step.Sql, connection, transaction);
                    foreach (var parameter in step.Parameters)
                    {
                        var copy = parameter.Clone();
                        copy.Value = Fresh(parameter.Value, recording.At, made);
                        command.Parameters.Add(copy);
                    }
                    await using var reader = await command.ExecuteReaderAsync();
                    var row = new object[Math.Max(reader.FieldCount, 1)];
                    do
                    {
                        if (row.Length < reader.FieldCount) row = new object[reader.FieldCount];
                        while (await reader.ReadAsync()) reader.GetValues(row);
                    } while (await reader.NextResultAsync());
                }
                await transaction.CommitAsync();
            }
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.Body.WriteAsync(Nothing.AsMemory(0, recording.Bytes));
        }

        // Identifiers made by the recorded request are made anew: a row is written once. Those of version 7 tell when they were made.
        private static object? Fresh(object? value, DateTimeOffset at, Dictionary<Guid, Guid> made)
        {
            if (value is not Guid { Version: 7 } id) return value;
            var bytes = id.ToByteArray(bigEndian: true);
            var milliseconds = bytes.Take(6).Aggregate(0L, (sum, b) => sum << 8 | b);
            if (milliseconds < at.ToUnixTimeMilliseconds() - 100) return value;
            if (!made.TryGetValue(id, out var fresh)) made[id] = fresh = Guid.CreateVersion7();
            return fresh;
        }

        private sealed record Step(string Sql, IsolationLevel? Isolation, IReadOnlyList<NpgsqlParameter> Parameters);

        private sealed class Recording(DateTimeOffset at)
        {
            public DateTimeOffset At { get; } = at;
            public List<Step> Steps { get; } = [];
            public int Bytes { get; set; }
        }

        private sealed class Watch<T>(Action<T> hear) : IObserver<T>
        {
            public void OnCompleted() { }

            public void OnError(Exception error) { }

            public void OnNext(T value) => hear(value);
        }
    }
}
