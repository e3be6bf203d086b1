using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Platform.Tests.Architecture;

namespace Platform.Tests.Kit;

/// <summary>The built application as a process of its own, on a free port: what can be killed.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient http;

    private Node(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Address { get; }

    /// <summary>What it has written to its log: errors only, unless the settings say otherwise.</summary>
    public IReadOnlyCollection<string> Log => log;

    private readonly ConcurrentQueue<string> log = new();

    private void Hear(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line)) log.Enqueue(line);
    }

    public int Id => process.Id;

    public static async Task<Node> Start(IReadOnlyDictionary<string, string?> settings, string environment = "Production")
    {
        ArgumentNullException.ThrowIfNull(settings);
        var address = new Uri($"http://localhost:{FreePort()}");
        var process = Process.Start(Command(settings, environment, address))!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => { if (!process.HasExited) process.Kill(); };
        var node = new Node(process, address);
        process.OutputDataReceived += (_, line) => node.Hear(line.Data);
        process.ErrorDataReceived += (_, line) => node.Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Assert.True(await node.Becomes("/health/live", HttpStatusCode.OK), "The application does not start.");
        return node;
    }

    /// <summary>One command of the command line; fails the test when it fails.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> Run(IReadOnlyDictionary<string, string?> settings, params string[] command)
    {
        ArgumentNullException.ThrowIfNull(settings);
        using var process = Process.Start(Command(settings, "Production", null, command))!;
        var (said, refused) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {await said}{await refused}");
        return await said;
    }

    private static ProcessStartInfo Command(IReadOnlyDictionary<string, string?> settings, string environment, Uri? address, params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Platform.dll"), .. command])
        {
            WorkingDirectory = Source.Application, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = address?.ToString(), ["ASPNETCORE_ENVIRONMENT"] = environment, ["Logging__LogLevel__Default"] = "Error" },
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

    /// <summary>Whether that path comes to answer so within the time.</summary>
    public async Task<bool> Becomes(string path, HttpStatusCode wanted, int seconds = 60)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < seconds && !process.HasExited; await Task.Delay(100))
            try
            {
                using var response = await http.GetAsync(path);
                if (response.StatusCode == wanted) return true;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        return false;
    }

    /// <summary>kill -9: nothing is finished, nothing is flushed.</summary>
    public void Kill() => process.Kill();

    /// <summary>SIGTERM, as every orchestrator sends it.</summary>
    /// <returns>The exit code, or null when it still runs after the time.</returns>
    public async Task<int?> Terminate(int seconds)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            await process.WaitForExitAsync(late.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
