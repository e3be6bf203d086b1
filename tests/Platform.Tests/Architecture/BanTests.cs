using System.Text.RegularExpressions;

namespace Platform.Tests.Architecture;

/// <summary>What the compiler refuses stays refused: the list of banned symbols, and the switch that makes it an error.</summary>
public sealed partial class BanTests
{
    private static readonly string[] MustBeBanned =
    [
        "M:Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters``1(System.Linq.IQueryable{``0})",
        "M:Microsoft.EntityFrameworkCore.DbContext.SaveChanges", "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today",
        "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
    ];

    [Fact]
    public void The_list_still_bans_and_a_ban_is_an_error()
    {
        var banned = File.ReadAllLines(Path.Combine(Source.Application, "BannedSymbols.txt")).Select(l => l.Split(';')[0]).ToList();
        Rule.Holds(MustBeBanned.Except(banned));
        var project = File.ReadAllText(Path.Combine(Source.Application, "Platform.csproj"));
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", project, StringComparison.Ordinal);
        Assert.Contains("<AdditionalFiles Include=\"BannedSymbols.txt\" />", project, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", File.ReadAllText(Path.Combine(Source.Root, "Directory.Build.props")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_banned_symbol_exists()
    {
        var assemblies = AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic).ToList();
        foreach (var symbol in File.ReadAllLines(Path.Combine(Source.Application, "BannedSymbols.txt")).Select(l => l.Split(';')[0]))
        {
            var name = symbol[2..].Split('(')[0].Split("``")[0];
            var (type, member) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
            Assert.True(assemblies.Any(a => a.GetType(type)?.GetMember(member).Length > 0), $"{symbol} bans nothing.");
        }
    }

    [Fact]
    public void Bans_are_lifted_nowhere_but_in_the_data_folder() =>
        Rule.Holds(Lifted(Source.Files(".cs"), File.ReadAllText(Path.Combine(Source.Root, ".editorconfig"))));

    [Fact]
    public void Canary_lifted_bans() => Assert.Equal(2, Lifted(
        [("Modules/X/A.cs", "#pragma warning disable RS0030"), ("Data/B.cs", "#pragma warning disable RS0030")],
        "[*.cs]\ndotnet_diagnostic.RS0030.severity = none\n[tests/**.cs]\ndotnet_diagnostic.RS0030.severity = none\n").Count);

    private static List<string> Lifted(IEnumerable<(string Path, string Text)> files, string editorConfig) =>
    [
        .. files.Where(f => !f.Path.StartsWith("Data/", StringComparison.Ordinal) && f.Text.Contains("RS0030", StringComparison.Ordinal)).Select(f => f.Path),
        .. Section().Matches(editorConfig).Where(s => s.Value.Contains("RS0030", StringComparison.Ordinal) && !s.Value.StartsWith("[tests/", StringComparison.Ordinal)).Select(s => s.Value),
    ];

    [GeneratedRegex(@"^\[[^\n]*\](?:\n(?!\[)[^\n]*)*", RegexOptions.Multiline)]
    private static partial Regex Section();
}
