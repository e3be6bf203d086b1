using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Leads;

public sealed class LeadPagesTests
{
    [Fact]
    public async Task An_empty_space_is_told_what_leads_are_for_and_a_reader_finds_nothing_to_press()
    {
        var world = await World.New();
        var page = await world.Fanny.Open("/pistes");
        Assert.Contains("Aucune piste pour l’instant", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href$='/pistes/nouvelle']"));
        Assert.Null((await world.Bob.Open("/pistes")).QuerySelector("a[href$='/pistes/nouvelle']"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/pistes")).StatusCode);
    }

    [Fact]
    public async Task Fanny_notes_a_lead_answers_the_questions_and_reads_the_summary()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon Agglomération");
        var noted = await world.Fanny.Submit("/pistes/nouvelle",
            [Field("Input.Title", "Une navette entre les deux gares"), Field("Input.SponsorId", redon.ToString()), Field("Input.Origin", "Bureau de mars"), Field("Input.RaisedOn", "12/03/2024")]);
        Assert.Equal(HttpStatusCode.Found, noted.StatusCode);
        var address = Inside(world, noted);
        var sheet = await world.Bob.Open(address);
        Assert.Equal("Une navette entre les deux gares", sheet.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("À l’étude depuis le 12 mars 2024, rien d’examiné.", sheet.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("Redon Agglomération", sheet.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);

        // The four usual questions came with the first lead.
        var answered = await world.Fanny.Submit($"{address}/examiner",
        [
            Field("Input.Lines[0].Verdict", "Yes"), Field("Input.Lines[0].Comment", "Deux lignes au lieu de trois"), Field("Input.Lines[1].Verdict", "Yes"),
            Field("Input.Lines[2].Verdict", "No"), Field("Input.Lines[3].Verdict", "Unknown"),
        ]);
        Assert.Equal(HttpStatusCode.Found, answered.StatusCode);
        sheet = await world.Bob.Open(address);
        Assert.Contains("2 oui, 1 non, 1 à vérifier", sheet.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("Deux lignes au lieu de trois", sheet.QuerySelector("#examen")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fanny", sheet.QuerySelector("#examen .item-note")!.TextContent, StringComparison.Ordinal);

        // An emptied answer goes away; a comment without an answer is refused beside its field.
        var comment = await world.Fanny.Submit($"{address}/examiner", [Field("Input.Lines[2].Verdict", ""), Field("Input.Lines[2].Comment", "On verra")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, comment.StatusCode);
        Assert.StartsWith("Répondez oui, non", (await Person.Read(comment)).QuerySelector("#Input_Lines_2__Verdict_error")?.TextContent.Plain(), StringComparison.Ordinal);
        await world.Fanny.Submit($"{address}/examiner", [Field("Input.Lines[2].Verdict", "")]);
        Assert.Equal(0, await world.Read(db => db.Set<LeadAnswer>().CountAsync(a => a.Verdict == Verdict.No)));
    }

    [Fact]
    public async Task Two_people_who_answer_the_same_question_are_told()
    {
        var world = await World.New();
        var lead = await world.Idea("Une navette");
        var line = (await world.Fanny.Sends(new ScreenLead.Form(lead))).Command.Lines[0];
        await world.Fanny.Sends(new ScreenLead.Command { LeadId = lead, Lines = [line with { Verdict = Verdict.Yes }] });
        await Assert.ThrowsAsync<Conflict>(() => world.Alice.Sends(new ScreenLead.Command { LeadId = lead, Lines = [line with { Verdict = Verdict.No }] }));
        Assert.Equal(Verdict.Yes, await world.Read(db => db.Set<LeadAnswer>().Select(a => a.Verdict).SingleAsync()));
    }

    [Fact]
    public async Task A_referent_proposes_in_the_name_of_the_own_organisation_and_changes_nothing_else()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        await world.StandsFor(world.Remi, await world.Being("Rémi", "Jaouen", redon));
        Assert.Contains("Proposée au nom de Redon", (await world.Remi.Open("/pistes/nouvelle")).Body!.TextContent, StringComparison.Ordinal);
        var id = await world.Remi.Sends(new ProposeLead.Command { FormKey = Guid.NewGuid(), Title = "Une navette", SponsorId = blain, RaisedOn = new(2024, 3, 12) });
        Assert.Equal(redon, await world.Read(async db => (await db.Set<Lead>().SingleAsync(l => l.Id == id)).SponsorOrganisationId));
        foreach (var address in new[] { "examiner", "etat" }) Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/pistes/{id}/{address}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get("/pistes/questions")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get("/pistes/nouvelle")).StatusCode);
    }

    [Theory]
    [InlineData("Title", "", "Ce champ est à remplir.")]
    [InlineData("Title", "🚲🚲", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("RaisedOn", "31/02/2027", "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.")]
    [InlineData("RaisedOn", "01/01/2199", "Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.")]
    [InlineData("SponsorId", "0198f3a1-0000-7000-8000-000000000001", "Choisissez dans la liste.")]
    [InlineData("ThemeId", "0198f3a1-0000-7000-8000-000000000001", "Choisissez dans la liste.")]
    public async Task A_refused_form_says_why_beside_the_field_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        var world = await World.New();
        await world.Organisation("Redon");
        await world.Insert(() => new Theme("Mobilité", 0, 1, null));
        var fields = new Dictionary<string, string> { ["Input.Title"] = "Une navette", ["Input.Description"] = "שלום 🚲", ["Input.RaisedOn"] = "2024-03-12", [$"Input.{field}"] = value };
        var answer = await world.Fanny.Submit("/pistes/nouvelle", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Person.Read(answer);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")?.TextContent.Plain());
        Assert.Equal("שלום 🚲", page.QuerySelector("#Input_Description")!.TextContent.Plain());
        Assert.Equal(0, await world.Read(db => db.Set<Lead>().CountAsync()));
    }

    [Fact]
    public async Task A_lead_is_set_aside_with_its_reason_and_taken_up_again()
    {
        var world = await World.New();
        var lead = await world.Idea("Une navette");
        var silent = await world.Fanny.Submit($"/pistes/{lead}/etat", [Field("Input.To", "Dropped"), Field("Input.On", "2024-05-02")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        await world.Fanny.Submit($"/pistes/{lead}/etat", [Field("Input.To", "Dropped"), Field("Input.On", "2024-05-02"), Field("Input.Reason", "Trop chère pour le trafic")]);
        Assert.Contains("Écartée le 2 mai 2024 : Trop chère pour le trafic", (await world.Bob.Open($"/pistes/{lead}")).QuerySelector(".notice")!.TextContent.Plain(), StringComparison.Ordinal);
        await world.Fanny.Sends(new MoveLead.Command { Id = lead, To = LeadState.Soon, On = new(2024, 6, 1) });
        Assert.Equal("lead.state", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new MoveLead.Command { Id = lead, To = LeadState.Soon, On = new(2024, 6, 1) }))).Code);
    }

    [Fact]
    public async Task A_lead_becomes_a_commitment_once_and_each_sheet_leads_to_the_other()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var lead = await world.Idea("Une navette entre les deux gares", redon);
        var form = await world.Fanny.Open($"/engagements/nouveau?piste={lead}");
        Assert.Equal("Une navette entre les deux gares", form.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal(redon.ToString(), form.QuerySelector("#Input_Holders option[selected], [name='Input.Holders'][checked]")!.GetAttribute("value"));
        var logged = await world.Fanny.Submit($"/engagements/nouveau?piste={lead}", [Field("Input.Title", "Une navette le samedi"), Field("Input.Holders", redon.ToString()), Field("Input.State", "Adopted"), Field("Input.CadenceDays", "90"), Field("Input.Visibility", "Internal")]);
        Assert.Equal(HttpStatusCode.Found, logged.StatusCode);
        Assert.Contains("Né de la piste n° 1", (await world.Bob.Open(Inside(world, logged))).QuerySelector("aside")!.TextContent.Plain(), StringComparison.Ordinal);
        var sheet = await world.Bob.Open($"/pistes/{lead}");
        Assert.Contains("Devenue l’engagement n° 1", sheet.QuerySelector(".notice")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.StartsWith("Engagée", sheet.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal("lead.converted", (await Assert.ThrowsAsync<RuleViolation>(() => world.Promise("Encore", redon, and: c => c with { FromLeadId = lead }))).Code);
        Assert.Equal("lead.converted", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new MoveLead.Command { Id = lead, To = LeadState.Soon, On = new(2024, 6, 1) }))).Code);
        // Whoever opens the form again is told before typing anything; so is whoever converts what was set aside.
        var again = await world.Fanny.Open($"/engagements/nouveau?piste={lead}");
        Assert.Contains("La piste n° 1 est déjà devenue l’engagement n° 1", again.QuerySelector("main")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("#Input_Title"));
        var dropped = await world.Idea("Un téléphérique", redon);
        await world.Fanny.Sends(new MoveLead.Command { Id = dropped, To = LeadState.Dropped, On = new(2024, 6, 1), Reason = "Trop cher." });
        Assert.Contains("est écartée", (await world.Fanny.Open($"/engagements/nouveau?piste={dropped}")).QuerySelector(".notice")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal("lead.dropped", (await Assert.ThrowsAsync<RuleViolation>(() => world.Promise("Un téléphérique", redon, and: c => c with { FromLeadId = dropped }))).Code);
    }

    [Fact]
    public async Task Of_six_people_who_convert_the_same_lead_at_once_one_succeeds_and_nothing_is_left_of_the_others()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var lead = await world.Idea("Une navette", redon);
        // The first number of a space is given alone: it is the conversion that six people race for.
        await world.Promise("Plan vélo", redon);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await world.Promise($"Navette {i}", redon, and: c => c with { FromLeadId = lead });
                return true;
            }
            catch (Failure)
            {
                return false;
            }
        }));
        Assert.Single(outcomes, won => won);
        Assert.Equal(2, await world.Read(db => db.Set<Commitment>().CountAsync()));
    }

    [Fact]
    public async Task Another_spaces_lead_converts_nothing()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var theirs = await world.Insert(() => new Lead(1, "Ailleurs", Guid.NewGuid(), new(2024, 1, 1), DateTimeOffset.UnixEpoch, new Author(null, "Charlie")), world.Elsewhere);
        await Assert.ThrowsAsync<NotFound>(() => world.Promise("Navette", redon, and: c => c with { FromLeadId = theirs }));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/engagements/nouveau?piste={theirs}")).StatusCode);
        Assert.Empty((await world.Bob.Sends(new CompareLeads.Query([theirs], new LeadFilter()))).Leads);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_state_theme_sponsor_and_screening_and_counts_what_each_would_leave()
    {
        var world = await World.New();
        var (redon, jeanne) = (await world.Organisation("Redon"), await world.Being("Jeanne", "Oger"));
        var theme = await world.Insert(() => new Theme("Mobilité", 0, 1, null));
        var shuttle = await world.Idea("Navette", redon, theme);
        var wood = await world.Idea("Chaufferie bois", jeanne);
        await world.Idea("Verger partagé");
        await world.Screen(shuttle, Verdict.Yes, Verdict.Yes, Verdict.No, Verdict.Yes);
        await world.Screen(wood, Verdict.Yes, Verdict.Unknown, Verdict.No, Verdict.Yes);
        await world.Fanny.Sends(new MoveLead.Command { Id = shuttle, To = LeadState.Soon, On = new(2024, 6, 1) });

        Assert.Equal(["Chaufferie bois", "Navette", "Verger partagé"], await Titles(new()));
        Assert.Equal(["Navette"], await Titles(new() { States = [LeadState.Soon] }));
        Assert.Equal(["Navette"], await Titles(new() { Themes = [theme] }));
        Assert.Equal(["Chaufferie bois"], await Titles(new() { Sponsors = [jeanne] }));
        Assert.Equal(["Navette"], await Titles(new() { Screenings = [LeadFilter.Complete] }));
        Assert.Equal(["Chaufferie bois", "Verger partagé"], await Titles(new() { Screenings = [LeadFilter.ToCheck] }));
        Assert.Equal(["Chaufferie bois"], await Titles(new() { Words = "oge CHAUF" }));
        Assert.Equal(["Navette"], await Titles(new() { Words = "redon" }));
        var answer = await world.Bob.Sends(new ListLeads.Query(new LeadFilter { States = [LeadState.Soon] }));
        Assert.Equal([("À l’étude", 2), ("À engager prochainement", 1)], answer.Facets[0].Values.Select(v => (v.Label, v.Count!.Value)));
        Assert.Equal([("À vérifier", 0), ("Complet", 1)], answer.Facets[1].Values.Select(v => (v.Label, v.Count!.Value)));
        var page = await world.Bob.Open("/pistes?etat=a-engager&examen=n-importe-quoi&theme=x&tri=date&sens=desc");
        Assert.Contains("3 oui, 1 non", page.QuerySelector("table")!.TextContent.Plain(), StringComparison.Ordinal);

        async Task<IEnumerable<string>> Titles(LeadFilter filter) => (await world.Bob.Sends(new ListLeads.Query(filter))).Page.Rows.Select(r => r.Of.Title);
    }

    [Fact]
    public async Task The_file_holds_a_column_for_each_question_and_only_what_the_filter_leaves()
    {
        var world = await World.New();
        var lead = await world.Idea("=Navette", await world.Organisation("Redon"));
        await world.Idea("Verger");
        var form = (await world.Fanny.Sends(new ScreenLead.Form(lead))).Command;
        await world.Fanny.Sends(new ScreenLead.Command { LeadId = lead, Lines = [form.Lines[0] with { Verdict = Verdict.Yes, Comment = "Deux lignes ; dont une" }, form.Lines[1] with { Verdict = Verdict.Unknown }] });
        var lines = (await (await world.Bob.Get("/pistes?handler=Export&colonnes=toutes&q=navette")).Content.ReadAsStringAsync()).TrimStart('\ufeff').TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Intitulé;Numéro;État;Depuis le;Motif;Examen;Améliore l’efficacité du service\u00a0?;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("'=Navette;1;À l’étude;12/03/2024;;1 oui, 3 à vérifier;\"Oui – Deux lignes ; dont une\";Ne sait pas;;;;Redon;", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(";" + lead, lines[1], StringComparison.Ordinal);
        Assert.Contains("Deux lignes", (await world.Bob.Open($"/pistes?colonnes=question-{form.Lines[0].QuestionId:N}")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat_in_every_order()
    {
        var world = await World.New();
        for (var i = 0; i < 40; i++) await world.Idea($"Idée {i % 7}", raisedOn: new DateOnly(2024, 1, 1).AddDays(i % 5));
        foreach (var order in Enum.GetValues<ListLeads.Order>())
            foreach (var descending in new[] { false, true })
            {
                var first = await world.Bob.Sends(new ListLeads.Query(new(), order, descending));
                var second = await world.Bob.Sends(new ListLeads.Query(new(), order, descending, first.Page.Next));
                Assert.Null(second.Page.Next);
                Assert.Equal(40, first.Page.Rows.Concat(second.Page.Rows).Select(r => r.Of.Id).Distinct().Count());
            }
    }

    [Fact]
    public async Task Ticked_leads_stand_side_by_side_with_their_comments()
    {
        var world = await World.New();
        var theme = await world.Insert(() => new Platform.Modules.Engagements.Frameworks.Theme("Mobilité", 1, 1, null));
        var (shuttle, wood) = (await world.Idea("Navette", await world.Organisation("Redon"), theme), await world.Idea("Chaufferie bois"));
        await world.Idea("Verger");
        await world.Screen(shuttle, Verdict.Yes, Verdict.No);
        var list = await world.Bob.Open("/pistes");
        Assert.Equal(3, list.QuerySelectorAll("input[name=choix][form=ensemble]").Length);
        var page = await world.Bob.Open($"/pistes/comparer?choix={shuttle}&choix={wood}&choix=nimporte");
        Assert.Equal(["Question", "Chaufferie boisn° 2", "Navetten° 1"], page.QuerySelectorAll("thead th").Select(h => h.TextContent.Plain()));
        Assert.Equal(["Porteur", "personne pour l’instant", "Redon"], page.QuerySelectorAll("tbody tr").ElementAt(1).Children.Select(c => c.TextContent.Plain()));
        Assert.Equal(["Thème", "aucun", "Mobilité"], page.QuerySelectorAll("tbody tr").ElementAt(2).Children.Select(c => c.TextContent.Plain()));
        Assert.Equal(["En tout", "rien d’examiné", "1 oui, 1 non, 2 à vérifier"], page.QuerySelectorAll("tfoot tr > *").Select(c => c.TextContent.Plain()));
        Assert.Equal(3, (await world.Bob.Open("/pistes/comparer")).QuerySelectorAll("thead th a").Length);
        Assert.Equal(1, (await world.Bob.Open("/pistes/comparer?q=verg")).QuerySelectorAll("thead th a").Length);
    }

    [Fact]
    public async Task A_list_and_a_sheet_cost_the_same_few_queries_whatever_they_hold()
    {
        var world = await World.New();
        Guid last = default;
        for (var i = 0; i < 12; i++) await world.Screen(last = await world.Idea($"Idée {i}"), Verdict.Yes, Verdict.No, Verdict.Unknown);
        foreach (var address in new[] { "/pistes", $"/pistes/{last}", $"/pistes/comparer" })
        {
            await world.Bob.Open(address);
            using var trips = RoundTrips.Of(world);
            await world.Bob.Open(address);
            // One of them asks who is there.
            Assert.True(trips.Commands.Count <= 5, $"{address}: {trips.Commands.Count}\n{string.Join('\n', trips.Commands)}");
        }
    }

    private static string Inside(World world, HttpResponseMessage answer) => answer.Headers.Location!.ToString()[(1 + world.Space.Identifier.Length)..].Split('?')[0];
}
