using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Imports.Reading;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Shared.Lists;
using Platform.Tests.Kit;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Imports;

/// <summary>What a list gives as a file comes back: the dry run finds nothing to do.</summary>
public sealed class RoundTripTests
{
    private static readonly (string List, string Nature, int Count)[] Everything =
    [
        ("/membres?handler=Export", "organisations", 5),
        ("/personnes?handler=Export", "personnes-et-mandats", 3),
        ("/engagements?handler=Export", "engagements-et-mesures", 4),
        ("/engagements?handler=Values", "valeurs-d-indicateurs", 4),
    ];

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_exported_and_imported_back_is_unchanged(string format)
    {
        var world = await Filled();
        foreach (var (list, nature, count) in Everything)
        {
            var file = await Exported(world, list, format);
            var batch = (await world.Fanny.Sends(nature, "liste." + format, file)).Batch();
            var page = await world.Fanny.Checks(batch);
            Assert.True(page.Answer().Contains("tout est déjà dans l’espace", StringComparison.Ordinal), $"{nature}: {page.Answer()}\n{string.Join("\n", page.Rows())}");
            Assert.Equal(count, (await world.Fanny.Open($"/imports/{batch}?lignes=inchangees")).Rows().Count);
        }
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

    [Fact]
    public async Task A_file_of_all_columns_holds_past_and_future_roles_and_every_mandate_in_step()
    {
        var world = await Filled();
        var members = Lines(await Exported(world, "/membres?handler=Export", "csv"));
        var redon = members.Single(m => m["Nom"] == "Redon Agglomération");
        Assert.Equal(["Financeur|01/01/2020|", "Membre|01/01/2026|", "Membre|12/04/2019|31/12/2024", "Partenaire|01/01/2030|31/12/2031"],
            Several.Split(redon["Rôle"]!).Zip(Several.Split(redon["Début"]!), Several.Split(redon["Fin"]!)).Select(r => $"{r.First}|{r.Second}|{r.Third}").Order(StringComparer.Ordinal));
        var claire = Lines(await Exported(world, "/personnes?handler=Export", "csv")).Single(p => p["Prénom"] == "Claire" && p["Adresse électronique"] == "claire@example.org");
        Assert.Equal("Bureau ; \"Comité ; eau\" ; Bureau", claire["Instance"]);
        Assert.Equal(" ; \"littoral ; rivières\" ; mobilités".TrimStart(), claire["Précision"]);
        Assert.Equal("31/12/2023 ; ;", string.Join(' ', claire["Fin du mandat"]!.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        // What is shown on screen stays what runs today.
        Assert.Equal("Membre ; Financeur", Lines(await Exported(world, "/membres?handler=Export", "csv", "role")).Single(m => m["Nom"] == "Redon Agglomération")["Rôle"]);
    }

    [Fact]
    public async Task Corrected_in_the_spreadsheet_only_what_was_corrected_changes_and_what_is_refused_comes_back_as_a_file()
    {
        var world = await Filled();
        var text = Encoding.UTF8.GetString(await Exported(world, "/personnes?handler=Export", "csv"));
        var corrected = text.Replace("31/12/2023", "30/06/2023", StringComparison.Ordinal) + ";Nouveau;;;Nulle part\r\n";
        var batch = (await world.Fanny.Sends("personnes-et-mandats", "personnes.csv", Encoding.UTF8.GetBytes(corrected))).Batch();
        var page = await world.Fanny.Checks(batch);
        Assert.Equal("Vérifié, à importer Personnes et mandats : 1 changée, 2 inchangées, 1 refusée.", page.Answer());
        Assert.Contains("31 décembre 2023", (await world.Fanny.Open($"/imports/{batch}?lignes=changees")).Rows()[0], StringComparison.Ordinal);

        using var sent = new MemoryStream(await (await world.Fanny.Get($"/imports/{batch}?handler=Refused")).Content.ReadAsByteArrayAsync());
        using var refused = Table.Of(sent);
        var lines = refused.Lines().ToList();
        Assert.Equal("Pourquoi", lines[0].Cells[^1]);
        Assert.Contains("aucune organisation de ce nom", lines[1].Cells[^1], StringComparison.Ordinal);
        Assert.Contains("Nulle part", lines[1].Cells);
        using var model = new MemoryStream(await (await world.Fanny.Get("/imports/nouveau/personnes-et-mandats?handler=Template")).Content.ReadAsByteArrayAsync());
        using var empty = Table.Of(model);
        Assert.Contains("Fonction dans l’instance", Assert.Single(empty.Lines()).Cells);

        await world.Fanny.Does(batch, "Apply");
        Assert.Contains(await world.Within(db => db.Set<Platform.Modules.Governance.Bodies.Mandate>().ToListAsync()), m => m.End == new DateOnly(2023, 6, 30));
        Assert.Equal("Annulé Tout est revenu comme avant.", (await world.Fanny.Does(batch, "Undo")).Answer());
        Assert.Contains(await world.Within(db => db.Set<Platform.Modules.Governance.Bodies.Mandate>().ToListAsync()), m => m.End == new DateOnly(2023, 12, 31));
    }

    [Fact]
    public async Task A_line_without_the_chosen_key_is_found_by_the_next_and_two_lines_of_one_thing_are_told()
    {
        var world = await World.New();
        await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Redon Agglomération", Siren = "243500741", Seat = "Redon", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Seat = "Nozay", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var batch = (await world.Fanny.Pastes("organisations",
            "Collectivité (nom)\tType\tSIREN\tVille\nNozay\t\t\tBlain\nAgglo de Redon\tEPCI\t243500741\tRedon\nRedon Agglomération\t\t\tAllaire\nNozay\tAssociation\t552100554\tNozay\n")).Batch();
        var page = await world.Fanny.Checks(batch);
        // The fourth has the name of the first, and no SIREN of the space: it completes the first.
        Assert.Equal("Vérifié, à importer Organisations : 1 changée, 2 refusées.", page.Answer());
        Assert.Contains("La ligne 3 parle déjà de cette fiche", string.Join('\n', page.Rows()), StringComparison.Ordinal);
        Assert.Contains("La ligne 5 parle de la même fiche et dit autre chose : « Nozay »", string.Join('\n', page.Rows()), StringComparison.Ordinal);
    }

    private static async Task<byte[]> Exported(World world, string list, string format, string columns = "toutes")
    {
        var file = await world.Fanny.Get($"{list}&format={format}&colonnes={columns}");
        Assert.True(file.IsSuccessStatusCode, $"{list}: {(int)file.StatusCode}");
        return await file.Content.ReadAsByteArrayAsync();
    }

    private static List<Dictionary<string, string?>> Lines(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var table = Table.Of(stream);
        var lines = table.Lines().ToList();
        return lines.Skip(1).ToList().ConvertAll(l => lines[0].Cells.Index().ToDictionary(h => h.Item!, h => l.Cells.ElementAtOrDefault(h.Index)));
    }

    private static async Task<World> Filled()
    {
        var world = await World.New();
        var ids = new List<Guid>();
        // Two of one name, told apart by their SIREN; names that look like a formula, or that hold the marks of files.
        foreach (var (name, siren) in new[] { ("Redon Agglomération", "243500741"), ("=SOMME(Nozay)", null), ("Œuvre « d’art » ; et \"cie\"", null), ("\"Coop\" d’Erdre ; Gesvres", "552100554"), ("\"Coop\" d’Erdre ; Gesvres", (string?)"200066777") })
            ids.Add(await world.Given(new RegisterOrganisation.Command
            {
                Kind = OrganisationKind.Epci, Name = name, ShortName = name[..5], Seat = "Redon", WebSite = "https://www.example.org/a?b=c", Notes = "Première ligne\nseconde, avec 1 234,5 €",
                Siren = siren, Role = RoleKind.Member, Since = new(2019, 4, 12), Seen = ids,
            }));
        var member = await world.Within(db => db.Set<Organisation>().Where(o => o.Id == ids[0]).SelectMany(o => o.Roles).Select(r => r.Id).SingleAsync());
        await world.Given(new SetRole.Command { OrganisationId = ids[0], RoleId = member, Start = new(2019, 4, 12), End = new(2024, 12, 31) });
        foreach (var (role, start, end) in new[] { (RoleKind.Member, new DateOnly(2026, 1, 1), (DateOnly?)null), (RoleKind.Funder, new(2020, 1, 1), null), (RoleKind.Partner, new(2030, 1, 1), new(2031, 12, 31)) })
            await world.Given(new SetRole.Command { OrganisationId = ids[0], Role = role, Start = start, End = end });

        var claire = await world.Given(new RegisterPerson.Command { GivenName = "Claire", FamilyName = "Morvan", Standing = Standing.Elected, OrganisationId = ids[0], Email = "claire@example.org", Phone = "+33 6 12 34 56 78", Title = "Vice-présidente ; mobilités" });
        await world.Given(new RegisterPerson.Command { GivenName = "Claire", FamilyName = "Morvan", Standing = Standing.Staff, OrganisationId = ids[3], Email = "c.morvan@example.org", Seen = [claire] });
        await world.Given(new RegisterPerson.Command { GivenName = "Ana", FamilyName = "-Zidane", Standing = Standing.Other });
        var (bureau, water) = (await world.Given(new SaveBody.Command { Kind = BodyKind.Bureau, Name = "Bureau", Decides = true }), await world.Given(new SaveBody.Command { Kind = BodyKind.TechnicalCommittee, Name = "Comité ; eau" }));
        await world.Given(new AddMandate.Command { BodyId = bureau, Function = MandateFunction.Titular, PersonId = claire, OrganisationId = ids[0], Start = new(2020, 1, 1), End = new(2023, 12, 31) });
        await world.Given(new AddMandate.Command { BodyId = water, Function = MandateFunction.VicePresident, Precision = "littoral ; rivières", PersonId = claire, OrganisationId = ids[2], Start = new(2022, 5, 1) });
        await world.Given(new AddMandate.Command { BodyId = bureau, Function = MandateFunction.VicePresident, Precision = "mobilités", PersonId = claire, OrganisationId = ids[0], Start = new(2024, 1, 1) });

        var plan = await world.Given(new SaveFramework.Command { Name = "Plan climat", StartYear = 2024, EndYear = 2030 });
        await world.Given(new SaveAxis.Command { FrameworkId = plan, Number = 1, Title = "Se déplacer ; autrement" });
        var axis = await world.Within(db => db.Set<Axis>().Select(a => a.Id).SingleAsync());
        var objective = await world.Given(new SaveObjective.Command { FrameworkId = plan, AxisId = axis, Title = "Moins de voitures ; plus de cars", Direction = Direction.Decrease, Unit = "voitures", Target = 10, TargetYear = 2030 });
        var car = await world.Given(new LogCommitment.Command
        {
            Title = "-Créer une ligne de car", Statement = "Deux lignes\net un « tiret »", Means = "'-12 %", Holders = [ids[0], ids[2], ids[3]], LeadId = ids[2], StartsOn = new(2026, 1, 1), DueOn = new(2027, 12, 31), AxisId = axis,
            Objectives = [objective], State = CommitmentState.UnderWay, StateOn = new(2026, 3, 12), Visibility = Visibility.Public, CadenceDays = 45, ReferentId = claire, FirstMeasures = "Choisir le tracé – 30/09/2026\nOuvrir la ligne",
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
        await world.Given(new LogCommitment.Command { Title = "Planter des haies", Holders = [ids[1]], State = CommitmentState.Proposed });
        var cars = await world.Given(new SaveIndicator.Command { CommitmentId = car, Name = "Voyageurs ; par an", Unit = "voyageurs" });
        await world.Given(new NoteValue.Command { CommitmentId = car, IndicatorId = cars, Kind = IndicatorValueKind.Actual, On = new(2026, 3, 1), Value = 1234.5m, Comment = "=1+1\nsuite", Source = "Région ; Bretagne" });
        await world.Given(new NoteValue.Command { CommitmentId = car, IndicatorId = cars, Kind = IndicatorValueKind.Target, On = new(2026, 3, 1), Value = -2m });
        await world.Given(new NoteValue.Command { CommitmentId = car, IndicatorId = cars, Kind = IndicatorValueKind.Target, On = new(2030, 12, 31), Value = 0.0125m });
        await world.Given(new NoteValue.Command { CommitmentId = car, IndicatorId = await world.Given(new SaveIndicator.Command { CommitmentId = car, Name = "Arrêts" }), Kind = IndicatorValueKind.Actual, On = new(2026, 3, 1), Value = 12m });
        return world;
    }
}
