using Platform.Modules.Engagements.Evidence;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;

namespace Platform.Tests.Journeys;

/// <summary>Every page of the route table, in the browser, on the demonstration: accessible, within 320 pixels, without a complaint.</summary>
[Collection(StageCollection.Name)]
public sealed class PageTests(Stage stage)
{
    private static readonly Dictionary<(string Space, string? Role), Visitor> Signed = [];

    public static TheoryData<string> Inside => [.. Matrix.Rows.Where(r => r.Value.Alice == "200" && r.Key.EndsWith(" GET", StringComparison.Ordinal) && r.Key[0] is '~' or '*').Select(r => r.Key)];

    public static TheoryData<string> Open => [.. Matrix.Rows.Where(r => r.Value.Nobody == "200" && r.Key.EndsWith(" GET", StringComparison.Ordinal)).Select(r => r.Key)];

    [JourneyTheory]
    [MemberData(nameof(Inside))]
    public Task A_member_finds_the_page_in_order(string target) => Check(target, "Administration");

    [JourneyTheory]
    [MemberData(nameof(Open))]
    public Task A_visitor_finds_the_page_in_order(string target) => Check(target, null);

    private async Task Check(string name, string? role)
    {
        var target = (await Target.All(stage.App)).Single(t => t.ToString() == name);
        // A download is no page.
        if (target.Model is null || target.Model.IsAssignableTo(typeof(DownloadPage))) return;
        var (space, sample) = await Where(target);
        if (!Signed.TryGetValue((space, role), out var visitor))
        {
            Signed[(space, role)] = visitor = await stage.Arrives();
            if (role is not null) await visitor.SignsInAs(space, role);
        }
        visitor.Complaints();
        await visitor.Page.SetViewportSizeAsync(1280, 800);
        var address = target.IsOutside ? target.Path(sample) : $"/{space}{target.Path(sample)}";
        Assert.Equal(200, await visitor.Goes(address));
        var problems = await visitor.Inaccessible();
        foreach (var width in new[] { 1280, 320 })
            if (await visitor.SticksOut(width) is { } what) problems.Add($"wider than {width} px: {what}");
        problems.AddRange((await visitor.Inaccessible()).Select(p => "at 320 px, " + p));
        problems.AddRange(visitor.Complaints());
        Assert.True(problems.Count == 0, $"{address}\n{string.Join('\n', problems.Distinct())}");
    }

    /// <summary>The first space of the demonstration that has what the address names; for want of one, the last gets it.</summary>
    private async Task<(string Space, Sample Sample)> Where(Target target)
    {
        foreach (var space in stage.Spaces)
            if (await Sample.Found(stage.App, await stage.Space(space)) is var sample && target.IsIn(sample)) return (space, sample);
        return (stage.Spaces[^1], await Sample.In(stage.App, await stage.Space(stage.Spaces[^1])));
    }
}
