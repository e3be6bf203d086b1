using Platform.Data;

namespace Platform.Kernel;

/// <summary>What a node does.</summary>
[Flags]
internal enum NodeRole
{
    None = 0,
    /// <summary>Answers people.</summary>
    Web = 1,
    /// <summary>Works in the background.</summary>
    Worker = 2,
}

internal static class NodeRoles
{
    public static NodeRole Read(IConfiguration configuration) => configuration["Node:Role"]?.ToLowerInvariant() switch
    {
        null or "" or "both" => NodeRole.Web | NodeRole.Worker,
        "web" => NodeRole.Web,
        "worker" => NodeRole.Worker,
        var other => throw new SettingError($"Node:Role is web, worker or both, not “{other}”."),
    };
}
