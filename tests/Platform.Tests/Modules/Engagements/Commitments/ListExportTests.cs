using System.Net;
using System.Text;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class ListExportTests
{
    [Fact]
    public async Task A_file_holds_exactly_what_the_filter_leaves_in_the_order_of_the_list()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        for (var i = 0; i < 60; i++) await world.Promise($"Haie {i:00}", i % 2 == 0 ? redon : blain, and: c => c with { DueOn = new DateOnly(2030, 1, 1).AddDays(i) });
        var rows = await Csv(world.Bob, $"/engagements?handler=Export&format=csv&porteur={redon}&tri=titre&sens=desc&apres=AAAA");
        Assert.Equal(30, rows.Count);
        Assert.Equal(("Haie 58", "Haie 00"), (rows[0]["Intitulé"], rows[^1]["Intitulé"]));
        Assert.Equal(["Intitulé", "État", "Échéance", "Dernière nouvelle"], rows[0].Keys);
        Assert.Equal(("28/02/2030", "En cours"), (rows[0]["Échéance"], rows[0]["État"]));
    }

    [Fact]
    public async Task All_the_columns_hold_what_the_form_was_given()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        var person = await world.Being("Claire", "Morvan", redon);
        var id = await world.Promise("=Planter", redon, and: c => c with
        {
            Statement = "Deux lignes,\ndont celle-ci ; entière", Means = "@40 000 €", Holders = [redon, blain], LeadId = blain, StartsOn = new DateOnly(2027, 1, 4),
            DueOn = new DateOnly(2028, 12, 31), CadenceDays = 60, ReferentId = person, FacilitatorId = person, Visibility = Visibility.Public,
        });
        await world.Alice.Sends(new AddMeasures.Command { CommitmentId = id, Lines = "Choisir les parcelles – 30/06/2027\nPlanter" });
        var row = Assert.Single(await Csv(world.Bob, "/engagements?handler=Export&colonnes=toutes"));
        Assert.Equal("'=Planter|En cours||Deux lignes,\ndont celle-ci ; entière|Blain ; Redon|Blain|'@40 000 €|04/01/2027|31/12/2028|60|Claire Morvan|Claire Morvan|Public|Choisir les parcelles – 30/06/2027 ; Planter|" + id,
            string.Join('|', new[] { "Intitulé", "État", "Situation", "Énoncé", "Organisations", "Chef de file", "Moyens", "Début", "Échéance", "Rythme des nouvelles", "Référent", "Suivi par", "Visibilité", "Mesures", "Identifiant" }
                .Select(h => row[h])).ReplaceLineEndings("\n"));
        Assert.DoesNotContain("Parcours", row.Keys);
    }

    [Fact]
    public async Task The_file_is_called_after_the_list_the_space_and_the_day_and_nobody_else_may_have_it()
    {
        var world = await World.New();
        await world.Promise("Haies", await world.Organisation("Redon"));
        var answer = await world.Bob.Get("/engagements?handler=Export&format=xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"engagements-{world.Space.Identifier}-{world.Space.Today(world.App.Clock):yyyy-MM-dd}.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/engagements?handler=Export")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Get("/engagements?handler=Export")).StatusCode);
    }

    [Fact]
    public async Task Columns_are_chosen_in_the_address_and_the_links_keep_them()
    {
        var world = await World.New();
        await world.Promise("Haies", await world.Organisation("Redon"), and: c => c with { Statement = "Un énoncé" });
        var page = await world.Bob.Open("/engagements?colonnes=enonce&colonnes=echeance&colonnes=inconnue&tri=titre");
        Assert.Equal(["Engagement", "Énoncé", "Échéance"], page.QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));
        Assert.Equal("Un énoncé", page.QuerySelector("td[data-label='Énoncé']")!.TextContent.Trim());
        Assert.All(page.QuerySelectorAll("thead th a, .facet a, a[download]:not([href*=toutes])"), a => Assert.Contains("colonnes=enonce&colonnes=echeance", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(["enonce", "echeance"], page.QuerySelectorAll("input[name=colonnes][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Engagement", "État", "Parcours", "Échéance", "Dernière nouvelle"], (await world.Bob.Open("/engagements?colonnes=inconnue")).QuerySelectorAll("thead th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task The_usual_list_costs_five_round_trips_at_most()
    {
        var world = await World.New();
        await world.Promise("Haies", await world.Organisation("Redon"));
        await world.Bob.Open("/engagements");
        using var trips = RoundTrips.Of(world);
        await world.Bob.Open("/engagements?tri=titre");
        Assert.True(trips.Commands.Count <= 5, string.Join("\n\n", trips.Commands));
    }

    internal static async Task<List<Dictionary<string, string>>> Csv(Person person, string address)
    {
        var answer = await person.Get(address);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var (header, rows) = (Cells(await answer.Content.ReadAsStringAsync())[0], Cells(await answer.Content.ReadAsStringAsync()).Skip(1));
        return [.. rows.Select(r => header.Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    /// <summary>An independent reader: quotes doubled inside quotes, semicolons, line ends.</summary>
    private static List<List<string>> Cells(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') { cell.Append('"'); i++; }
            else if (c == '"') quoted = !quoted;
            else if (!quoted && (c is ';' or '\n')) { End(); if (c == '\n') { rows.Add(row); row = []; } }
            else if (c != '\r' && c != '\uFEFF') cell.Append(c);
        }
        return rows;

        void End() { row.Add(cell.ToString()); cell.Clear(); }
    }
}
