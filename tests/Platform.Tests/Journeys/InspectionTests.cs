namespace Platform.Tests.Journeys;

/// <summary>A page with every fault that the journeys look for: each is found.</summary>
[Collection(StageCollection.Name)]
public sealed class InspectionTests(Stage stage)
{
    [JourneyFact]
    public async Task Each_fault_is_found()
    {
        await using var visitor = await stage.Arrives();
        await visitor.Page.SetContentAsync("<!doctype html><html lang=fr><title>Page</title><main><h1>Page</h1><img src='data:,'><p style='width:1000px'>Large</p><script>console.error('aïe')</script></main>");
        Assert.Contains(await visitor.Inaccessible(), p => p.StartsWith("image-alt (critical): <img", StringComparison.Ordinal));
        Assert.Contains("Large", await visitor.SticksOut(320));
        Assert.Null(await visitor.SticksOut(1280));
        Assert.Contains(visitor.Complaints(), c => c.EndsWith("aïe", StringComparison.Ordinal));
    }
}
