namespace Platform.Tests.Architecture;

/// <summary>The text of the application, for the rules that only the text can tell.</summary>
internal static class Source
{
    public static string Root { get; } = FindRoot();

    public static string Application { get; } = Path.Combine(Root, "src", "Platform");

    /// <summary>Path from the application's folder, with slashes, and text.</summary>
    public static IReadOnlyList<(string Path, string Text)> Files(string extension) =>
        [.. Directory.EnumerateFiles(Application, "*" + extension, SearchOption.AllDirectories)
            .Select(f => (Path: Path.GetRelativePath(Application, f).Replace('\\', '/'), File: f))
            .Where(f => !f.Path.StartsWith("bin/") && !f.Path.StartsWith("obj/") && !f.Path.StartsWith("Data/Migrations/") && !f.Path.Contains("node_modules/"))
            .OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => (f.Path, File.ReadAllText(f.File)))];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Platform.sln is in no folder above the tests.");
    }
}
