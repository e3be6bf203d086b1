using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Imports.Batches;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Operations;
using Platform.Modules.Shared.Search;
using Platform.Tests.Kit;
using Person = Platform.Tests.Kit.Person;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Imports;

public sealed class ImportPagesTests
{
    private const string Table = "Nom\tNature\tSIREN\tVille\tRôle\tDepuis le\nRedon Agglomération\tEPCI\t243500741\tRedon\tMembre\t12/04/2019\nClub nautique\tAssociation\t\tVannes\tPartenaire\t1er mars 2021\n";

    private static Task<List<Organisation>> Organisations(World world) => world.Within(db => db.Set<Organisation>().AsNoTracking().Include(o => o.Roles).OrderBy(o => o.NameKey).ToListAsync());

    [Fact]
    public async Task Fanny_pastes_a_table_sees_what_it_would_do_imports_it_and_takes_it_back()
    {
        var world = await World.New();
        Assert.NotNull((await world.Fanny.Open("/imports")).QuerySelector(".empty-state"));
        var batch = (await world.Fanny.Pastes("organisations", Table)).Batch();
        Assert.StartsWith("Les 6 colonnes sont reconnues ; 2 lignes", (await world.Fanny.Open($"/imports/{batch}/colonnes")).Answer(), StringComparison.Ordinal);
        var dry = await world.Fanny.Checks(batch, "Name");
        Assert.Equal("Vérifié, à importer Organisations : 2 nouvelles.", dry.Answer());
        Assert.Empty(await Organisations(world));

        Assert.StartsWith("Importé Organisations : 2 nouvelles.", (await world.Fanny.Does(batch, "Apply")).Answer(), StringComparison.Ordinal);
        var made = await Organisations(world);
        Assert.Equal(["Club nautique", "Redon Agglomération"], made.Select(o => o.Name));
        Assert.Equal((RoleKind.Member, new DateOnly(2019, 4, 12)), made[1].Roles.Select(r => (r.Kind, r.Start)).Single());
        Assert.Contains("Redon Agglomération", (await world.Bob.Open("/membres?q=redon")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var journal = (await world.Alice.Open("/journal")).QuerySelector("main")!.TextContent;
        Assert.Contains("Fanny", journal, StringComparison.Ordinal);
        Assert.Contains("Organisations : Tableau collé", journal, StringComparison.Ordinal);

        Assert.Equal("Annulé Tout est revenu comme avant.", (await world.Fanny.Does(batch, "Undo")).Answer());
        Assert.Empty(await Organisations(world));
        Assert.Empty(await world.Within(db => db.Set<SearchTerm>().Where(t => t.Kind == SearchKind.Organisation).ToListAsync()));
        Assert.Contains("retrait", (await world.Alice.Open("/journal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dry_run_tells_what_is_new_changed_unchanged_and_refused_and_the_import_leaves_what_is_refused()
    {
        var world = await World.New();
        await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Redon Agglomération", Siren = "243500741", Seat = "Redon", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var nozay = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Seat = "Blain", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var batch = (await world.Fanny.Pastes("organisations", "Nom;Nature;Siège;SIREN;Rôle;Début\nREDON AGGLOMERATION;EPCI;Redon;;;\nNozay;;Nozay;;;\nLe Gâvre;Ville;;;Membre;31/02/2020\nBlain;Planète;;123456789;;\n")).Batch();
        var refused = await world.Fanny.Checks(batch, "Name");
        // The name is written in another case: that is a change, and the only one.
        Assert.Equal("Vérifié, à importer Organisations : 2 changées, 2 refusées.", refused.Answer());
        var lines = refused.Rows();
        Assert.StartsWith("Le Gâvre Ligne 4 Début : « 31/02/2020 » n’est pas une date.", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Blain Ligne 5 Nature : « Planète » n’est pas dans la liste", lines[1], StringComparison.Ordinal);
        var changed = (await world.Fanny.Open($"/imports/{batch}?lignes=changees")).Rows();
        Assert.Equal("Nozay Ligne 3 Siège : Blain Nozay", changed[1]);

        await world.Fanny.Does(batch, "Apply");
        Assert.Equal(["Nozay", "REDON AGGLOMERATION"], (await Organisations(world)).Select(o => o.Name));

        // Changed since: what somebody corrected stays, and it is said.
        var sheet = await world.Given(new EditOrganisation.Form(nozay));
        await world.Given(sheet with { Seat = "Nozay-le-Haut" });
        var undone = await world.Fanny.Does(batch, "Undo");
        Assert.Equal("Annulé en partie 1 ligne n’a pas pu revenir comme avant : la raison est dite ci-dessous.", undone.Answer());
        Assert.Contains("Modifié depuis l’import, donc laissé tel quel : Siège.", (await world.Fanny.Open($"/imports/{batch}?lignes=restees")).Rows()[0], StringComparison.Ordinal);
        Assert.Equal(["Nozay-le-Haut", "Redon"], (await Organisations(world)).Select(o => o.Seat));
        Assert.Equal("Redon Agglomération", (await Organisations(world))[1].Name);
    }

    [Fact]
    public async Task What_others_use_since_is_archived_by_an_undo_and_not_removed()
    {
        var world = await World.New();
        var batch = (await world.Fanny.Pastes("organisations", Table)).Batch();
        await world.Fanny.Checks(batch, "Name");
        await world.Fanny.Does(batch, "Apply");
        var redon = (await Organisations(world))[1].Id;
        await world.Given(new RegisterPerson.Command { GivenName = "Claire", FamilyName = "Morvan", Standing = Standing.Elected, OrganisationId = redon });
        await world.Fanny.Does(batch, "Undo");
        var left = Assert.Single(await Organisations(world));
        Assert.Equal(redon, left.Id);
        Assert.NotNull(left.ArchivedAt);
        Assert.Empty(left.Roles);
    }

    [Fact]
    public async Task Columns_corrected_once_are_read_alike_the_next_time()
    {
        var world = await World.New();
        var first = (await world.Fanny.Pastes("organisations", "Entité;Genre\nAlpha;Association\n")).Batch();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Submit($"/imports/{first}/colonnes", [KeyValuePair.Create("Input.Columns[0]", ""), KeyValuePair.Create("Input.Columns[1]", ""), KeyValuePair.Create("Input.Key", "Name")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/imports/{first}/colonnes", [KeyValuePair.Create("Input.Columns[0]", "Name"), KeyValuePair.Create("Input.Columns[1]", "Kind"), KeyValuePair.Create("Input.Key", "Name")])).StatusCode);
        await world.Fanny.Waits(first);
        var second = (await world.Alice.Pastes("organisations", "GENRE;entite\nAssociation;Beta\n")).Batch();
        Assert.Contains("1 nouvelle", (await world.Alice.Checks(second)).Answer(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_come_with_their_mandates_one_line_for_each()
    {
        var world = await World.New();
        await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Redon Agglomération", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        foreach (var name in new[] { "Bureau", "Assemblée" }) await world.Given(new SaveBody.Command { Kind = BodyKind.Bureau, Name = name });
        var batch = (await world.Fanny.Pastes("personnes-et-mandats",
            "Prénom\tNom\tOrganisation\tE-mail\tInstance\tMandat\tDébut du mandat\nClaire\tMorvan\tRedon agglomération\tclaire@example.org\tBureau\tPrésidente\t12/04/2020\nClaire\tMorvan\tRedon agglomération\tclaire@example.org\tAssemblée\tTitulaire\t12/04/2020\nAna\tZidane\tNulle part\t\t\t\t\n")).Batch();
        var dry = await world.Fanny.Checks(batch, "Email");
        Assert.Equal("Vérifié, à importer Personnes et mandats : 1 nouvelle, 1 refusée.", dry.Answer());
        Assert.Contains("« Nulle part » : aucune organisation de ce nom", dry.Rows()[0], StringComparison.Ordinal);
        await world.Fanny.Does(batch, "Apply");
        var claire = await world.Within(db => db.Set<Platform.Modules.Members.People.Person>().SingleAsync());
        var mandates = await world.Given(new MandatesOf.Query(PersonId: claire.Id));
        Assert.Equal([("Assemblée", MandateFunction.Titular), ("Bureau", MandateFunction.President)], mandates.Select(m => (m.Body, m.Function)).OrderBy(m => m.Body));
        Assert.All(mandates, m => Assert.Equal(claire.OrganisationId, m.OrganisationId));

        var again = (await world.Fanny.Pastes("personnes-et-mandats", "Prénom\tNom\tOrganisation\tE-mail\tInstance\tMandat\tDébut du mandat\nClaire\tMorvan\tRedon Agglomération\tCLAIRE@example.org\tBureau\tPrésidente\t12/04/2020\n")).Batch();
        Assert.Contains(": 1 changée.", (await world.Fanny.Checks(again, "Email")).Answer(), StringComparison.Ordinal);
        Assert.Equal("Annulé Tout est revenu comme avant.", (await world.Fanny.Does(batch, "Undo")).Answer());
        Assert.Empty(await world.Given(new MandatesOf.Query(PersonId: claire.Id)));
    }

    [Fact]
    public async Task Commitments_come_with_their_steps_their_holders_and_a_number_of_their_own()
    {
        var world = await World.New();
        foreach (var name in new[] { "Redon Agglomération", "Nozay" })
            await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = name, Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var batch = (await world.Fanny.Pastes("engagements-et-mesures",
            "Action;Porteurs;Échéance;État;Depuis le;Mesures;Visibilité\nCréer une ligne de car;Nozay ; Redon Agglomération;31/12/2027;En cours;12 mars 2026;\"Choisir le tracé – 30/09/2026\nOuvrir la ligne\";oui\nPlanter des haies;Nozay;;Réalisé;01/02/2026;;\nSans porteur;;;;;;\n".Replace("Nozay ; Redon", "\"Nozay ; Redon").Replace("Agglomération;31", "Agglomération\";31"))).Batch();
        var dry = await world.Fanny.Checks(batch);
        Assert.Equal("Vérifié, à importer Engagements et mesures : 2 nouvelles, 1 refusée.", dry.Answer());
        Assert.Contains("Qui s’engage ?", dry.Rows()[0], StringComparison.Ordinal);
        await world.Fanny.Does(batch, "Apply");
        var made = await world.Within(db => db.Set<Commitment>().AsNoTracking().AsSplitQuery().Include(c => c.Measures).Include(c => c.Holders).Include(c => c.Transitions).OrderBy(c => c.Number).ToListAsync());
        Assert.Equal([(1, CommitmentState.UnderWay, Visibility.Public), (2, CommitmentState.Kept, Visibility.Internal)], made.Select(c => (c.Number, c.State, c.Visibility)));
        Assert.Equal([("Choisir le tracé", new DateOnly(2026, 9, 30)), ("Ouvrir la ligne", (DateOnly?)null)], made[0].Measures.OrderBy(m => m.Order).Select(m => (m.Title, m.DueOn)));
        Assert.Equal(2, made[0].Holders.Count);
        Assert.Equal(new DateOnly(2026, 3, 12), made[0].StateOn);
        Assert.Contains("Planter des haies", (await world.Bob.Open("/engagements?q=haies")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // The next one logged by hand takes the next number.
        var next = await world.Given(new LogCommitment.Command { Title = "À la main", Holders = [made[0].Holders[0].OrganisationId] });
        Assert.Equal(3, await world.Within(db => db.Set<Commitment>().Where(c => c.Id == next).Select(c => c.Number).SingleAsync()));

        var second = (await world.Fanny.Pastes("engagements-et-mesures", "N°;Échéance;État\n1;30/06/2028;Tenu\n2;;Proposé\n9;;\n")).Batch();
        var changed = await world.Fanny.Checks(second);
        Assert.Equal("Vérifié, à importer Engagements et mesures : 1 changée, 2 refusées.", changed.Answer());
        Assert.Contains("« Proposé » ne suit pas « Tenu »", changed.Rows()[0], StringComparison.Ordinal);
        Assert.Contains("Aucune fiche de l’espace ne porte cette valeur", changed.Rows()[1], StringComparison.Ordinal);
        await world.Fanny.Does(second, "Apply");
        await world.Fanny.Does(second, "Undo");
        Assert.Equal((CommitmentState.UnderWay, new DateOnly(2027, 12, 31)), await world.Within(async db => { var c = await db.Set<Commitment>().SingleAsync(c => c.Number == 1); return (c.State, c.DueOn!.Value); }));
    }

    [Fact]
    public async Task Values_go_to_the_indicator_that_the_line_names()
    {
        var world = await World.New();
        var holder = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var commitment = await world.Given(new LogCommitment.Command { Title = "Planter des haies", Holders = [holder] });
        await world.Given(new SaveIndicator.Command { CommitmentId = commitment, Name = "Kilomètres plantés" });
        var batch = (await world.Fanny.Pastes("valeurs-d-indicateurs", "N°;Indicateur;Date;Valeur\n1;kilometres plantes;46000;1 234,5\n1;Arbres;12/03/2026;3\n1;Kilomètres plantés;12/03/2026;beaucoup\n")).Batch();
        var dry = await world.Fanny.Checks(batch);
        Assert.Equal("Vérifié, à importer Valeurs d’indicateurs : 1 nouvelle, 2 refusées.", dry.Answer());
        await world.Fanny.Does(batch, "Apply");
        var value = await world.Within(db => db.Set<IndicatorValue>().SingleAsync());
        Assert.Equal((new DateOnly(2025, 12, 9), 1234.5m), (value.On, value.Value));
        var again = (await world.Fanny.Pastes("valeurs-d-indicateurs", "Engagement;Indicateur;Date;Valeur\nPlanter des haies;Kilomètres plantés;9 décembre 2025;1234,50\n")).Batch();
        Assert.Contains("tout est déjà dans l’espace", (await world.Fanny.Checks(again)).Answer(), StringComparison.Ordinal);
        await world.Fanny.Does(batch, "Undo");
        Assert.Equal(0, await world.Within(db => db.Set<IndicatorValue>().CountAsync()));
    }

    [Fact]
    public async Task What_changed_between_the_dry_run_and_the_import_stops_it_before_anything_is_written()
    {
        var world = await World.New();
        var nozay = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Nozay", Role = RoleKind.Member, Since = new(2019, 4, 12) });
        var batch = (await world.Fanny.Pastes("organisations", "Nom;Nature;Siège\nAlpha;Association;Redon\nNozay;EPCI;Nozay\n")).Batch();
        await world.Fanny.Checks(batch);
        await world.Given((await world.Given(new EditOrganisation.Form(nozay))) with { Seat = "Ailleurs" });
        var stopped = await world.Fanny.Does(batch, "Apply");
        Assert.Contains("quelqu’un a modifié ce dont parle la ligne 3 : rien n’a été importé", stopped.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await Organisations(world));
        await world.Fanny.Does(batch, "Check");
        await world.Fanny.Does(batch, "Apply");
        Assert.Equal(2, (await Organisations(world)).Count);
        // Done once: asked again, it says so.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Fanny.Post($"/imports/{batch}?handler=Apply", [])).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_write_imports_nothing_and_a_stranger_finds_nothing()
    {
        var world = await World.New();
        var batch = (await world.Fanny.Pastes("organisations", Table)).Batch();
        foreach (var page in new[] { "/imports", "/imports/nouveau/organisations", $"/imports/{batch}", $"/imports/{batch}/colonnes" })
        {
            foreach (var reader in new[] { world.Bob, world.Remi }) Assert.Equal(HttpStatusCode.Forbidden, (await reader.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}/imports/{batch}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get("/imports/nouveau/planetes")).StatusCode);
        // Another space's identifiers are unknown here.
        var there = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Epci, Name = "Là-bas", Role = RoleKind.Member, Since = new(2019, 4, 12) }, world.Elsewhere);
        var forged = (await world.Fanny.Pastes("organisations", $"Identifiant;Nom;Nature\n{there};Pris;Association\n")).Batch();
        Assert.Contains("1 refusée", (await world.Fanny.Checks(forged)).Answer(), StringComparison.Ordinal);
    }

    /// <summary>Ten thousand are measured apart (MeasureTests): here a fifth, within the minute that the ten thousand have.</summary>
    [Fact]
    public async Task Two_thousand_lines_come_in_within_the_minute()
    {
        var world = await World.New();
        var table = new StringBuilder("Nom;Nature;Siège;Rôle;Début\n");
        for (var i = 0; i < 2000; i++) table.Append("Club nautique ").Append(i).Append(";Association;Vannes;Partenaire;12/03/2021\n");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var batch = (await world.Fanny.Sends("organisations", "clubs.csv", Encoding.UTF8.GetBytes(table.ToString()))).Batch();
        Assert.Contains("2 000 nouvelles", (await world.Fanny.Checks(batch)).Answer().Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.StartsWith("Importé", (await world.Fanny.Does(batch, "Apply")).Answer(), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed.TotalSeconds:0} s.");
        Assert.Equal(2000, await world.Within(db => db.Set<Organisation>().CountAsync()));
        Assert.Equal(2000, await world.Within(db => db.Audit.CountAsync(a => a.Kind == nameof(Organisation))));
    }

    [Fact]
    public async Task Given_up_an_import_keeps_none_of_its_lines()
    {
        var world = await World.New();
        var batch = (await world.Fanny.Pastes("organisations", Table)).Batch();
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/imports/{batch}", [], "Discard")).StatusCode);
        Assert.Equal(0, await world.Within(db => db.Set<ImportRow>().CountAsync()));
        Assert.StartsWith("Abandonné", (await world.Fanny.Open($"/imports/{batch}")).Answer(), StringComparison.Ordinal);
    }
}
