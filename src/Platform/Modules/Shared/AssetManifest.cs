using System.Collections.Frozen;
using System.Text.Json;

namespace Platform.Modules.Shared;

/// <summary>Addresses of the built assets: their names carry a hash, so that browsers keep them for ever.</summary>
public static class AssetManifest
{
    private static FrozenDictionary<string, string> names = FrozenDictionary<string, string>.Empty;

    public static void Read(string webRoot)
    {
        var file = Path.Combine(webRoot, "dist", "manifest.json");
        if (File.Exists(file))
            names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Outside every space ("/dist/app.1A2B.css"), so that one copy serves them all.</summary>
    public static string Url(string name) => "/dist/" + names.GetValueOrDefault(name, name);
}
