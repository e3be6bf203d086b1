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
    public async Task A_member_finds_the_page_in_order(string target) => Assert.Empty(await Members.Of(stage, target));

    [JourneyTheory]
    [MemberData(nameof(Open))]
    public async Task A_visitor_finds_the_page_in_order(string target) => Assert.Empty(await Visitors.Of(stage, target));

    private static List<string> Pages(Func<KeyValuePair<string, Matrix.Row>, bool> which) =>
        [.. Matrix.Rows.Where(r => which(r) && r.Key.EndsWith(" GET", StringComparison.Ordinal)).Select(r => r.Key)];
}
