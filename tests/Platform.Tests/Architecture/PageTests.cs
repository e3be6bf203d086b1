using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Kernel;

namespace Platform.Tests.Architecture;

/// <summary>Pages bind, send and show; their addresses are French; their views carry nothing that the content policy refuses.</summary>
public sealed partial class PageTests
{
    /// <summary>What a page model may take besides the mediator, and why.</summary>
    private static readonly Dictionary<string, string> MoreThanTheMediator = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void Page_models_take_the_mediator_only()
    {
        Rule.Holds(Takers(typeof(Program).Assembly.GetTypes(), MoreThanTheMediator));
        Rule.Holds(MoreThanTheMediator.Keys.Except(PageModels(typeof(Program).Assembly.GetTypes()).Select(p => p.FullName!)));
    }

    [Fact]
    public void Canary_a_page_model_that_takes_more() => Assert.Single(Takers([typeof(Canaries.GreedyModel)], []));

    [Fact]
    public void Page_models_are_short_and_so_are_slices()
    {
        Rule.Holds(TooLong(Source.Files(".cs")));
    }

    [Fact]
    public void Canary_length() => Assert.Equal(
        ["Modules/X/Long.cshtml.cs: 61 lines, at most 60", "Modules/X/Slice.cs: 251 lines, at most 250"],
        TooLong(
        [
            ("Modules/X/Long.cshtml.cs", Lines(61)), ("Modules/X/Short.cshtml.cs", Lines(60)), ("Modules/X/Slice.cs", "IRequestHandler<\n" + Lines(250)),
            ("Modules/X/SmallSlice.cs", "IRequestHandler<\n" + Lines(249)),
        ]));

    [Fact]
    public void Every_page_has_a_french_address_of_its_own() => Rule.Holds(Addresses(Source.Files(".cshtml"), Source.Files(".cshtml.cs")));

    [Fact]
    public void Canary_addresses()
    {
        var said = Addresses(
        [
            ("Modules/X/A.cshtml", "@page\n"), ("Modules/X/B.cshtml", "@page \"engagements\"\n"), ("Modules/X/C.cshtml", "@page \"/engagements/new\"\n"),
            ("Modules/X/D.cshtml", "@page \"/engagements/{id:guid}\"\n"), ("Modules/X/E.cshtml", "@page \"/engagements/{Commitment:guid}\"\n"), ("Modules/X/F.cshtml", "@page \"/Membres\"\n"),
            ("Modules/X/G.cshtml", "@page \"/\"\n"), ("Modules/X/H.cshtml", "@page \"/\"\n"),
        ], [("Modules/X/H.cshtml.cs", "[OutsideSpaces]\npublic sealed class HModel")]);
        Assert.Equal(
        [
            "Modules/X/A.cshtml: no address", "Modules/X/B.cshtml: engagements is not absolute", "Modules/X/C.cshtml: “new” is not French",
            "Modules/X/E.cshtml: same address as Modules/X/D.cshtml", "Modules/X/F.cshtml: “Membres” is not lower case",
        ], said);
    }

    [Fact]
    public void Views_carry_no_inline_style_or_script() => Rule.Holds(Inline(Source.Files(".cshtml")));

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<script>go()</script>")]
    [InlineData("<style>p { color: red }</style>")]
    [InlineData("<a href=\"javascript:go()\">")]
    [InlineData("<div hx-on:click=\"go()\">")]
    [InlineData("@Html.Raw(Model.Text)")]
    public void Canary_inline(string html) => Assert.Single(Inline([("Modules/X/A.cshtml", html)]));

    [Fact]
    public void Canary_what_inline_allows() =>
        Rule.Holds(Inline([("Modules/X/A.cshtml", "<script src=\"/dist/app.js\" defer></script><style nonce=\"@nonce\">p {}</style><p class=\"one\" data-style=\"x\">")]));

    private static IEnumerable<Type> PageModels(IEnumerable<Type> types) => types.Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(PageModel)));

    private static List<string> Takers(IEnumerable<Type> types, Dictionary<string, string> reasons) => [.. PageModels(types)
        .Where(p => !reasons.ContainsKey(p.FullName!))
        .SelectMany(p => p.GetConstructors().SelectMany(c => c.GetParameters()).Where(a => a.ParameterType != typeof(IMediator)).Select(a => $"{p.FullName} takes {a.ParameterType.Name}"))];

    private static List<string> TooLong(IEnumerable<(string Path, string Text)> files) => [.. files
        .Where(f => f.Path.StartsWith("Modules/", StringComparison.Ordinal))
        .Select(f => (f.Path, Lines: f.Text.TrimEnd().Split('\n').Length, Limit: f.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? 60 : f.Text.Contains("IRequestHandler<", StringComparison.Ordinal) ? 250 : int.MaxValue))
        .Where(f => f.Lines > f.Limit).Select(f => $"{f.Path}: {f.Lines} lines, at most {f.Limit}")];

    private static List<string> Addresses(IReadOnlyList<(string Path, string Text)> views, IReadOnlyList<(string Path, string Text)> models)
    {
        var violations = new List<string>();
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in views)
        {
            if (PageDirective().Match(text) is not { Success: true } page) continue;
            var address = page.Groups["address"].Value;
            if (address.Length == 0) violations.Add($"{path}: no address");
            else if (address[0] != '/') violations.Add($"{path}: {address} is not absolute");
            else
            {
                foreach (var word in Parameter().Replace(address, "").Split('/', '.', '-').Where(w => w.Length > 0))
                    if (English.Contains(word)) violations.Add($"{path}: “{word}” is not French");
                    else if (!LowerCase().IsMatch(word)) violations.Add($"{path}: “{word}” is not lower case");
                // Outside the spaces and inside them, the same address is two pages.
                var outside = models.Any(m => m.Path == path + ".cs" && m.Text.Contains("[OutsideSpaces]", StringComparison.Ordinal));
                var shape = (outside ? "outside " : "") + Parameter().Replace(address, "{}");
                if (!taken.TryAdd(shape, path)) violations.Add($"{path}: same address as {taken[shape]}");
            }
        }
        return violations;
    }

    private static readonly HashSet<string> English = new(StringComparer.Ordinal)
    {
        "new", "edit", "delete", "create", "add", "update", "updates", "list", "search", "login", "logout", "signin", "signout", "home", "dashboard", "settings", "members",
        "member", "people", "person", "persons", "organisation", "organisations", "organization", "organizations", "commitment", "commitments", "framework", "frameworks",
        "axis", "objective", "objectives", "body", "bodies", "mandate", "mandates", "task", "tasks", "lead", "leads", "space", "spaces", "account", "profile",
        "privacy", "legal", "accessibility", "import", "reference", "details", "index", "news", "measure", "measures", "indicator", "indicators", "roles", "audit",
    };

    private static List<string> Inline(IEnumerable<(string Path, string Text)> views) => [.. views
        .SelectMany(v => Forbidden().Matches(v.Text).Select(m => $"{v.Path}: {m.Value}"))];

    private static string Lines(int n) => string.Join('\n', Enumerable.Repeat("//", n));

    [GeneratedRegex("""^@page[ \t]*(?:"(?<address>[^"]*)")?""", RegexOptions.Multiline)]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("^[a-z0-9]+$")]
    private static partial Regex LowerCase();

    [GeneratedRegex("""\sstyle=|\son[a-z]+=|\shx-on[:a-z-]*=|javascript:|<script(?![^>]*\b(?:src|nonce)=)[^>]*>|<style(?![^>]*\bnonce=)[^>]*>|Html\.Raw\([^)]*\)""", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
