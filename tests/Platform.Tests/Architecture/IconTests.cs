using System.Text.RegularExpressions;

namespace Platform.Tests.Architecture;

/// <summary>Every drawing that a page names is in the sprite, and every page that it is named on would otherwise answer 500.</summary>
[Trait("Category", "unit")]
public sealed partial class IconTests
{
    [Fact]
    public void Every_icon_named_by_a_page_is_in_the_sprite()
    {
        var named = Named([.. Source.Files(".cshtml"), .. Source.Files(".cs")]);
        Assert.True(named.Count > 40, "The pages name fewer icons than they did: does the search still find them?");
        Rule.Holds(Missing(named, Sprite()));
    }

    [Fact]
    public void Canary_an_icon_that_nobody_drew() => Assert.Equal(
        ["Modules/X/A.cshtml: unicorn", "Modules/X/B.cs: dragon"],
        Missing(Named([("Modules/X/A.cshtml", "<icon name=\"unicorn\" /><icon name=\"flag\" /><icon name=\"@row.Icon\" />"), ("Modules/X/B.cs", "new Badge(\"Tenu\", Tone.Ok, \"dragon\")")]), Sprite()));

    private static List<(string Path, string Icon)> Named(IEnumerable<(string Path, string Text)> files) =>
        [.. files.SelectMany(f => Name().Matches(f.Text).Select(m => (f.Path, m.Groups["icon"].Value))).Distinct()];

    private static IEnumerable<string> Missing(IEnumerable<(string Path, string Icon)> named, HashSet<string> sprite) =>
        named.Where(n => !sprite.Contains(n.Icon)).Select(n => $"{n.Path}: {n.Icon}");

    private static HashSet<string> Sprite() =>
        [.. File.ReadAllLines(Path.Combine(Source.Application, "Assets", "icons.txt")).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];

    // In a page: <icon name="…">, icon="…"; in code: the third value of a Badge, the last of a Menu, Icon("…").
    [GeneratedRegex("""((?:<icon name=|\sicon=)"(?<icon>[a-z0-9/-]+)"|Badge\("[^"]*", Tone\.\w+, "(?<icon>[a-z0-9/-]+)"|\[Menu\([^\]]*"~/[^"]*", "(?<icon>[a-z0-9/-]+)"|Icon\("(?<icon>[a-z0-9/-]+)["])""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
