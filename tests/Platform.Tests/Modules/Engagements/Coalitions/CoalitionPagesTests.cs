using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Coalitions;

public sealed class CoalitionPagesTests
{
    private static readonly DateOnly Day = new(2025, 3, 1);

    private static KeyValuePair<string, string>[] Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(f => KeyValuePair.Create("Input." + f.Name, f.Value))];

    private static Task<Guid> Coalition(World world, string name = "Technopôle") => world.Given(new SaveCoalition.Command
    {
        Name = name, PerimeterKind = PerimeterKind.Area, Perimeter = "Zone du Technopôle", StartedOn = Day,
    });

    private static Task<Guid> Organisation(World world, string name) => world.Given(new RegisterOrganisation.Command
    {
        Kind = OrganisationKind.Association, Name = name, Role = RoleKind.Member, Since = new DateOnly(2024, 1, 1),
    });

    private static async Task<IReadOnlyList<GetCoalition.Line>> Lines(World world, Guid coalition) => (await world.Given(new GetCoalition.Query(coalition))).Lines;

    [Fact]
    public async Task Fanny_launches_a_coalition_from_the_first_contact_to_the_last_step()
    {
        var world = await World.New();
        var (bapav, ehop) = (await Organisation(world, "BAPAV"), await Organisation(world, "Ehop"));
        Assert.NotNull((await world.Fanny.Open("/coalitions")).QuerySelector(".empty-state"));
        var theme = await world.Given(new SaveTheme.Command { Name = "Mobilité" });
        var created = await world.Fanny.Submit("/coalitions/nouvelle", Fields(("Name", "Mobilités alternatives"), ("Purpose", "Moins d’autosolisme."),
            ("PerimeterKind", "Theme"), ("ThemeId", theme.ToString()), ("Perimeter", ""), ("StartedOn", "01/03/2025")));
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var sheet = created.Headers.Location!.ToString()[(world.Space.Identifier.Length + 1)..];
        var id = Guid.Parse(sheet.Split('/')[^1]);

        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(sheet + "/membres/ajouter",
            [.. Fields(("Organisations", bapav.ToString()), ("Organisations", ehop.ToString()), ("Role", "Lead"), ("JoinedOn", "2025-03-01"))])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(sheet + "/animation", Fields(("Who", bapav.ToString()), ("Since", "2025-03-01")))).StatusCode);
        var questions = (await world.Fanny.Open(sheet + "/fonctionnement")).QuerySelectorAll("textarea");
        Assert.Equal(4, questions.Length);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(sheet + "/fonctionnement", Fields(("Lines[0].Text", "Tournante, tous les six mois")))).StatusCode);

        var page = await world.Bob.Open(sheet);
        Assert.Contains("animation : BAPAV", page.QuerySelector(".answer")!.TextContent.Replace('\u00a0', ' '));
        Assert.Contains("Tournante, tous les six mois", page.Body!.TextContent);
        Assert.Contains("Il reste 4 étapes", page.QuerySelector("#guide")!.TextContent);
        Assert.Equal(7, page.QuerySelectorAll(".steps-list > li").Length);

        // One click for today, a page for a date and a note.
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(sheet, [], "Take")).StatusCode);
        var step = (await Lines(world, id)).First(l => l.Done is null).Id;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{sheet}/etapes/{step}", Fields(("DoneOn", "2025-03-12"), ("Note", "Huit invités")))).StatusCode);
        Assert.Contains("Huit invités", (await world.Bob.Open(sheet)).Body!.TextContent);
        Assert.Contains("étape 3 sur 7", (await world.Bob.Open("/coalitions")).QuerySelector("tbody")!.TextContent);
        await world.Fanny.Submit(sheet, [], "Take");
        await world.Fanny.Submit(sheet, [], "Take");
        var launched = await world.Bob.Open(sheet);
        Assert.Contains("Engagée", launched.QuerySelector(".answer .badge")!.TextContent);
        Assert.Contains("Toutes les étapes sont franchies", launched.QuerySelector("#guide")!.TextContent);

        var list = await world.Bob.Open("/coalitions");
        Assert.Equal("1 coalition : 1 engagée", list.QuerySelector(".answer")!.TextContent.Replace('\u00a0', ' ').Trim());
        Assert.Contains("Mobilité", list.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task A_reader_reads_and_changes_nothing_a_stranger_finds_nothing()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var line = (await Lines(world, id))[0].Id;
        string[] read = ["/coalitions", $"/coalitions/{id}"];
        string[] write = ["/coalitions/nouvelle", "/coalitions/guide", $"/coalitions/{id}/modifier", $"/coalitions/{id}/membres/ajouter", $"/coalitions/{id}/animation",
            $"/coalitions/{id}/etapes/{line}", $"/coalitions/{id}/fonctionnement", $"/coalitions/{id}/etat"];
        foreach (var page in read) Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get(page)).StatusCode);
        foreach (var page in write)
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Fanny.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get(page)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/coalitions/{id}?handler=Take&line={line}", [])).StatusCode);
        foreach (var page in read.Concat(write))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Get(page)).StatusCode);
            var elsewhere = $"//{world.Elsewhere.Identifier}{page}";
            if (page.Contains(id.ToString(), StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(elsewhere)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Post($"//{world.Elsewhere.Identifier}/coalitions/{id}?handler=Take&line={line}", [])).StatusCode);
        Assert.DoesNotContain(await Lines(world, id), l => l.Done is not null);
    }

    [Fact]
    public async Task Identifiers_of_another_space_are_refused_beside_their_field()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var stranger = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Company, Name = "Ailleurs", Role = RoleKind.Member, Since = Day }, world.Elsewhere);
        var theme = await world.Given(new SaveTheme.Command { Name = "Ailleurs" }, world.Elsewhere);
        await Organisation(world, "Une organisation d’ici");
        await world.Given(new SaveTheme.Command { Name = "Un thème d’ici" });
        async Task Refused(string page, string field, params (string, string)[] fields)
        {
            var response = await world.Fanny.Submit(page, Fields(fields));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            var body = await Person.Read(response);
            Assert.NotNull(body.QuerySelector($"#Input_{field}_error"));
            Assert.DoesNotContain("Ailleurs", body.Body!.TextContent);
        }
        await Refused($"/coalitions/{id}/membres/ajouter", "Organisations", ("Organisations", stranger.ToString()), ("Role", "Member"), ("JoinedOn", "2025-03-01"));
        await Refused($"/coalitions/{id}/animation", "Who", ("Who", stranger.ToString()), ("Since", "2025-03-01"));
        await Refused("/coalitions/nouvelle", "ThemeId", ("Name", "Autre"), ("PerimeterKind", "Theme"), ("ThemeId", theme.ToString()), ("Perimeter", "x"), ("StartedOn", "2025-03-01"));
    }

    [Theory]
    [InlineData("Name", "", "Ce champ est à remplir.")]
    [InlineData("Name", "🎉", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("StartedOn", "31/02/2025", "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.")]
    [InlineData("Perimeter", "", "Dites de quelle zone ou de quel secteur il s’agit.")]
    [InlineData("PerimeterKind", "9", "Cette valeur n’est pas acceptée.")]
    public async Task A_refused_sheet_says_why_beside_the_field_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        var world = await World.New();
        var typed = new Dictionary<string, string>
        {
            ["Input.Name"] = "Éco-matériaux 🧱", ["Input.Purpose"] = "ابنِ أخضر", ["Input.PerimeterKind"] = "Sector", ["Input.Perimeter"] = "Bâtiment", ["Input.StartedOn"] = "2025-03-01",
        };
        typed["Input." + field] = value;
        var response = await world.Fanny.Submit("/coalitions/nouvelle", typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await Person.Read(response);
        Assert.Contains(page.QuerySelectorAll(".field-error"), e => e.TextContent.Trim().Replace('\u00a0', ' ') == sentence);
        Assert.Equal("ابنِ أخضر", page.QuerySelector("#Input_Purpose")!.TextContent.Trim());
        Assert.Equal(0, (await world.Given(new ListCoalitions.Query(new()))).All);
    }

    [Fact]
    public async Task Five_thousand_characters_are_refused_where_there_is_no_room_for_them()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var line = (await Lines(world, id))[0].Id;
        var text = new string('é', 5000);
        foreach (var (page, fields) in new[]
        {
            ("/coalitions/nouvelle", Fields(("Name", text), ("PerimeterKind", "Sector"), ("Perimeter", text), ("StartedOn", "2025-03-01"))),
            ($"/coalitions/{id}/etapes/{line}", Fields(("DoneOn", "2025-03-01"), ("Note", text))),
            ($"/coalitions/{id}/fonctionnement", Fields(("Lines[0].Text", text))),
            ($"/coalitions/{id}/etat", Fields(("To", "Ended"), ("On", "2025-04-01"), ("Reason", text))),
        })
        {
            var response = await world.Fanny.Submit(page, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
            Assert.Contains(text, await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Two_who_change_the_same_sheet_see_both_versions_but_a_step_taken_meanwhile_is_no_conflict()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var opened = await world.Given(new SaveCoalition.Form(id));
        await world.Given(new TakeStep.Command { CoalitionId = id, LineId = (await Lines(world, id))[0].Id });
        (string, string)[] Typed(string name, int version) => [("Version", $"{version}"), ("Name", name), ("PerimeterKind", "Area"), ("Perimeter", "Zone du Technopôle"), ("StartedOn", "2025-03-01")];
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/coalitions/{id}/modifier", Fields(Typed("Technopôle Brest-Iroise", opened.Version)))).StatusCode);
        var late = await world.Fanny.Post($"/coalitions/{id}/modifier", Fields(Typed("Technopôle de Fanny", opened.Version)));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var versions = (await Person.Read(late)).QuerySelector(".error-summary table")!.TextContent;
        Assert.Contains("Technopôle Brest-Iroise", versions);
        Assert.Contains("Technopôle de Fanny", versions);
    }

    [Fact]
    public async Task Two_answers_to_the_same_question_are_shown_side_by_side()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var form = (await world.Given(new AnswerQuestions.Form(id))).Command;
        AnswerQuestions.Command Typed(string text) => new() { CoalitionId = id, Lines = [form.Lines[0] with { Text = text }] };
        await world.Given(Typed("Fixe"));
        var conflict = await Assert.ThrowsAsync<Conflict>(() => world.Given(Typed("Tournante")));
        Assert.Equal("Fixe", ((AnswerQuestions.Command)conflict.Stored!).Lines[0].Text);
        // The same answer twice is agreement, and another question is another matter.
        await world.Given(Typed("Fixe"));
        await world.Given(new AnswerQuestions.Command { CoalitionId = id, Lines = [form.Lines[1] with { Text = "Mensuelle" }] });
    }

    [Fact]
    public async Task A_member_is_added_once_leaves_and_comes_back()
    {
        var world = await World.New();
        var (id, organisation) = (await Coalition(world), await Organisation(world, "Les Partageurs"));
        AddMembers.Command Joins(DateOnly on) => new() { CoalitionId = id, Organisations = [organisation], Role = CoalitionRole.Member, JoinedOn = on };
        await world.Given(Joins(Day));
        Assert.Equal("coalition.member.twice", (await Assert.ThrowsAsync<RuleViolation>(() => world.Given(Joins(Day.AddDays(40))))).Code);
        var member = (await world.Given(new GetCoalition.Query(id))).Members.Single().Id;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/coalitions/{id}/membres/{member}", Fields(("Role", "Support"), ("JoinedOn", "2025-03-01"), ("LeftOn", "2025-03-20")))).StatusCode);
        Assert.Contains("1 membre parti", (await world.Bob.Open($"/coalitions/{id}")).QuerySelector("aside")!.TextContent.Replace('\u00a0', ' '));
        await world.Given(Joins(new DateOnly(2025, 4, 1)));
        Assert.Single((await world.Given(new GetCoalition.Query(id))).Present);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/coalitions/{id}/membres/{member}", [], "Remove")).StatusCode);
        Assert.Single((await world.Given(new GetCoalition.Query(id))).Members);
    }

    [Fact]
    public async Task Facilitation_rotates_and_overlaps_are_refused_with_a_sentence()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var (first, second) = (await Organisation(world, "ENIB"), await world.Given(new RegisterPerson.Command { GivenName = "Maëlle", FamilyName = "Kerdoncuff", Standing = Platform.Modules.Members.Contract.Standing.Staff }));
        EntrustFacilitation.Command To(Guid who, DateOnly since, DateOnly? until = null) => new() { CoalitionId = id, Who = who, Since = since, Until = until };
        await world.Given(To(first, Day));
        await world.Given(To(second, Day.AddMonths(6)));
        var sheet = await world.Given(new GetCoalition.Query(id));
        Assert.Equal([("Maëlle Kerdoncuff", null), ("ENIB", Day.AddMonths(6).AddDays(-1))], sheet.Facilitators.Select(f => (f.Who, f.Until)));
        var refused = await world.Fanny.Submit($"/coalitions/{id}/animation", Fields(("Who", first.ToString()), ("Since", "2025-04-01"), ("Until", "2025-05-01")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Quelqu’un d’autre anime déjà à ces dates.", (await Person.Read(refused)).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/coalitions/{id}/animation", [], "End")).StatusCode);
        Assert.Equal(world.Space.Today(world.App.Clock), (await world.Given(new GetCoalition.Query(id))).Facilitators[0].Until);
    }

    [Fact]
    public async Task The_list_says_who_is_without_a_facilitator_and_filters_on_it()
    {
        var world = await World.New();
        var (led, orphan) = (await Coalition(world, "Évènementiel durable"), await Coalition(world, "Éclairage nocturne"));
        await world.Given(new EntrustFacilitation.Command { CoalitionId = led, Who = await Organisation(world, "La Carène"), Since = Day });
        Assert.Contains("2 coalitions : 2 en lancement, 1 sans animateur", (await world.Bob.Open("/coalitions")).QuerySelector(".answer")!.TextContent.Replace('\u00a0', ' '));
        string Rows(AngleSharp.Dom.IDocument page) => string.Join(';', page.QuerySelectorAll("tbody .row-title").Select(r => r.TextContent.Trim()));
        Assert.Equal("Éclairage nocturne;Évènementiel durable", Rows(await world.Bob.Open("/coalitions")));
        Assert.Equal("Éclairage nocturne", Rows(await world.Bob.Open("/coalitions?animation=sans")));
        Assert.Equal("Évènementiel durable", Rows(await world.Bob.Open("/coalitions?q=evenementiel")));
        await world.Given(new ChangeState.Command { Id = orphan, To = CoalitionState.Ended, On = Day.AddDays(30), Reason = "Objectif atteint" });
        Assert.Equal("Évènementiel durable", Rows(await world.Bob.Open("/coalitions")));
        Assert.Equal("Éclairage nocturne", Rows(await world.Bob.Open("/coalitions?etat=terminees")));
        Assert.Contains("Objectif atteint", (await world.Bob.Open($"/coalitions/{orphan}")).Body!.TextContent);
    }

    [Fact]
    public async Task Lines_of_the_guide_change_places_without_script_and_what_was_typed_is_kept()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var before = (await world.Given(new EditGuide.Form())).Launch.Lines;
        KeyValuePair<string, string>[] typed = [.. before.Select((l, i) => KeyValuePair.Create($"Launch.Lines[{i}].Text", i == 2 ? "Premier repas" : l.Text!))];
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit("/coalitions/guide", [.. typed, KeyValuePair.Create("Up", "2")], "Launch")).StatusCode);
        Assert.Equal([before[0].Text, "Premier repas", before[1].Text, before[3].Text], (await world.Given(new EditGuide.Form())).Launch.Lines.Select(l => l.Text));
        await world.Alice.Submit("/coalitions/guide", [.. (await world.Given(new EditGuide.Form())).Launch.Lines.Select((l, i) => KeyValuePair.Create($"Launch.Lines[{i}].Text", l.Text!)), KeyValuePair.Create("Down", "0")], "Launch");
        Assert.Equal(["Premier repas", before[0].Text, before[1].Text, before[3].Text], (await Lines(world, id)).Where(l => l.Part == GuidePart.Launch).Select(l => l.Text));
    }

    [Fact]
    public async Task A_double_click_takes_a_step_once_and_nobody_reads_an_error()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var form = (await world.Fanny.Open($"/coalitions/{id}")).QuerySelector("form[action*='handler=Take']")!;
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            world.Fanny.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Single(await Lines(world, id), l => l.Done is not null);
    }

    [Fact]
    public async Task The_space_rewrites_its_guide_and_keeps_what_was_done_under_the_old_one()
    {
        var world = await World.New();
        // The first edit comes before any coalition: the shipped lines become the space's own.
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit("/coalitions/guide", [KeyValuePair.Create("Launch.Lines[0].Text", "Besoin écrit"), KeyValuePair.Create("Launch.Lines[1].Text", "Invitations parties")], "Launch")).StatusCode);
        var id = await Coalition(world);
        Assert.Equal(["Besoin écrit", "Invitations parties"], (await Lines(world, id)).Where(l => l.Part == GuidePart.Launch).Select(l => l.Text));
        Assert.Equal(3, (await Lines(world, id)).Count(l => l.Part == GuidePart.Commitment));

        var taken = (await Lines(world, id))[0].Id;
        await world.Given(new TakeStep.Command { CoalitionId = id, LineId = taken });
        var guide = (await world.Given(new EditGuide.Form())).Launch;
        await world.Given(guide with { Lines = [guide.Lines[1], new() { Text = "Première rencontre" }] });
        var launch = (await Lines(world, id)).Where(l => l.Part == GuidePart.Launch).ToList();
        Assert.Equal([("Invitations parties", false), ("Première rencontre", false), ("Besoin écrit", true)], launch.Select(l => (l.Text, l.Retired)));
        Assert.NotNull(launch[2].Done);
        await Assert.ThrowsAsync<Conflict>(() => world.Given(guide with { Lines = [new() { Text = "Une autre" }] }));
    }

    [Fact]
    public async Task A_date_to_come_is_refused_for_a_step_and_for_a_state()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var line = (await Lines(world, id))[0].Id;
        var tomorrow = world.Space.Today(world.App.Clock).AddDays(2);
        Assert.Equal("DoneOn", (await Assert.ThrowsAsync<Invalid>(() => world.Given(new TakeStep.Command { CoalitionId = id, LineId = line, DoneOn = tomorrow }))).Errors.Single().PropertyName);
        Assert.Equal("On", (await Assert.ThrowsAsync<Invalid>(() => world.Given(new ChangeState.Command { Id = id, To = CoalitionState.Active, On = tomorrow }))).Errors.Single().PropertyName);
        Assert.Equal("Reason", (await Assert.ThrowsAsync<Invalid>(() => world.Given(new ChangeState.Command { Id = id, To = CoalitionState.Ended, On = Day }))).Errors.Single().PropertyName);
    }

    [Fact]
    public async Task The_database_refuses_a_member_or_a_step_of_another_space()
    {
        var world = await World.New();
        var id = await Coalition(world);
        var stranger = await world.Given(new RegisterOrganisation.Command { Kind = OrganisationKind.Company, Name = "Ailleurs", Role = RoleKind.Member, Since = Day }, world.Elsewhere);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => world.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            (await db.Set<Coalition>().Include(c => c.Members).SingleAsync(c => c.Id == id)).Welcome(stranger, CoalitionRole.Member, Day);
            return await db.SaveChangesAsync();
        }));
        Assert.Contains("fk_coalition_member_organisation", refused.InnerException!.Message);
    }

    [Fact]
    public async Task A_coalition_that_does_not_exist_is_not_found()
    {
        var world = await World.New();
        await Coalition(world);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/coalitions/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get("/coalitions/pas-un-identifiant")).StatusCode);
    }
}
