using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Operations;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Updates;

public sealed class NewsTests
{
    [Fact]
    public async Task Fanny_gives_news_in_one_sentence_and_ticks_what_was_done()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { FirstMeasures = "Étudier\nPoser" });
        var form = await world.Fanny.Open($"/engagements/{id}/nouvelles");
        var box = form.QuerySelectorAll("input[name='Input.Done']")[0];
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"/engagements/{id}/nouvelles",
            [Field("Input.Text", "L’étude est rendue. 🚲"), Field("Input.Status", "OnTrack"), Field("Input.Progress", "40"), Field("Input.Done", box.GetAttribute("value")!)])).StatusCode);
        var sheet = await world.Bob.Sends(new ShowCommitment.Query(id));
        Assert.Equal((40, world.Space.Today(world.App.Clock)), (sheet.Progress!.Value, sheet.Standing.LastNewsOn!.Value));
        Assert.NotNull(sheet.Steps[0].DoneOn);
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Contains("L’étude est rendue. 🚲", page.QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("Tout va bien, 40 %", page.QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("dernière nouvelle aujourd’hui", page.QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_short_form_of_the_sheet_does_it_too_and_a_refusal_keeps_the_sentence()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var refused = await world.Fanny.Submit($"/engagements/{id}", [Field("News.Text", "Ça coince.")], "News");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Person.Read(refused);
        Assert.Equal("Dites où cela en est.", page.QuerySelector("#News_Status_error")!.TextContent.Plain());
        Assert.Equal("Ça coince.", page.QuerySelector("#News_Text")!.TextContent.Plain());
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"/engagements/{id}", [Field("News.Text", "Ça coince."), Field("News.Status", "Blocked")], "News")).StatusCode);
        Assert.Contains("Bloqué", (await world.Bob.Open($"/engagements/{id}")).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text", "", "Une phrase suffit, mais il en faut une.")]
    [InlineData("Progress", "140", "De 0 à 100.")]
    [InlineData("HappenedOn", "31/02/2026", "Cette date n’existe pas. Écrivez-la ainsi : 12/03/2027.")]
    [InlineData("HappenedOn", "2199-01-01", "Cette date est à venir : mettez celle d’aujourd’hui ou une date passée.")]
    public async Task Refused_news_say_why_and_lose_nothing(string field, string value, string sentence)
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var fields = new Dictionary<string, string> { ["Input.Text"] = "مرحبا", ["Input.Status"] = "Attention", [$"Input.{field}"] = value };
        var answer = await world.Fanny.Submit($"/engagements/{id}/nouvelles", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Person.Read(answer);
        Assert.Equal(sentence, page.QuerySelector($"#Input_{field}_error")!.TextContent.Plain());
        Assert.NotNull(page.QuerySelector("input[name='Input.Status'][value=Attention][checked]"));
        if (field != "Text") Assert.Equal("مرحبا", page.QuerySelector("#Input_Text")!.TextContent.Plain());
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_update()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var command = new GiveNews.Command { CommitmentId = id, FormKey = Guid.NewGuid(), Status = UpdateStatus.OnTrack, Text = "Ça roule." };
        Assert.Equal(await world.Fanny.Sends(command), await world.Fanny.Sends(command));
        Assert.Equal(1, await world.Read(db => db.Set<Update>().CountAsync()));
    }

    [Fact]
    public async Task A_correction_leaves_the_first_readable_and_counts_instead_of_it()
    {
        var world = await World.New();
        var id = await world.Promise("Plan vélo", await world.Organisation("Redon"));
        var wrong = await world.Fanny.Sends(new GiveNews.Command { CommitmentId = id, Status = UpdateStatus.Blocked, Text = "Tout est bloqué.", Progress = 80 });
        var form = await world.Alice.Open($"/engagements/{id}/nouvelles/{wrong}");
        Assert.Equal("Tout est bloqué.", form.QuerySelector("#Input_Text")!.TextContent.Plain());
        Assert.Equal(HttpStatusCode.Found, (await world.Alice.Submit($"/engagements/{id}/nouvelles/{wrong}", [Field("Input.Text", "Un lot sur trois est bloqué."), Field("Input.Status", "Attention"), Field("Input.Progress", "30")])).StatusCode);
        var sheet = await world.Bob.Sends(new ShowCommitment.Query(id));
        Assert.Equal((30, false), (sheet.Progress!.Value, sheet.Standing.IsBlocked));
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Equal("Tout est bloqué.", page.QuerySelector(".timeline del")!.TextContent);
        Assert.Contains("Corrigée le", page.QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("Corrige la nouvelle du", page.QuerySelector(".timeline")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal("update.corrected", (await Assert.ThrowsAsync<RuleViolation>(() => world.Alice.Sends(new GiveNews.Command { CommitmentId = id, CorrectsId = wrong, Status = UpdateStatus.Done, Text = "Encore." }))).Code);
        // Nothing of the first row has changed.
        Assert.Equal(0, await world.Read(db => db.Audit.CountAsync(a => a.SubjectId == wrong && a.Action != AuditAction.Created)));
    }

    [Fact]
    public async Task A_referent_gives_news_of_what_they_answer_for_and_of_nothing_else()
    {
        var world = await World.New();
        var (redon, blain, nozay) = (await world.Organisation("Redon"), await world.Organisation("Blain"), await world.Organisation("Nozay"));
        var anne = await world.Being("Anne", "Le Gall", redon);
        var coalition = await world.Insert(() =>
        {
            var made = new Coalition("Vélo", new DateOnly(2026, 1, 1));
            made.Welcome(redon, CoalitionRole.Member, new DateOnly(2026, 1, 1));
            return made;
        });
        var own = new[]
        {
            await world.Promise("De son organisation", redon),
            await world.Promise("Dont elle est référente", blain, and: c => c with { ReferentId = anne }),
            await world.Promise("De sa coalition", blain, and: c => c with { Holders = [], CoalitionId = coalition }),
        };
        var others = await world.Promise("D’une autre", blain, and: c => c with { Holders = [blain, nozay], FirstMeasures = "Étudier" });
        // An account that stands for nobody answers for nothing.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/engagements/{own[0]}/nouvelles")).StatusCode);
        await world.StandsFor(world.Remi, anne);
        foreach (var id in own)
        {
            Assert.NotNull((await world.Remi.Open($"/engagements/{id}")).QuerySelector(".actions a[href$='/nouvelles']"));
            Assert.Equal(HttpStatusCode.Found, (await world.Remi.Submit($"/engagements/{id}/nouvelles", [Field("Input.Text", "Ça avance."), Field("Input.Status", "OnTrack")])).StatusCode);
        }
        Assert.Null((await world.Remi.Open($"/engagements/{others}")).QuerySelector(".actions a[href$='/nouvelles']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/engagements/{others}/nouvelles")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Post($"/engagements/{others}/nouvelles", [Field("Input.Text", "Ça avance."), Field("Input.Status", "OnTrack")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Post($"/engagements/{others}?handler=News", [Field("News.Text", "Ça avance."), Field("News.Status", "OnTrack")])).StatusCode);
        var step = (await world.Bob.Sends(new ShowCommitment.Query(others))).Steps[0].Id;
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Post($"/engagements/{others}?handler=Done", [Field("Measure", step.ToString())])).StatusCode);
        // Named as responsible of a step, she answers for it.
        await world.Alice.Sends((await world.Alice.Sends(new EditMeasure.Form(others, step))).Command with { PersonId = anne });
        Assert.Equal(HttpStatusCode.Found, (await world.Remi.Post($"/engagements/{others}?handler=Done", [Field("Measure", step.ToString())])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/engagements/{own[0]}/modifier")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/engagements/{own[0]}/nouvelles", [Field("Input.Text", "…"), Field("Input.Status", "OnTrack")])).StatusCode);
    }

    [Fact]
    public async Task News_of_another_commitment_cannot_be_corrected_here_nor_its_steps_ticked()
    {
        var world = await World.New();
        var redon = await world.Organisation("Redon");
        var (one, two) = (await world.Promise("Un", redon, and: c => c with { FirstMeasures = "Étudier" }), await world.Promise("Deux", redon));
        var news = await world.Fanny.Sends(new GiveNews.Command { CommitmentId = one, Status = UpdateStatus.OnTrack, Text = "Ça roule." });
        var step = (await world.Bob.Sends(new ShowCommitment.Query(one))).Steps[0].Id;
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/engagements/{two}/nouvelles/{news}")).StatusCode);
        await Assert.ThrowsAsync<NotFound>(() => world.Fanny.Sends(new GiveNews.Command { CommitmentId = two, CorrectsId = news, Status = UpdateStatus.OnTrack, Text = "…" }));
        Assert.Equal("Done", (await Assert.ThrowsAsync<Invalid>(() => world.Fanny.Sends(new GiveNews.Command { CommitmentId = two, Done = [step], Status = UpdateStatus.OnTrack, Text = "…" }))).Errors[0].PropertyName);
    }
}
