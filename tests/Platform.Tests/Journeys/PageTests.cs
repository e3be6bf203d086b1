using Platform.Tests.Isolation;

namespace Platform.Tests.Journeys;

/// <summary>Every page of the route table, in the browser, on the demonstration: accessible, within 320 pixels, without a complaint.</summary>
[Collection(StageCollection.Name)]
public sealed class PageTests(Stage stage)
{
    private static readonly List<string> Inner = Pages(r => r.Value.Alice == "200" && r.Key[0] is '~' or '*'), Outer = Pages(r => r.Value.Nobody == "200");

    private static readonly Inspection Members = new("Administration", Inner), Visitors = new(null, Outer);

    public static TheoryData<string> Inside => [.. Inner];

    public static TheoryData<string> Open => [.. Outer];

    [JourneyTheory]
    [MemberData(nameof(Inside))]
    public Task A_member_finds_the_page_in_order(string target) => Check(Members, target);

    [JourneyTheory]
    [MemberData(nameof(Open))]
    public Task A_visitor_finds_the_page_in_order(string target) => Check(Visitors, target);

    private async Task Check(Inspection inspection, string target)
    {
        var problems = await inspection.Of(stage, target);
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static List<string> Pages(Func<KeyValuePair<string, Matrix.Row>, bool> which) =>
        [.. Matrix.Rows.Where(r => which(r) && r.Key.EndsWith(" GET", StringComparison.Ordinal)).Select(r => r.Key)];
}
