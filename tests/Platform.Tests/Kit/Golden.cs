using Platform.Tests.Architecture;

namespace Platform.Tests.Kit;

/// <summary>A text that is kept beside its test, so that whoever changes it sees what others will read. Run with <c>PLATFORM_TEST_GOLDEN=write</c> it writes the
/// file instead; the difference is then read like any other change.</summary>
internal static class Golden
{
    public static async Task Holds(string path, string text)
    {
        var file = Path.Combine(Source.Root, "tests", "Platform.Tests", path);
        if (Environment.GetEnvironmentVariable("PLATFORM_TEST_GOLDEN") == "write") await File.WriteAllTextAsync(file, text);
        var (kept, read) = ((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").Split('\n'), text.ReplaceLineEndings("\n").Split('\n'));
        for (var line = 0; line < Math.Max(kept.Length, read.Length); line++)
            Assert.True(line < kept.Length && line < read.Length && kept[line] == read[line],
                $"{path}, line {line + 1}:\n  kept: {kept.ElementAtOrDefault(line) ?? "(end)"}\n  now:  {read.ElementAtOrDefault(line) ?? "(end)"}");
    }
}
