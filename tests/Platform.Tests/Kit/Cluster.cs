using System.Diagnostics;
using Platform.Tests.Architecture;

namespace Platform.Tests.Kit;

/// <summary>A PostgreSQL of a test's own, made and stopped by infra/postgres: a server that may be taken away.</summary>
public sealed class Cluster : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"platform-test-{Guid.NewGuid():N}");

    private Cluster() { }

    public string Owner { get; private set; } = "";
    public string App { get; private set; } = "";
    public string Superuser { get; private set; } = "";

    public static async Task<Cluster> Start()
    {
        var cluster = new Cluster();
        Directory.CreateDirectory(cluster.folder);
        await cluster.Resume();
        var said = await cluster.Run("status");
        (cluster.Superuser, cluster.Owner, cluster.App) = (Line("superuser").Replace("Database=postgres", "Database=platform", StringComparison.Ordinal), Line("owner"), Line("application"));
        return cluster;

        string Line(string role) => said.Split('\n').First(l => l.StartsWith(role + ": ", StringComparison.Ordinal))[(role.Length + 2)..].Trim();
    }

    public Task Stop() => Run("stop");

    public Task Resume() => Run("start");

    public async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        await Stop();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> Run(string command)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Source.Root, "infra", "postgres"), [command])
        {
            Environment = { ["DATA_DIR"] = folder }, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        // The server inherits the outputs and keeps them open: wait for the command, not for the end of what it says.
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => said.Append(line.Data).Append('\n');
        process.ErrorDataReceived += (_, line) => said.Append(line.Data).Append('\n');
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.HasExited) await Task.Delay(20);
        await Task.Delay(50);
        Assert.True(process.ExitCode == 0, $"infra/postgres {command}: {said}");
        return said.ToString();
    }
}
