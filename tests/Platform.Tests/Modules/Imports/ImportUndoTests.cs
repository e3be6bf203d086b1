using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Tests.Kit;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Imports;

/// <summary>What an undo meets when life went on after the import.</summary>
public sealed class ImportUndoTests
{
    private static async Task<Guid> Applied(World world, string nature, string table, string? key = null)
    {
        var batch = (await world.Fanny.Pastes(nature, table)).Batch();
        await world.Fanny.Checks(batch, key);
        Assert.StartsWith("Importé", (await world.Fanny.Does(batch, "Apply")).Answer(), StringComparison.Ordinal);
        return batch;
    }

    private static async Task<string> Left(World world, Guid batch) => string.Join('\n', (await world.Fanny.Open($"/imports/{batch}?lignes=restees")).Rows());

    private static Task<List<Commitment>> Commitments(World world) => world.Within(db => db.Set<Commitment>().AsNoTracking().AsSplitQuery()
        .Include(c => c.Measures).Include(c => c.Indicators).Include(c => c.Transitions).OrderBy(c => c.Number).ToListAsync());

    private static Task<Guid> Nozay(World world) => world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Role = RoleKind.Member, Since = new(2019, 4, 12) });

    [Fact]
    public async Task What_people_added_to_an_imported_commitment_stays_with_it()
    {
        var world = await World.New();
        await Nozay(world);
        var batch = await Applied(world, "engagements-et-mesures", "Intitulé;Organisations;Mesures\nPlanter des haies;Nozay;Choisir les parcelles\nOuvrir une ligne;Nozay;Choisir le tracé\nRénover la salle;Nozay;Choisir l’architecte\nCompter les vélos;Nozay;\n");
        var made = await Commitments(world);
        await world.Given(new SaveIndicator.Command { CommitmentId = made[0].Id, Name = "Kilomètres plantés" });
        await world.Given(new AddMeasures.Command { CommitmentId = made[1].Id, Known = 1, Lines = "Former les conducteurs" });
        await world.Fanny.Sends(new FinishMeasure.Command(made[2].Id, made[2].Measures[0].Id, true));

        Assert.StartsWith("Annulé en partie 3 lignes", (await world.Fanny.Does(batch, "Undo")).Answer(), StringComparison.Ordinal);
        var left = await Commitments(world);
        Assert.Equal([(1, 1, 1), (2, 2, 0), (3, 1, 0)], left.Select(c => (c.Number, c.Measures.Count, c.Indicators.Count)));
        var said = await Left(world, batch);
        Assert.Contains("Suivi depuis l’import", said, StringComparison.Ordinal);
        Assert.Contains("Modifié depuis l’import, donc laissé dans l’espace : Mesures.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undo_goes_back_on_any_change_of_state_and_leaves_the_steps_that_have_served()
    {
        var world = await World.New();
        await Nozay(world);
        await Applied(world, "engagements-et-mesures", "Intitulé;Organisations;État;État depuis le\nPlanter des haies;Nozay;Adopté;12/03/2026\nOuvrir une ligne;Nozay;En cours;15/03/2026\nRénover la salle;Nozay;Brouillon;\n");
        var before = await Commitments(world);
        var batch = await Applied(world, "engagements-et-mesures", "N°;État;Énoncé;Mesures\n1;En cours;Partout;Choisir les parcelles\n2;Abandonné;;\n3;Abandonné;;\n", "Number");
        var step = (await Commitments(world))[0].Measures.Single();
        await world.Fanny.Sends(new FinishMeasure.Command(before[0].Id, step.Id, true));

        Assert.StartsWith("Annulé en partie 1 ligne", (await world.Fanny.Does(batch, "Undo")).Answer(), StringComparison.Ordinal);
        Assert.Contains("donc laissé tel quel : Mesures.", await Left(world, batch), StringComparison.Ordinal);
        var after = await Commitments(world);
        Assert.Equal(before.Select(c => (c.State, c.StateOn, c.AliveSince, c.NextNewsDueOn, c.Statement, c.Transitions.Count)), after.Select(c => (c.State, c.StateOn, c.AliveSince, c.NextNewsDueOn, c.Statement, c.Transitions.Count)));
        Assert.NotNull(Assert.Single(after[0].Measures).DoneOn);
    }

    [Fact]
    public async Task What_a_rule_refuses_to_put_back_is_left_whole_and_the_rest_goes_back()
    {
        var world = await World.New();
        await Nozay(world);
        await Applied(world, "engagements-et-mesures", "Intitulé;Organisations;Échéance\nPlanter des haies;Nozay;31/12/2027\nOuvrir une ligne;Nozay;31/12/2027\n");
        var batch = await Applied(world, "engagements-et-mesures", "N°;Échéance;Énoncé\n1;31/12/2029;Partout\n2;31/12/2029;Vite\n", "Number");
        var first = (await Commitments(world))[0].Id;
        await world.Within(async db => { (await db.Set<Commitment>().AsTracking().SingleAsync(c => c.Id == first)).Plan(new(2028, 6, 1), new(2029, 12, 31), 90); return true; });
        Assert.StartsWith("Annulé en partie 1 ligne", (await world.Fanny.Does(batch, "Undo")).Answer(), StringComparison.Ordinal);
        Assert.Contains("L’échéance précède le début.", await Left(world, batch), StringComparison.Ordinal);
        Assert.Equal([(new DateOnly(2029, 12, 31), "Partout"), (new DateOnly(2027, 12, 31), null)], (await Commitments(world)).Select(c => (c.DueOn!.Value, c.Statement)));
    }

    [Fact]
    public async Task Imports_taken_back_from_the_last_to_the_first_leave_nothing()
    {
        var world = await World.New();
        var first = await Applied(world, "organisations", "Nom;Nature;Siège\nAlpha;Association;Redon\nBêta;Association;Blain\n");
        var second = await Applied(world, "organisations", "Nom;Siège;Rôle;Début\nAlpha;Nozay;Partenaire;12/03/2026\n");
        Assert.Equal("Annulé Tout est revenu comme avant.", (await world.Fanny.Does(second, "Undo")).Answer());
        Assert.Equal("Annulé Tout est revenu comme avant.", (await world.Fanny.Does(first, "Undo")).Answer());
        Assert.Empty(await world.Within(db => db.Set<Organisation>().ToListAsync()));

        // The other way round, what the second did stays, and so does what it did it to.
        first = await Applied(world, "organisations", "Nom;Nature;SIREN\nAlpha;Association;243500741\n", "Name");
        second = await Applied(world, "organisations", "Nom;SIREN\nAlpha;552100554\n", "Name");
        await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Redon Agglomération", Siren = "243500741", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        Assert.StartsWith("Annulé en partie 1 ligne", (await world.Fanny.Does(first, "Undo")).Answer(), StringComparison.Ordinal);
        // Somebody else bears the number that would come back.
        Assert.StartsWith("Annulé en partie 1 ligne", (await world.Fanny.Does(second, "Undo")).Answer(), StringComparison.Ordinal);
        Assert.Contains("donc laissé tel quel : SIREN.", await Left(world, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_whom_a_meeting_has_called_stays_and_the_others_go()
    {
        var world = await World.New();
        var nozay = await Nozay(world);
        var body = await world.Given(new SaveBody.Command { Kind = BodyKind.Bureau, Name = "Bureau" });
        var ana = await world.Given(new RegisterPerson.Command { GivenName = "Ana", FamilyName = "Zidane", Standing = Standing.Elected, OrganisationId = nozay, Email = "ana@example.org" });
        const string head = "Prénom;Nom;Organisation;Instance;Mandat;Début du mandat\n";
        var called = await Applied(world, "personnes-et-mandats", head + "Claire;Morvan;Nozay;Bureau;Présidente;12/04/2020\nAna;Zidane;Nozay;Bureau;Titulaire;12/04/2020\n", "Name");
        var meeting = await world.Given(new SaveMeeting.Command { BodyId = body, Date = world.Space.Today(world.App.Clock).AddDays(10), Start = "18:00", End = "20:00", Place = "Redon" });
        await world.Given(new ConveneMeeting.Command { Id = meeting, Version = (await world.Given(new GetMeeting.Query(meeting))).Meeting.Version });
        var since = await Applied(world, "personnes-et-mandats", head + "Paul;Le Gall;Nozay;Bureau;Titulaire;12/04/2021\n", "Name");

        Assert.Equal("Annulé Tout est revenu comme avant.", (await world.Fanny.Does(since, "Undo")).Answer());
        Assert.StartsWith("Annulé en partie 2 lignes", (await world.Fanny.Does(called, "Undo")).Answer(), StringComparison.Ordinal);
        var said = await Left(world, called);
        Assert.Contains("Appelée à une réunion depuis l’import", said, StringComparison.Ordinal);
        Assert.Contains("donc laissé tel quel : Mandats.", said, StringComparison.Ordinal);
        Assert.Equal(["Claire", "Ana"], await world.Within(db => db.Set<Platform.Modules.Members.People.Person>().OrderBy(p => p.FamilyName).Select(p => p.GivenName).ToListAsync()));
        Assert.Single(await world.Given(new MandatesOf.Query(PersonId: ana)));
    }

    [Fact]
    public async Task The_dry_run_refuses_what_the_import_would()
    {
        var world = await World.New();
        var nozay = await Nozay(world);
        await Applied(world, "organisations", "Nom;Nature\nAlpha;Association\n");
        await world.Given(new ArchiveOrganisation.Command { Id = await world.Within(db => db.Set<Organisation>().Where(o => o.Name == "Alpha").Select(o => o.Id).SingleAsync()) });
        var archived = (await world.Fanny.Pastes("organisations", "Nom;Rôle;Début\nAlpha;Membre;12/03/2026\n")).Batch();
        Assert.Contains("Cette organisation est archivée", Assert.Single((await world.Fanny.Checks(archived)).Rows()), StringComparison.Ordinal);

        var body = await world.Given(new SaveBody.Command { Kind = BodyKind.Bureau, Name = "Bureau" });
        await world.Given(new EndBody.Command { Id = body, On = new(2024, 12, 31) });
        var ended = (await world.Fanny.Pastes("personnes-et-mandats", "Prénom;Nom;Organisation;Instance;Mandat;Début du mandat;Fin du mandat\nClaire;Morvan;Nozay;Bureau;Présidente;12/04/2020;\nAna;Zidane;Nozay;Bureau;Titulaire;12/04/2020;31/12/2024\n")).Batch();
        var page = await world.Fanny.Checks(ended, "Name");
        Assert.EndsWith("1 nouvelle, 1 refusée.", page.Answer(), StringComparison.Ordinal);
        Assert.Contains("Fin du mandat : Cette fiche a une date de fin", page.Rows()[0], StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, nozay);
    }
}
