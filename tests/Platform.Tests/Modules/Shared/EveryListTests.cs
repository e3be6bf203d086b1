using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Shared;

public sealed class EveryListTests
{
    public static TheoryData<string> Lists => [.. Matrix.Rows.Keys.Where(k => k.EndsWith(" GET Export", StringComparison.Ordinal)).Select(k => k[1..k.IndexOf(' ', StringComparison.Ordinal)])];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Shows_all_its_columns_and_comes_out_in_both_formats(string list)
    {
        var world = await World.New();
        var sample = await Sample.In(world, world.Space);
        // A list of something stands under its address.
        list = new Target("~" + list, "GET", null).Path(sample);
        await world.Alice.Open(list);
        await world.Alice.Open(list + "?colonnes=toutes");
        var rows = await ListExportTests.Csv(world.Alice, list + "?handler=Export&colonnes=toutes&format=csv");
        // The sample makes no access, and Alice has no task.
        if (list is not ("/taches" or "/acces")) Assert.Contains(sample.Canary, string.Concat(rows.SelectMany(r => r.Values)), StringComparison.OrdinalIgnoreCase);
        Assert.All(rows, r => Assert.DoesNotContain(r.Keys, string.IsNullOrEmpty));
        var xlsx = await world.Alice.Get(list + "?handler=Export&colonnes=toutes&format=xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx.Content.Headers.ContentType?.MediaType);
    }
}
