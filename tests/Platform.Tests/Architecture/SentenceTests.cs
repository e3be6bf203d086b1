using System.Text.RegularExpressions;
using Platform.Kernel;

namespace Platform.Tests.Architecture;

/// <summary>Every rule that can refuse has its French sentence, and no sentence is left over.</summary>
public sealed partial class SentenceTests
{
    [Fact]
    public void Every_rule_has_its_sentence_and_every_sentence_its_rule() =>
        Rule.Holds(Violations(Source.Files(".cs"), RuleSentences.Codes));

    [Fact]
    public void Canary_sentences() => Assert.Equal(
        ["A.cs: a.two has no sentence", "B.cs: the code of new RuleViolation(code) is no literal", "a.left: nothing says it"],
        Violations(
        [
            ("A.cs", """throw new RuleViolation("a.one", name); // throw new RuleViolation("a.no")""" + "\n" + """throw new RuleViolation(late ? "a.two" : "a.three");"""),
            ("B.cs", "throw new RuleViolation(code);"), ("C.cs", """RuleSentences.For("a.four", 2)"""),
        ], ["a.one", "a.three", "a.four", "a.left"]));

    private static List<string> Violations(IReadOnlyList<(string Path, string Text)> files, IReadOnlyCollection<string> known)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var violations = new List<string>();
        foreach (var (path, text) in files)
            foreach (var use in Use().Matches(Comment().Replace(text, "")).Where(u => !u.Value.Contains("class RuleViolation", StringComparison.Ordinal)))
            {
                var codes = Literal().Matches(use.Groups["code"].Value).Select(l => l.Groups[1].Value).ToList();
                if (codes.Count == 0 && !path.StartsWith("Kernel/", StringComparison.Ordinal)) violations.Add($"{path}: the code of {use.Value} is no literal");
                violations.AddRange(codes.Where(c => !known.Contains(c)).Select(c => $"{path}: {c} has no sentence"));
                said.UnionWith(codes);
            }
        violations.AddRange(known.Except(said).Select(c => $"{c}: nothing says it"));
        return violations;
    }

    // The first argument, which may be a condition over several lines.
    [GeneratedRegex("""(?:new RuleViolation|RuleSentences\.For)\((?<code>(?:[^(),"]|"[^"]*"|\((?:[^()]|\([^()]*\))*\))*)\)?""")]
    private static partial Regex Use();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
