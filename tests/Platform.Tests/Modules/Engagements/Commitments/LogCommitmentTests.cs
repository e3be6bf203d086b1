using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Operations;
using Platform.Tests.Kit;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class LogCommitmentTests
{
    [Fact]
    public async Task Alice_logs_the_first_commitment_of_a_new_space_with_a_title_a_holder_and_two_lines()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon Agglomération");
        var logged = await world.Alice.Submit("/engagements/nouveau",
        [
            Field("Input.Title", "Un point d’accueil vélo dans chaque gare"), Field("Input.Holders", redon.ToString()), Field("Input.DueOn", "30/09/2031"),
            Field("Input.FirstMeasures", "Choisir le bureau d’études – 30/09/2027\nPoser les abris"), Field("Input.State", "UnderWay"),
        ]);
        Assert.Equal(HttpStatusCode.Found, logged.StatusCode);
        var address = logged.Headers.Location!.ToString()[(1 + world.Space.Identifier.Length)..];
        var page = await world.Bob.Open(address);
        Assert.Equal("Un point d’accueil vélo dans chaque gare", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("En cours, échéance dans", page.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(["Choisir le bureau d’études", "Poser les abris"], page.QuerySelectorAll(".step-title").Select(s => s.TextContent));
        Assert.Contains("Redon Agglomération", page.QuerySelector("aside")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(["Démarré", "Adopté", "Proposé", "Consigné"], page.QuerySelectorAll(".timeline p").Select(p => p.TextContent.Plain()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_logs_one_commitment_and_numbers_follow_each_other()
    {
        var world = await World.New();
        var holder = await world.Organisation("Redon");
        var command = new LogCommitment.Command { FormKey = Guid.NewGuid(), Title = "Plan vélo", Holders = [holder] };
        Assert.Equal(await world.Alice.Sends(command), await world.Alice.Sends(command));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => world.Promise($"Promesse {i}", holder)));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], await world.Read(db => db.Set<Commitment>().Select(c => c.Number).OrderBy(n => n).ToListAsync()));
        Assert.Equal(1, await world.Read(async db => (await db.Set<Commitment>().SingleAsync(c => c.Title == "Plan vélo")).Number));
    }

    [Theory]
    [InlineData("Title", "", "Ce champ est à remplir.")]
    [InlineData("Title", "🚲🚲", "Écrivez au moins une lettre ou un chiffre.")]
    [InlineData("DueOn", "31/02/2027", "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.")]
    [InlineData("DueOn", "2019-12-31", "L’échéance précède le début.")]
    [InlineData("CadenceDays", "3", "Entre 7 et 730.")]
    [InlineData("CadenceDays", "souvent", "Cette valeur n’est pas acceptée.")]
    [InlineData("StateOn", "01/01/2199", "Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.")]
    [InlineData("State", "Kept", "Choisissez dans la liste.")]
    [InlineData("FirstMeasures", "Voter 31/02/2027", "« Voter 31/02/2027 » : cette date n’existe pas.")]
    [InlineData("Holders", "", "Qui s’engage ? Choisissez au moins une organisation, ou un groupe qui s’engage ensemble.")]
    public async Task A_refused_form_says_why_beside_the_field_and_keeps_what_was_typed(string field, string value, string sentence)
    {
        var world = await World.New();
        var holder = await world.Organisation("Redon");
        var fields = new Dictionary<string, string>
        {
            ["Input.Title"] = "Plan vélo", ["Input.Holders"] = holder.ToString(), ["Input.StartsOn"] = "2020-01-01", ["Input.Statement"] = "שלום — مرحبا 🚲", ["Input.CadenceDays"] = "90",
        };
        if (value.Length > 0 || field == "Title") fields[$"Input.{field}"] = value;
        else fields.Remove($"Input.{field}");
        var answer = await world.Alice.Submit("/engagements/nouveau", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Person.Read(answer);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")?.TextContent.Plain());
        Assert.Equal("שלום — مرحبا 🚲", page.QuerySelector("#Input_Statement")!.TextContent.Plain());
        Assert.Equal(0, await world.Read(db => db.Set<Commitment>().CountAsync()));
    }

    [Fact]
    public async Task A_title_of_5000_characters_is_refused_and_comes_back_whole()
    {
        var world = await World.New();
        var long5000 = new string('é', 5000);
        var page = await Person.Read(await world.Alice.Submit("/engagements/nouveau", [Field("Input.Title", long5000), Field("Input.Holders", (await world.Organisation("Redon")).ToString())]));
        Assert.Equal("Au plus 160 caractères ; il y en a 5000.", page.QuerySelector("#Input_Title_error")!.TextContent.Plain());
        Assert.Equal(long5000, page.QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Identifiers_of_another_space_are_refused_in_every_field()
    {
        var world = await World.New();
        var (holder, foreign) = (await world.Organisation("Redon"), await world.Organisation("Ailleurs", world.Elsewhere));
        var person = await world.Being("Anne", "Ailleurs", foreign, world.Elsewhere);
        var usual = new LogCommitment.Command { FormKey = Guid.NewGuid(), Title = "Plan vélo", Holders = [holder] };
        foreach (var (command, field) in new (LogCommitment.Command, string)[]
        {
            (usual with { Holders = [holder, foreign] }, "Holders"), (usual with { LeadId = foreign }, "Holders"), (usual with { Holders = [person] }, "Holders"),
            (usual with { ReferentId = person }, "ReferentId"), (usual with { FacilitatorId = holder }, "FacilitatorId"), (usual with { Holders = [], CoalitionId = foreign }, "CoalitionId"),
            (usual with { ThemeId = foreign }, "ThemeId"), (usual with { AxisId = foreign }, "AxisId"), (usual with { Objectives = [foreign] }, "Objectives"),
        })
        {
            var refused = await Assert.ThrowsAsync<Invalid>(() => world.Alice.Sends(command));
            Assert.Equal((field, "Choisissez dans la liste."), (refused.Errors[0].PropertyName, refused.Errors[0].ErrorMessage.Plain()));
        }
        Assert.Equal(0, await world.Read(db => db.Set<Commitment>().CountAsync()));
    }

    [Fact]
    public async Task Bob_may_not_log_and_Charlie_finds_nothing()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        foreach (var address in new[] { "/engagements/nouveau", $"/engagements/{id}/modifier", $"/engagements/{id}/etat/tenu", $"/engagements/{id}/mesures/ajouter", $"/engagements/{id}/indicateurs/ajouter", $"/engagements/{id}/nouvelles" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(address)).StatusCode);
            Assert.StartsWith($"/{world.Space.Identifier}/connexion", (await world.Nobody.Get(address)).Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"/engagements/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"//{world.Elsewhere.Identifier}/engagements/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/engagements/{id}?handler=Move", [Field("State", "Kept")])).StatusCode);
    }

    [Fact]
    public async Task Two_who_edit_the_same_sheet_see_both_versions_and_nothing_is_lost()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        var id = await world.Promise("Plan vélo", redon);
        var open = await world.Alice.Open($"/engagements/{id}/modifier");
        await world.Fanny.Sends(new EditCommitment.Command { Id = id, Version = 1, Title = "Plan vélo et marche", Holders = [redon] });
        var answer = await world.Alice.Post($"/engagements/{id}/modifier",
        [
            Field("Input.Version", open.QuerySelector("#Input_Version")!.GetAttribute("value")!), Field("Input.Title", "Plan cyclable"), Field("Input.Holders", blain.ToString()),
            Field("Input.CadenceDays", "90"), Field("Input.Visibility", "Internal"),
        ]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Person.Read(answer);
        Assert.Equal("Plan cyclable", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        var rows = page.QuerySelectorAll(".error-summary tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Plain()))).ToList();
        Assert.Equal(["Intitulé|Plan vélo et marche|Plan cyclable", "Organisations|Redon|Blain"], rows.Order(StringComparer.Ordinal));
        // Sent again, knowingly: the version travelled.
        var again = await world.Alice.Post($"/engagements/{id}/modifier",
        [
            Field("Input.Version", page.QuerySelector("#Input_Version")!.GetAttribute("value")!), Field("Input.Title", "Plan cyclable"), Field("Input.Holders", blain.ToString()),
            Field("Input.CadenceDays", "90"), Field("Input.Visibility", "Internal"),
        ]);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task News_given_meanwhile_is_no_conflict_for_who_edits_the_sheet()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var id = await world.Promise("Plan vélo", redon);
        var form = await world.Alice.Sends(new EditCommitment.Form(id));
        await world.Fanny.Sends(new Platform.Modules.Engagements.Updates.GiveNews.Command { CommitmentId = id, Status = Platform.Modules.Engagements.Updates.UpdateStatus.OnTrack, Text = "Ça roule." });
        await world.Alice.Sends(form with { Title = "Plan cyclable" });
        Assert.Equal("Plan cyclable", (await world.Bob.Sends(new ShowCommitment.Query(id))).Title);
    }

    [Fact]
    public async Task The_journal_says_from_what_to_what_and_leaves_out_what_is_computed()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var id = await world.Promise("Plan vélo", redon);
        var form = await world.Fanny.Sends(new EditCommitment.Form(id));
        await world.Fanny.Sends(form with { Title = "Plan cyclable", CadenceDays = 30 });
        var line = await world.Read(db => db.Audit.Where(a => a.SubjectId == id && a.Action == AuditAction.Changed && a.AccountId == world.Fanny.AccountId).SingleAsync());
        Assert.Equal("""{"CadenceDays":[90,30],"Title":["Plan vélo","Plan cyclable"]}""", line.Changes);
        Assert.Equal("n° 1 – Plan cyclable", line.Label);
    }

    [Fact]
    public async Task It_is_found_by_the_words_of_its_title_its_statement_and_its_holders()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Questembert Communauté"), and: c => c with { Statement = "Jalonner cent kilomètres." });
        foreach (var words in new[] { "VELO", "quest commu", "kilometre jalon", "1" })
            Assert.Equal([id], (await world.Bob.Sends(new ListCommitments.Query(new CommitmentFilter { Words = words }, ListCommitments.Order.Due, false, null))).Page.Rows.Select(r => r.Id));
        var form = await world.Alice.Sends(new EditCommitment.Form(id));
        await world.Alice.Sends(form with { Statement = null });
        Assert.Empty((await world.Bob.Sends(new ListCommitments.Query(new CommitmentFilter { Words = "jalon" }, ListCommitments.Order.Due, false, null))).Page.Rows);
    }
}
