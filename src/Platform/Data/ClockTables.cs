using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Data;

/// <summary>The tables of Quartz: no entities, so the model does not know them. Their text comes with the package, at the version that is pinned.</summary>
internal static class ClockTables
{
    public const string Prefix = "qrtz_";

    public static IReadOnlyList<string> Names { get; } =
        [.. "job_details triggers simple_triggers cron_triggers simprop_triggers blob_triggers calendars paused_trigger_grps paused_job_grps fired_triggers scheduler_state locks execution_history misfire_history job_status".Split(' ').Select(n => Prefix + n)];

    /// <param name="engine">As Quartz names it: "postgres" or "sqlServer".</param>
    public static void Create(MigrationBuilder migration, string engine)
    {
        using var text = new StreamReader(typeof(Quartz.IJob).Assembly.GetManifestResourceStream($"Quartz.Impl.AdoJobStore.Schema.create_{engine}.sql")!);
        foreach (var statement in text.ReadToEnd().ReplaceLineEndings("\n").Split("\n--;;\n"))
            if (Array.Exists(statement.Split('\n'), l => l.Trim().Length > 0 && !l.TrimStart().StartsWith("--", StringComparison.Ordinal)))
                migration.Sql(statement.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal));
    }
}
