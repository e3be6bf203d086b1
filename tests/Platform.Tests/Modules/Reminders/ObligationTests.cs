using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Tasks;
using Platform.Modules.Reminders.Obligations;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Rules;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Reminders;

/// <summary>What comes back by itself.</summary>
public sealed class ObligationTests(PostOffice office) : IClassFixture<PostOffice>, IAsyncLifetime
{
    private World world = null!;

    private DateOnly Today => world.Space.Today(office.Post.Clock);

    public async Task InitializeAsync() => world = await World.New(office.Post);

    public Task DisposeAsync() => Task.CompletedTask;

    private Task<int> Opens() => world.Given(new OpenTasks.Command());

    private Task<List<ObligationTask>> Tasks(Guid of) => world.Within(db => db.Set<ObligationTask>().AsNoTracking().Where(t => t.ObligationId == of).OrderBy(t => t.DueOn).ThenBy(t => t.Id).ToListAsync());

    [Fact]
    public async Task A_task_opens_in_time_for_each_member_once_and_comes_back()
    {
        // Those of its kind, to begin with; pressed twice, they are there once.
        Assert.NotNull((await world.Fanny.Open("/obligations")).QuerySelector("form[action$='handler=Usual']"));
        Assert.Null((await world.Remi.Open("/obligations")).QuerySelector("main form[method=post]"));
        var usual = UsualObligations.For(world.Space.Kind);
        foreach (var _ in Enumerable.Range(0, 2)) Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post("/obligations?handler=Usual", [])).StatusCode);
        var made = (await world.Bob.Sends(new ListObligations.Query())).Obligations;
        Assert.Equal(usual.Select(l => l.Title).Order(), made.Select(o => o.Title).Order());
        foreach (var one in made) await world.Fanny.Sends(new EndObligation.Command(one.Id, End: true));
        // Said before there is any member, it waits for them.
        var early = await world.Fanny.Sends(new SaveObligation.Command { Title = "Charte à signer", NextOn = Today.AddDays(10), PerMember = true });
        Assert.Equal(Today.AddDays(10), (await world.Bob.Sends(new ListObligations.One(early))).Of.NextOn);
        foreach (var name in new[] { "Redon", "Nozay", "Blain" }) await world.Organisation(name);
        Assert.Equal(3, await Opens());
        Assert.All(await Tasks(early), t => Assert.Equal(Today.AddDays(10), t.DueOn));
        await world.Fanny.Sends(new EndObligation.Command(early, End: true));
        var id = await world.Fanny.Sends(new SaveObligation.Command { Title = "Présentation de LEADER", EveryMonths = 3, NextOn = Today.AddDays(60), PerMember = true, LeadDays = 45 });
        Assert.Empty(await Tasks(id));
        office.Post.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal(3, await Opens());
        Assert.Equal(0, await Opens());
        // Who joins before the day has it to do too.
        await world.Organisation("Derval");
        Assert.Equal(1, await Opens());
        Assert.Equal(0, await Opens());
        Assert.Equal(4, (await Tasks(id)).Select(t => t.OrganisationId).Distinct().Count());
        // A year without a node: one round of tasks, not four.
        office.Post.Clock.Advance(TimeSpan.FromDays(365));
        var opened = await Opens();
        Assert.InRange(opened, 4, 8);
        Assert.Equal(0, await Opens());
        Assert.All((await Tasks(id)).Skip(4), t => Assert.True(t.DueOn > Today.AddDays(-92)));
        Assert.Contains("en retard", (await world.Bob.Open("/obligations")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_tasks_are_open_each_is_counted()
    {
        var id = await world.Fanny.Sends(new SaveObligation.Command { Title = "Relevé des compteurs", EveryMonths = 1, NextOn = Today.AddDays(300), LeadDays = 0 });
        const int late = ListObligations.Most + 20;
        await world.Within(async db =>
        {
            var obligation = await db.Set<Obligation>().SingleAsync(o => o.Id == id);
            db.AddRange(Enumerable.Range(1, late).Select(n => new ObligationTask(obligation, null, Today.AddDays(-n), Today)));
            db.Add(new ObligationTask(obligation, null, Today.AddDays(3), Today));
            return true;
        });
        var answer = await world.Bob.Sends(new ListObligations.Query());
        Assert.Equal((late + 1, late, ListObligations.Most), (answer.Open, answer.Late, answer.Tasks.Count));
        var line = Assert.Single(answer.Obligations);
        Assert.Equal((late + 1, late, Today.AddDays(3)), (line.Open, line.Late, line.NextOn));
        Assert.Equal(late + 1, (await world.Bob.Sends(new ListObligations.One(id))).Of.Open);
        Assert.Contains("Voici les 500 plus pressantes", (await world.Bob.Open("/obligations")).Body!.TextContent.Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moved_it_takes_its_open_tasks_along_and_ended_it_leaves_what_was_done()
    {
        var id = await world.Fanny.Sends(new SaveObligation.Command { Title = "Bilan du PCAET", EveryMonths = 36, NextOn = Today.AddDays(20) });
        var task = Assert.Single(await Tasks(id));
        var form = (await world.Fanny.Sends(new SaveObligation.Form(id))).Command;
        Assert.Equal(Today.AddDays(20), form.NextOn);
        await world.Fanny.Sends(form with { NextOn = Today.AddDays(30), Title = "Bilan du plan climat" });
        Assert.Equal(Today.AddDays(30), Assert.Single(await Tasks(id)).DueOn);
        await Assert.ThrowsAsync<Conflict>(() => world.Fanny.Sends(form));
        await Assert.ThrowsAsync<NotFound>(() => world.Fanny.Sends(new CloseTask.Query(task.Id)));
        var past = (await world.Fanny.Sends(new SaveObligation.Form(id))).Command with { NextOn = Today.AddDays(-1) };
        Assert.Contains("passée", (await Assert.ThrowsAsync<Invalid>(() => world.Fanny.Sends(past))).Errors[0].ErrorMessage, StringComparison.Ordinal);
        await world.Fanny.Sends(new EndObligation.Command(id, End: true));
        Assert.NotNull(Assert.Single(await Tasks(id)).DroppedOn);
        office.Post.Clock.Advance(TimeSpan.FromDays(1100));
        Assert.Equal(0, await Opens());
        await world.Fanny.Sends(new EndObligation.Command(id, End: false));
        Assert.True((await world.Fanny.Sends(new ListObligations.One(id))).Of.NextOn >= Today);
    }

    [Fact]
    public async Task It_is_among_the_tasks_of_its_owner_is_reminded_of_and_closed_with_a_word()
    {
        var remi = await world.Being("Rémi", "Le Gall");
        await world.StandsFor(world.Remi, remi);
        await world.Within(async db => { (await db.Set<Platform.Modules.Members.People.Person>().SingleAsync(p => p.Id == remi)).Reach(world.Remi.Email, null); return true; });
        var refused = await Person.Read(await world.Fanny.Submit("/obligations/nouvelle", [KeyValuePair.Create("Input.Title", ""), KeyValuePair.Create("Input.EveryMonths", "5"), KeyValuePair.Create("Input.LeadDays", "900")]));
        Assert.All(new[] { "#Input_Title_error", "#Input_EveryMonths_error", "#Input_LeadDays_error" }, error => Assert.NotNull(refused.QuerySelector(error)));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get("/obligations/nouvelle")).StatusCode);
        var id = await world.Fanny.Sends(new SaveObligation.Command { Title = "Lettre aux secrétaires de mairie", EveryMonths = 12, NextOn = Today.AddDays(7), OwnerId = remi, Details = "Deux pages au plus." });
        var task = Assert.Single(await Tasks(id)).Id;
        Assert.Contains((await world.Remi.Sends(new ListTasks.Query())).Rows, r => r.Kind == ListTasks.TaskKind.Recurring && r.CommitmentId == task);
        Assert.DoesNotContain((await world.Bob.Sends(new ListTasks.Query())).Rows, r => r.CommitmentId == task);
        Assert.Contains("Lettre aux secrétaires", (await world.Remi.Open("/taches")).Body!.TextContent, StringComparison.Ordinal);
        await world.Given(new RunRules.Command());
        var mail = Assert.Single(await world.Within(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.SubjectId == id).ToListAsync()));
        Assert.Equal(world.Remi.Email, mail.ToAddress);
        Assert.Contains("Deux pages au plus.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/obligations/taches/{task}", mail.Text, StringComparison.Ordinal);

        Assert.Null((await world.Bob.Open($"/obligations/taches/{task}")).QuerySelector("[name='Input.End']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/obligations/taches/{task}", [KeyValuePair.Create("Input.End", "Done"), KeyValuePair.Create("Input.On", $"{Today:yyyy-MM-dd}")])).StatusCode);
        var wordless = await Person.Read(await world.Remi.Submit($"/obligations/taches/{task}", [KeyValuePair.Create("Input.End", "Dropped"), KeyValuePair.Create("Input.On", $"{Today:yyyy-MM-dd}")]));
        Assert.Contains("Dites pourquoi", wordless.QuerySelector("#Input_Note_error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Remi.Submit($"/obligations/taches/{task}", [KeyValuePair.Create("Input.End", "Done"), KeyValuePair.Create("Input.On", $"{Today:yyyy-MM-dd}"), KeyValuePair.Create("Input.Note", "Envoyée.")])).StatusCode);
        Assert.DoesNotContain((await world.Remi.Sends(new ListTasks.Query())).Rows, r => r.CommitmentId == task);
        await office.Post.Sends();
        Assert.Equal(MailState.Withdrawn, (await world.Written(mail.IdempotencyKey)).State);
        Assert.Contains("Envoyée.", await (await world.Bob.Get("/obligations?handler=Export&format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await world.Remi.Sends(new CloseTask.Reopen(task));
        Assert.True(Assert.Single(await Tasks(id)).IsOpen);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"/obligations/taches/{task}")).StatusCode);
    }
}
