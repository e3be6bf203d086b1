using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Modules.Shared;

/// <summary>Addresses of the built assets: their names carry a hash, so that browsers keep them for ever.</summary>
public static partial class AssetManifest
{
    private static FrozenDictionary<string, string> names = FrozenDictionary<string, string>.Empty;
    private static FrozenSet<string> icons = [];

    public static void Read(string webRoot)
    {
        var dist = Path.Combine(webRoot, "dist");
        if (!File.Exists(Path.Combine(dist, "manifest.json"))) return;
        names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(dist, "manifest.json")))!.ToFrozenDictionary(StringComparer.Ordinal);
        icons = SymbolId().Matches(File.ReadAllText(Path.Combine(dist, names["icons.svg"]))).Select(m => m.Groups["id"].Value).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Outside every space ("/dist/app.1A2B.css"), so that one copy serves them all.</summary>
    public static string Url(string name) => "/dist/" + names.GetValueOrDefault(name, name);

    /// <summary>Address of one drawing of the sprite. An unknown name is a defect of the page, not a missing drawing.</summary>
    public static string Icon(string name) => icons.Count == 0 || icons.Contains(name)
        ? $"{Url("icons.svg")}#{name}"
        : throw new InvalidOperationException($"No icon {name}: add it to Assets/icons.txt and build the assets.");

    [GeneratedRegex("<symbol id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SymbolId();
}
