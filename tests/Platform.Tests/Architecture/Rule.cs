namespace Platform.Tests.Architecture;

internal static class Rule
{
    /// <summary>Fails with every violation, one to a line.</summary>
    public static void Holds(IEnumerable<string> violations)
    {
        var all = violations.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} violations:")));
    }
}
