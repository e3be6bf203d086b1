using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Tests.Kit;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Imports;

/// <summary>What a list gives as a file comes back: the dry run finds nothing to do.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Members_exported_and_imported_back_are_unchanged(string format)
    {
        var world = await Filled();
        await Unchanged(world, "/membres", "organisations", format, 3);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Commitments_exported_and_imported_back_are_unchanged(string format)
    {
        var world = await Filled();
        await Unchanged(world, "/engagements", "engagements-et-mesures", format, 3);
    }

    /// <summary>Titles that look like two, like a dated line, like an item of a list, like a formula.</summary>
    private static readonly string[] Awkward =
    [
        "Étude ; concertation ; travaux", "Réunion du 12/03/2027", "Bilan au 1er mars 2027.", "- tiret", "1. premier", "\"Plan vélo\" ; suite", "\"Seul", "Budget :", "Choisir –", "Voter pour le", "Sans – sans date", "=1+1 ; -2",
    ];

    [Fact]
    public void A_step_is_read_back_as_it_was_written_whatever_its_title_looks_like()
    {
        foreach (var title in Awkward)
            foreach (var due in new DateOnly?[] { null, new(2027, 9, 30) })
                Assert.Equal([new(title, due)], MeasureLines.Read([MeasureLines.Write(title, due)]).Lines);
        Assert.Equal("Choisir le tracé – 30/09/2026", MeasureLines.Write("Choisir le tracé", new(2026, 9, 30)));
        Assert.Equal(Awkward, Several.Split(Several.Join(Awkward)));
        Assert.Equal(["Redon", null, "le \"Pays\" de ; Nozay", "\"Seul"], Several.Split("Redon;; \"le \"\"Pays\"\" de ; Nozay\" \n\"Seul"));
    }

    private static async Task Unchanged(World world, string list, string nature, string format, int count)
    {
        var file = await world.Fanny.Get($"{list}?handler=Export&format={format}&colonnes=toutes");
        Assert.True(file.IsSuccessStatusCode, $"{list}: {(int)file.StatusCode}");
        var batch = (await world.Fanny.Sends(nature, "liste." + format, await file.Content.ReadAsByteArrayAsync())).Batch();
        var page = await world.Fanny.Checks(batch);
        Assert.True(page.Answer().Contains("Tout est déjà dans l’espace", StringComparison.Ordinal), page.Answer() + "\n" + string.Join("\n", page.Rows()));
        Assert.Equal(count, (await world.Fanny.Open($"/imports/{batch}?lignes=inchangees")).Rows().Count);
    }

    private static async Task<World> Filled()
    {
        var world = await World.New();
        var ids = new List<Guid>();
        foreach (var name in new[] { "Redon Agglomération", "=SOMME(Nozay)", "Œuvre « d’art » ; et \"cie\"" })
            ids.Add(await world.Given(new RegisterOrganisation.Command
            {
                Kind = OrganisationKind.Epci, Name = name, ShortName = name[..5], Seat = "Redon", WebSite = "https://www.example.org/a?b=c", Notes = "Première ligne\nseconde, avec 1 234,5 €",
                Siren = ids.Count == 0 ? "243500741" : null, Role = RoleKind.Member, Since = new(2019, 4, 12),
            }));
        var person = await world.Given(new RegisterPerson.Command { GivenName = "Claire", FamilyName = "Morvan", Standing = Standing.Elected, OrganisationId = ids[0] });
        await world.Given(new LogCommitment.Command
        {
            Title = "-Créer une ligne de car", Statement = "Deux lignes\net un « tiret »", Means = "12 %", Holders = [ids[0], ids[1]], LeadId = ids[1], StartsOn = new(2026, 1, 1), DueOn = new(2027, 12, 31),
            State = CommitmentState.UnderWay, StateOn = new(2026, 3, 12), Visibility = Visibility.Public, CadenceDays = 45, ReferentId = person, FirstMeasures = "Choisir le tracé – 30/09/2026\nOuvrir la ligne",
        });
        await world.Given(new LogCommitment.Command { Title = "Planter des haies", Holders = [ids[0]] });
        var awkward = await world.Given(new LogCommitment.Command { Title = "Étudier ; puis \"décider\"", Holders = [ids[2], ids[0]] });
        await world.Within(async db =>
        {
            var commitment = await db.Set<Commitment>().AsTracking().SingleAsync(c => c.Id == awkward);
            foreach (var (title, at) in Awkward.Select((title, at) => (title, at)))
                foreach (var due in new DateOnly?[] { null, new(2027, 9, 30), new(2027, 12, 1) }) commitment.Measures.Add(new Measure(title, at, due));
            return await db.SaveChangesAsync();
        });
        return world;
    }
}
