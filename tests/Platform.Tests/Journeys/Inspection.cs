using System.Collections.Concurrent;
using Platform.Kernel;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;

namespace Platform.Tests.Journeys;

/// <summary>Looks at pages with one role's eyes, a few at a time: whoever asks for one page has the next ones looked at as well, since a browser and
/// a server that wait for each other leave a processor idle.</summary>
internal sealed class Inspection(string? role, IReadOnlyList<string> names)
{
    private const int AtOnce = 3;

    private static readonly SemaphoreSlim Seats = new(AtOnce);
    private static readonly SemaphoreSlim Arranging = new(1);
    private static readonly Dictionary<string, Sample> Found = [];
    private static List<Target>? targets;

    private readonly ConcurrentDictionary<string, Lazy<Task<List<string>>>> looked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentBag<Visitor>> signed = new(StringComparer.Ordinal);

    /// <returns>What is wrong with the page, one sentence each.</returns>
    public Task<List<string>> Of(Stage stage, string name)
    {
        var own = Begin(stage, name);
        foreach (var next in names.SkipWhile(n => n != name).Skip(1).Where(n => !looked.ContainsKey(n)).Take(AtOnce - 1).ToList()) _ = Begin(stage, next);
        return own;
    }

    // Away from the test's own context, which runs on the few threads of the runner.
    private Task<List<string>> Begin(Stage stage, string name) =>
        looked.GetOrAdd(name, _ => new(() => Task.Run(() => Look(stage, name)))).Value;

    private async Task<List<string>> Look(Stage stage, string name)
    {
        await Seats.WaitAsync();
        try
        {
            var (target, space, sample) = await Where(stage, name);
            // A download is no page.
            if (target.Model is null || target.Model.IsAssignableTo(typeof(IAnswersAFile))) return [];
            var resting = signed.GetOrAdd(space, _ => []);
            if (!resting.TryTake(out var visitor))
            {
                visitor = await stage.Arrives();
                if (role is not null) await visitor.SignsInAs(space, role);
            }
            var problems = await Look(visitor, target.IsOutside ? target.Path(sample) : $"/{space}{target.Path(sample)}");
            resting.Add(visitor);
            return problems;
        }
        finally
        {
            Seats.Release();
        }
    }

    private static async Task<List<string>> Look(Visitor visitor, string address)
    {
        visitor.Complaints();
        await visitor.Page.SetViewportSizeAsync(1280, 800);
        var status = await visitor.Goes(address);
        if (status != 200) return [$"{address}: {status}"];
        var problems = await visitor.Inaccessible();
        foreach (var width in new[] { 1280, 320 })
            if (await visitor.SticksOut(width) is { } what) problems.Add($"wider than {width} px: {what}");
        problems.AddRange((await visitor.Inaccessible()).Select(p => "at 320 px, " + p));
        problems.AddRange(visitor.Complaints());
        return [.. problems.Distinct().Select(p => $"{address}: {p}")];
    }

    /// <summary>The first space of the demonstration that has what the address names; for want of one, the last gets it.</summary>
    private static async Task<(Target Target, string Space, Sample Sample)> Where(Stage stage, string name)
    {
        await Arranging.WaitAsync();
        try
        {
            var target = (targets ??= await Target.All(stage.App)).Single(t => t.ToString() == name);
            foreach (var space in stage.Spaces)
            {
                if (!Found.TryGetValue(space, out var sample)) Found[space] = sample = await Sample.Found(stage.App, await stage.Space(space));
                if (target.IsIn(sample)) return (target, space, sample);
            }
            var last = stage.Spaces[^1];
            return (target, last, Found[last] = await Sample.In(stage.App, await stage.Space(last)));
        }
        finally
        {
            Arranging.Release();
        }
    }
}
