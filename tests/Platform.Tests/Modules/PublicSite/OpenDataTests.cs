using System.Text.Json;
using Platform.Modules.PublicSite.Roadmap;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.PublicSite;

public sealed class OpenDataTests
{
    [Fact]
    public async Task Json_and_csv_hold_what_is_public_under_the_names_that_the_page_documents()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var id = await world.PublicPromise("Un bus, le samedi", await world.Organisation("Derval \"la belle\""), and: c => c with { DueOn = today.AddDays(30), FirstMeasures = "Choisir la ligne" });
        await world.News(id, "Ligne choisie.", isPublic: true);
        await world.News(id, "Interne.", isPublic: false);
        await world.Promise("Interne", await world.Organisation("Autre"));
        var answer = await world.Nobody.Get("/public/engagements.json");
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var record = json.RootElement.GetProperty("engagements").EnumerateArray().Single();
        Assert.Equal(OpenDataFiles.Fields.Where(f => f.InJson).Select(f => f.Name).Order(), record.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(today.AddDays(30).ToString("yyyy-MM-dd", null), record.GetProperty("echeance").GetString());
        Assert.Equal(["Ligne choisie.", null], record.GetProperty("nouvelles").EnumerateArray().Select(n => n.GetProperty("texte").GetString()));
        Assert.Equal("Licence Ouverte 2.0", json.RootElement.GetProperty("licence").GetString());

        var csv = await world.Nobody.Get("/public/engagements.csv");
        Assert.Equal("*", csv.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var lines = (await csv.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Equal(string.Join(',', OpenDataFiles.Fields.Where(f => f.InCsv).Select(f => f.Name)), lines[0]);
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"Un bus, le samedi\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"Derval \"\"la belle\"\"\"", lines[1], StringComparison.Ordinal);
        var documented = (await world.Nobody.Open("/public/donnees-ouvertes")).QuerySelectorAll("#engagements tbody th").Select(th => th.TextContent);
        Assert.Equal(OpenDataFiles.Fields.Select(f => f.Name), documented);
    }

    [Fact]
    public async Task Frameworks_and_coalitions_are_data_too_as_far_as_they_are_public()
    {
        var world = await World.New();
        await world.Framework("Secret", isPublic: false);
        await world.Coalition("Secrète", isPublic: false);
        var plan = await world.Framework("Plan climat", isPublic: true);
        await world.Insert(() =>
        {
            var aim = new Platform.Modules.Engagements.Frameworks.Objective(plan, 1);
            aim.Describe(null, "Réchauffement", null, "°C");
            aim.Aim(Platform.Modules.Engagements.Frameworks.Direction.Decrease, 1.5m, 2020, -0.5m, 2030);
            return aim;
        });
        var mobility = await world.Coalition("=Mobilités", isPublic: true);
        await world.PublicPromise("Un bus le samedi", await world.Organisation("Derval"), and: c => c with { Holders = [], CoalitionId = mobility });
        using var json = JsonDocument.Parse(await (await world.Nobody.Get("/public/engagements.json")).Content.ReadAsStringAsync());
        Assert.Equal("Sobriété", json.RootElement.GetProperty("cadres")[0].GetProperty("axes")[0].GetProperty("intitule").GetString());
        var coalition = json.RootElement.GetProperty("coalitions").EnumerateArray().Single();
        Assert.Equal(OpenSections.Coalitions.Select(f => f.Name), coalition.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, coalition.GetProperty("engagements").GetInt32());
        foreach (var (file, fields, rows) in new[] { ("objectifs", OpenSections.Objectives, 1), ("coalitions", OpenSections.Coalitions, 1) })
        {
            var lines = (await (await world.Nobody.Get($"/public/{file}.csv")).Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(string.Join(',', fields.Select(f => f.Name)), lines[0]);
            Assert.Equal(rows, lines.Length - 1);
            Assert.DoesNotContain("Secr", string.Concat(lines), StringComparison.Ordinal);
        }
        Assert.Contains("Plan climat,,Réchauffement,,°C,diminuer,1.5,2020,-0.5,2030,", await (await world.Nobody.Get("/public/objectifs.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(-0.5m, json.RootElement.GetProperty("cadres")[0].GetProperty("objectifs")[0].GetProperty("cible").GetDecimal());
        Assert.Contains("'=Mobilités", await (await world.Nobody.Get("/public/coalitions.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Category", "unit")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-2,5", "\"'-2,5\"")]
    [InlineData("+33", "'+33")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("simple", "simple")]
    [InlineData(null, "")]
    public void A_cell_is_a_text_whatever_it_holds(string? text, string cell) => Assert.Equal(cell, OpenDataFiles.Cell(text));

    [Fact]
    public async Task More_than_a_batch_goes_out_whole_and_in_order()
    {
        var world = await World.New();
        var holder = await world.Organisation("Derval");
        await world.Within(async db =>
        {
            for (var i = 1; i <= 620; i++)
            {
                var commitment = new Platform.Modules.Engagements.Commitments.Commitment(i, $"Promesse {i}", Guid.NewGuid(), new DateOnly(2026, 1, 1), world.App.Clock.GetUtcNow(), new(null, "Essai"));
                commitment.HeldBy([holder], null);
                commitment.Show(Platform.Modules.Engagements.Commitments.Visibility.Public);
                commitment.To(Platform.Modules.Engagements.Commitments.CommitmentState.Proposed, new DateOnly(2026, 1, 1), world.App.Clock.GetUtcNow(), new(null, "Essai"));
                db.Add(commitment);
            }
            await db.SaveChangesAsync();
            return true;
        });
        using var json = JsonDocument.Parse(await (await world.Nobody.Get("/public/engagements.json")).Content.ReadAsStringAsync());
        Assert.Equal(Enumerable.Range(1, 620), json.RootElement.GetProperty("engagements").EnumerateArray().Select(e => e.GetProperty("numero").GetInt32()));
    }
}
