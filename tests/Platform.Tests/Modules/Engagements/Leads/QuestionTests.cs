using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Leads;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Leads;

public sealed class QuestionTests
{
    [Fact]
    public async Task A_space_without_questions_takes_the_usual_ones_or_writes_its_own()
    {
        var world = await World.New();
        var page = await world.Fanny.Open("/pistes/questions");
        Assert.Contains("Permet des économies ?", page.QuerySelector(".empty-state")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(0, await world.Read(db => db.Set<ScreeningQuestion>().CountAsync()));
        await world.Fanny.Submit("/pistes/questions", [], "Begin");
        Assert.Equal(4, (await Asked(world)).Count);

        var other = await World.New();
        await other.Fanny.Submit("/pistes/questions", [Field("Input.Text", "Réduit les émissions ?")]);
        await other.Idea("Une navette");
        Assert.Equal(["Réduit les émissions ?"], await Asked(other));
    }

    [Fact]
    public async Task Questions_are_put_in_order_without_script_reworded_and_retired_and_their_answers_stay()
    {
        var world = await World.New();
        var lead = await world.Idea("Une navette");
        await world.Screen(lead, Verdict.Yes, Verdict.Yes, Verdict.Yes, Verdict.No);
        var questions = await world.Fanny.Sends(new EditQuestions.Query());
        Assert.All(questions, q => Assert.Equal(1, q.Answers));
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Post($"/pistes/questions?handler=Down&question={questions[0].Id}", [])).StatusCode);
        Assert.Equal([questions[1].Id, questions[0].Id], (await world.Fanny.Sends(new EditQuestions.Query())).Take(2).Select(q => q.Id));
        await world.Fanny.Post($"/pistes/questions?handler=Up&question={questions[0].Id}", []);
        await world.Fanny.Post($"/pistes/questions?handler=Up&question={questions[0].Id}", []);
        Assert.Equal(questions.Select(q => q.Id), (await world.Fanny.Sends(new EditQuestions.Query())).Select(q => q.Id));

        await world.Fanny.Sends(new EditQuestions.Retire(questions[3].Id));
        Assert.Contains("3 oui.", (await world.Bob.Open($"/pistes/{lead}")).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Contains("n’est plus posée", (await world.Bob.Open($"/pistes/{lead}")).QuerySelector("#examen")!.TextContent, StringComparison.Ordinal);
        await world.Fanny.Sends(new EditQuestions.Restore(questions[3].Id));
        Assert.Contains("3 oui, 1 non.", (await world.Bob.Open($"/pistes/{lead}")).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);

        var first = (await world.Fanny.Sends(new EditQuestions.Query()))[0];
        await world.Fanny.Sends(new EditQuestions.Command { Id = first.Id, Version = first.Version, Text = "Rend service ?" });
        await Assert.ThrowsAsync<Conflict>(() => world.Alice.Sends(new EditQuestions.Command { Id = first.Id, Version = first.Version, Text = "Est utile ?" }));
        Assert.Equal("Rend service ?", (await Asked(world))[0]);
        Assert.Equal(4, await world.Read(db => db.Set<LeadAnswer>().CountAsync()));
    }

    [Theory]
    [InlineData("", "Ce champ est à remplir.")]
    [InlineData("permet DES economies", "Cette question est déjà posée.")]
    [InlineData("Une\nquestion", "Une seule ligne, sans retour.")]
    public async Task A_question_that_asks_nothing_new_is_refused(string text, string sentence)
    {
        var world = await World.New();
        await world.Idea("Une navette");
        var refused = await world.Fanny.Submit("/pistes/questions", [Field("Input.Text", text), Field("Input.Id", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Person.Read(refused);
        Assert.Contains(sentence, page.QuerySelector(".error-summary")!.TextContent.Plain(), StringComparison.Ordinal);
        Assert.Equal(sentence, page.QuerySelector("#Input_Text_error")!.TextContent.Plain());
        Assert.Equal(4, (await Asked(world)).Count);
        // Said on the line that was being reworded, and there only.
        var one = (await world.Fanny.Sends(new EditQuestions.Query()))[2];
        page = await Person.Read(await world.Fanny.Post("/pistes/questions", [Field("Input.Text", text), Field("Input.Id", one.Id.ToString()), Field("Input.Version", one.Version.ToString())]));
        Assert.Equal(sentence, page.QuerySelector("li:nth-child(3) #Input_Text_error")!.TextContent.Plain());
        Assert.Single(page.QuerySelectorAll("#Input_Text"));
    }

    [Fact]
    public async Task A_question_taken_up_again_is_not_asked_twice()
    {
        var world = await World.New();
        await world.Idea("Une navette");
        var first = (await world.Fanny.Sends(new EditQuestions.Query()))[0];
        await world.Fanny.Sends(new EditQuestions.Retire(first.Id));
        await world.Fanny.Sends(new EditQuestions.Command { Text = first.Text });
        Assert.Equal("lead.questions.twin", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new EditQuestions.Restore(first.Id)))).Code);
    }

    [Fact]
    public async Task There_are_at_most_twenty_questions()
    {
        var world = await World.New();
        for (var i = 0; i < ScreeningQuestion.Most; i++) await world.Fanny.Sends(new EditQuestions.Command { Text = $"Question {i} ?" });
        Assert.Equal("lead.questions.many", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new EditQuestions.Command { Text = "Une de trop ?" }))).Code);
    }

    private static async Task<IReadOnlyList<string>> Asked(World world) =>
        [.. (await world.Fanny.Sends(new EditQuestions.Query())).Where(q => q.RetiredOn is null).Select(q => q.Text.Plain())];
}
