using System.Net;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Tests.Kit;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Commitments;

public sealed class MeasureTests
{
    [Fact]
    public async Task Steps_are_added_ticked_unticked_moved_and_dropped_from_the_sheet()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var place = $"/engagements/{id}";
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(place + "/mesures/ajouter", [Field("Input.Lines", "Étudier – 30/09/2027\nPoser\nInaugurer")])).StatusCode);
        var steps = (await Sheet()).Steps;
        Assert.Equal([("Étudier", new DateOnly(2027, 9, 30)), ("Poser", null), ("Inaugurer", null)], steps.Select(s => (s.Title, s.DueOn)));

        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Post(place + "?handler=Done", [Field("Measure", steps[0].Id.ToString())])).StatusCode);
        var page = await world.Fanny.Open(place);
        Assert.Contains("1 sur 3 faite", page.QuerySelector("#mesures")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("Mesure faite : Étudier", page.QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Post(place + "?handler=Undo", [Field("Measure", steps[0].Id.ToString())])).StatusCode);
        Assert.Null((await Sheet()).Steps[0].DoneOn);

        await world.Fanny.Post(place + "?handler=Up", [Field("Measure", steps[2].Id.ToString())]);
        await world.Fanny.Post(place + "?handler=Down", [Field("Measure", steps[0].Id.ToString())]);
        Assert.Equal(["Inaugurer", "Étudier", "Poser"], (await Sheet()).Steps.Select(s => s.Title));

        var refused = await Person.Read(await world.Fanny.Submit($"{place}/mesures/{steps[1].Id}", [Field("Drop.Reason", "")], "Drop"));
        Assert.NotNull(refused.QuerySelector("#Drop_Reason_error"));
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"{place}/mesures/{steps[1].Id}", [Field("Drop.Reason", "Hors budget.")], "Drop")).StatusCode);
        Assert.Equal("Hors budget.", (await Sheet()).Steps[2].DropReason);
        Assert.Equal("measure.dropped", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new FinishMeasure.Command(id, steps[1].Id, true)))).Code);

        Task<ShowCommitment.Sheet> Sheet() => world.Bob.Sends(new ShowCommitment.Query(id));
    }

    [Fact]
    public async Task A_step_takes_who_answers_for_it_and_a_conflict_shows_both_versions()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var anne = await world.Being("Anne", "Le Gall", redon);
        var id = await world.Promise("Plan vélo", redon, and: c => c with { FirstMeasures = "Étudier" });
        var step = (await world.Bob.Sends(new ShowCommitment.Query(id))).Steps[0].Id;
        var command = (await world.Alice.Sends(new EditMeasure.Form(id, step))).Command;
        await world.Alice.Sends(command with { OrganisationId = redon, PersonId = anne, DueOn = new DateOnly(2020, 1, 1) });
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Contains("Anne Le Gall et Redon", page.QuerySelector(".steps-list .is-late")!.TextContent.Plain(), StringComparison.Ordinal);
        var answer = await world.Fanny.Post($"/engagements/{id}/mesures/{step}", [Field("Input.Version", "0"), Field("Input.Title", "Étudier encore")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Anne Le Gall (Redon)", (await Person.Read(answer)).QuerySelector(".error-summary")!.TextContent.Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_belongs_to_its_commitment_and_its_people_to_the_space()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var (one, two) = (await world.Promise("Un", redon, and: c => c with { FirstMeasures = "Étudier" }), await world.Promise("Deux", redon));
        var step = (await world.Bob.Sends(new ShowCommitment.Query(one))).Steps[0].Id;
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/engagements/{two}/mesures/{step}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Post($"/engagements/{two}?handler=Done", [Field("Measure", step.ToString())])).StatusCode);
        var foreign = await world.Being("Zoé", "Ailleurs", space: world.Elsewhere);
        var command = (await world.Alice.Sends(new EditMeasure.Form(one, step))).Command;
        foreach (var (bad, field) in new[] { (command with { PersonId = foreign }, "PersonId"), (command with { PersonId = redon }, "PersonId"), (command with { OrganisationId = foreign }, "OrganisationId") })
            Assert.Equal(field, (await Assert.ThrowsAsync<Invalid>(() => world.Alice.Sends(bad))).Errors[0].PropertyName);
    }

    [Fact]
    public async Task The_same_lines_sent_twice_are_added_once()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var command = new AddMeasures.Command { CommitmentId = id, Known = 0, Lines = "Un\nDeux" };
        Assert.Equal((2, 0), (await world.Alice.Sends(command), await world.Alice.Sends(command)));
        Assert.Equal(1, await world.Alice.Sends(new AddMeasures.Command { CommitmentId = id, Known = 2, Lines = "Un" }));
        Assert.Equal("measure.many", (await Assert.ThrowsAsync<RuleViolation>(() => world.Alice.Sends(new AddMeasures.Command { CommitmentId = id, Known = 3, Lines = string.Join('\n', Enumerable.Range(0, 58).Select(i => $"Pas {i}")) }))).Code);
    }

    [Fact]
    public async Task An_indicator_is_added_measured_corrected_and_drawn()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var place = $"/engagements/{id}/indicateurs";
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(place + "/ajouter",
            [Field("Input.Name", "Abris posés"), Field("Input.Unit", "abris"), Field("Input.Direction", "Increase"), Field("Input.Baseline", "0"), Field("Input.Target", "12,5"), Field("Input.TargetOn", "31/12/2030")])).StatusCode);
        var gauge = Assert.Single((await world.Bob.Sends(new ShowCommitment.Query(id))).Gauges);
        Assert.Equal(12.5m, gauge.Target);
        foreach (var (value, comment) in new[] { ("3", "Trop lu."), ("2", "Recompté.") })
            Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"{place}/{gauge.Id}/valeurs", [Field("Input.Value", value), Field("Input.On", "2026-01-15"), Field("Input.Kind", "Actual"), Field("Input.Comment", comment), Field("Input.Source", "Relevé")])).StatusCode);
        var reading = Assert.Single((await world.Bob.Sends(new ShowCommitment.Query(id))).Gauges[0].Values);
        Assert.Equal((2m, "Recompté.", "Relevé", "Fanny"), (reading.Value, reading.Comment, reading.Source, reading.AuthorName));
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Equal(["15 janvier 2026|2 abris|–", "31 décembre 2030|–|12,5 abris"], page.QuerySelectorAll("#indicateurs tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Plain()))));

        foreach (var (field, value, sentence) in new[] { ("Value", "beaucoup", "Écrivez un nombre, par exemple 12,5."), ("On", "2199-01-01", "Une valeur constatée ne peut pas être à venir."), ("Value", "1,23456", "Au plus quatre décimales.") })
        {
            var fields = new Dictionary<string, string> { ["Input.Value"] = "1", ["Input.On"] = "2026-02-01", ["Input.Kind"] = "Actual", [$"Input.{field}"] = value };
            Assert.Equal(sentence, (await Person.Read(await world.Fanny.Submit($"{place}/{gauge.Id}/valeurs", fields))).QuerySelector($"#Input_{field}_error")!.TextContent.Plain());
        }
        Assert.Equal("Name", (await Assert.ThrowsAsync<Invalid>(() => world.Alice.Sends(new SaveIndicator.Command { CommitmentId = id, Name = "ABRIS POSES" }))).Errors[0].PropertyName);
        Assert.Equal("Target", (await Assert.ThrowsAsync<Invalid>(() => world.Alice.Sends(new SaveIndicator.Command { CommitmentId = id, Name = "Autre", Baseline = 5, Target = 2 }))).Errors[0].PropertyName);
    }
}
