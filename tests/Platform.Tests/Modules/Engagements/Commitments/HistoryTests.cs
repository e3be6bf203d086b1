using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class HistoryTests
{
    [Fact]
    public async Task Two_hundred_news_are_read_page_by_page_none_twice_none_lost_and_the_page_stays_light()
    {
        var world = await World.New();
        var (now, today) = (world.App.Clock.GetUtcNow(), world.Space.Today(world.App.Clock));
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { Visibility = Visibility.Public, FirstMeasures = "Étudier" });
        var step = (await world.Bob.Sends(new ShowCommitment.Query(id))).Steps[0].Id;
        await world.Fanny.Sends(new FinishMeasure.Command(id, step, true));
        // Whole weeks of them on one day, and all recorded at one instant, as an import does.
        var news = Enumerable.Range(0, 200).Select(i => new Update(id, Guid.CreateVersion7(), UpdateStatus.OnTrack, null, $"Nouvelle {i:000}", today.AddDays(-(i / 30) * 7), now, today, new Author(null, "Zoé"), isPublic: true)).ToList();
        var correction = new Update(id, Guid.CreateVersion7(), UpdateStatus.Attention, null, "Mieux dit", today, now.AddMinutes(1), today, new Author(null, "Zoé"), news[199].Id);
        await world.Within(db =>
        {
            db.AddRange(news);
            db.Add(correction);
            return Task.FromResult(0);
        });

        var html = await (await world.Bob.Get($"/engagements/{id}")).Content.ReadAsStringAsync();
        Assert.InRange(html.Length, 1000, 80_000);
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Equal(History.Size, page.QuerySelectorAll(".timeline > li").Length);
        // The whole life is drawn, whatever the page shows.
        Assert.True(page.QuerySelectorAll("svg.frieze circle").Length > 6);
        var seen = new List<string>();
        for (var at = $"/engagements/{id}"; at is not null;)
        {
            var shown = await world.Bob.Open(at);
            seen.AddRange(shown.QuerySelectorAll(".timeline > li").Select(e => e.TextContent));
            at = shown.QuerySelector("#plus-anciennes a")?.GetAttribute("href")![(1 + world.Space.Identifier.Length)..];
        }
        Assert.Equal(200, news.Count(n => seen.Count(s => s.Contains(n.Text, StringComparison.Ordinal)) == 1));
        Assert.Single(seen, s => s.Contains("Étudier", StringComparison.Ordinal));
        // A correction and what it corrects know each other from one page to the other.
        Assert.Contains("Corrigée le", seen.Single(s => s.Contains("Nouvelle 199", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Corrige la nouvelle du", seen.Single(s => s.Contains("Mieux dit", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(History.Size, (await world.Bob.Open($"/engagements/{id}/histoire?apres=n-importe-quoi")).QuerySelectorAll(".timeline > li").Length);

        // The same for everybody, without what was corrected.
        var (open, cursor) = (new List<string>(), (string?)null);
        do
        {
            var sheet = await world.Bob.Sends(new ShowPublicCommitment.Query(id, cursor));
            open.AddRange(sheet.Events.Select(e => e.Text ?? ""));
            cursor = sheet.Older;
        }
        while (cursor is not null);
        Assert.Equal(199, open.Where(t => t.StartsWith("Nouvelle", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(199, open.Count(t => t.StartsWith("Nouvelle", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Many_documents_are_shown_by_their_last_and_listed_apart()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        await world.Within(db =>
        {
            for (var i = 0; i < 60; i++)
                db.Add(Document.OfLink(new Place(id, null, null, null), $"Lien {i:00}", $"https://example.org/{i}", $"{i:x64}", new Author(null, "Zoé"), world.App.Clock.GetUtcNow().AddSeconds(i)));
            return Task.FromResult(0);
        });
        var sheet = await world.Bob.Open($"/engagements/{id}");
        Assert.Equal(ListDocuments.OnSheet, sheet.QuerySelectorAll("#documents .attached li").Length);
        var seen = await world.Bob.Walk($"/engagements/{id}/documents", ".attached a[href^='https']");
        Assert.Equal((60, 60), (seen.Count, seen.Distinct().Count()));
    }
}
