using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Digests;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Reminders.Rules;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Governance;

namespace Platform.Tests.Modules.Reminders;

/// <summary>What a space writes by itself, and when it stops.</summary>
public sealed class RuleTests(PostOffice office) : IClassFixture<PostOffice>, IAsyncLifetime
{
    private World world = null!;
    private Guid holder, referent, facilitator;

    private DateOnly Today => world.Space.Today(office.Post.Clock);

    public async Task InitializeAsync()
    {
        world = await World.New(office.Post);
        holder = await world.Organisation("Val de Vilaine");
        referent = await Enter("Claire", "Morvan");
        facilitator = await Enter("Fanny", "Anime");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private string At(string family) => $"{family}@{world.Space.Identifier}.example";

    private async Task<Guid> Enter(string given, string family)
    {
        var person = await world.Being(given, family, holder);
        await world.Within(async db => { (await db.Set<Platform.Modules.Members.People.Person>().SingleAsync(p => p.Id == person)).Reach(At(family), null); return true; });
        return person;
    }

    private Task<Guid> Promise(string title, Func<LogCommitment.Command, LogCommitment.Command>? and = null) => world.Promise(title, holder, CommitmentState.UnderWay,
        c => (and?.Invoke(c) ?? c) with { ReferentId = referent, FacilitatorId = facilitator });

    private Task<int> Runs() => world.Given(new RunRules.Command());

    private Task<List<OutboxMessage>> Written(Guid about) => world.Within(db =>
        db.Set<OutboxMessage>().AsNoTracking().Where(m => m.SubjectId == about && m.IdempotencyKey.StartsWith("rappel:")).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());

    private void Wait(int days) => office.Post.Clock.Advance(TimeSpan.FromDays(days));

    private async Task<List<string>> ToOn(Guid about)
    {
        var before = (await Written(about)).Count;
        await Runs();
        return [.. (await Written(about)).Skip(before).Select(m => m.ToName!.Split(' ')[^1]).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Whoever_refers_is_asked_first_then_others_are_told_and_nobody_twice_for_the_same_reason()
    {
        var id = await Promise("Chaufferie", c => c with { CadenceDays = 30 });
        Wait(22);
        Assert.Empty(await ToOn(id));
        Wait(1);
        Assert.Equal(["Morvan"], await ToOn(id));
        Assert.Equal(0, await Runs());
        var asked = Assert.Single(await Written(id));
        Assert.Equal("Où en est « Chaufferie » ?", asked.Subject);
        Assert.Contains("une nouvelle est attendue pour le", asked.Text, StringComparison.Ordinal);
        Assert.True(asked.IsDirect);
        // The whole grace long, and for other kinds of the same thing, there is nothing new to say.
        for (var day = 0; day < 6; day++)
        {
            Wait(1);
            Assert.Empty(await ToOn(id));
        }
        Wait(1);
        Assert.Equal(["Morvan"], await ToOn(id));
        Wait(14);
        Assert.Equal(["Anime", "Morvan"], await ToOn(id));
        var told = (await Written(id)).Single(m => m.ToName == "Fanny Anime");
        Assert.Contains("Déjà sollicité : Claire Morvan", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("Pour information", told.Subject, StringComparison.Ordinal);
        Assert.False(told.IsDirect);
        // A node that was away two days still writes it, once; nobody of the rung has an address: the next one up is told.
        Wait(18);
        Assert.Equal(["Morvan"], await ToOn(id));
        Wait(28);
        Assert.Equal(["Alice"], await ToOn(id));
        Wait(30);
        Assert.Empty(await ToOn(id));
    }

    [Fact]
    public async Task Away_too_long_it_writes_the_last_step_and_not_those_before()
    {
        var id = await Promise("Navette", c => c with { DueOn = Today.AddDays(40), CadenceDays = 700 });
        Wait(36);
        Assert.Equal(["Morvan"], await ToOn(id));
        Assert.Contains("échéance dans 4 jours", Assert.Single(await Written(id)).Text.Plain(), StringComparison.Ordinal);
        // Put off, it is told anew by the new date and by no other; brought forward past a step, that step is gone.
        await Move(id, Today.AddDays(31));
        Wait(1);
        Assert.Equal(["Morvan"], await ToOn(id));
        await Move(id, Today.AddDays(2));
        Wait(1);
        Assert.Empty(await ToOn(id));
        Wait(1);
        Assert.Equal(["Morvan"], await ToOn(id));
    }

    private Task<bool> Move(Guid id, DateOnly due) => world.Within(async db =>
    {
        var commitment = await db.Set<Commitment>().AsTracking().SingleAsync(c => c.Id == id);
        commitment.Plan(commitment.StartsOn, due, commitment.CadenceDays);
        return true;
    });

    [Fact]
    public async Task The_last_look_holds_back_what_was_done_put_off_passed_on_or_stopped_meanwhile()
    {
        var due = Today.AddDays(7);
        var ids = new List<Guid>();
        foreach (var title in new[] { "fait", "repoussé", "passé", "dit", "arrêté" }) ids.Add(await Promise(title, c => c with { DueOn = due, CadenceDays = 700 }));
        await Runs();
        Assert.All(ids, id => Assert.Single(Written(id).Result));
        await world.Fanny.Sends(new MoveCommitment.Command { Id = ids[0], To = CommitmentState.Kept });
        await Move(ids[1], due.AddDays(20));
        await world.Within(async db => { (await db.Set<Commitment>().AsTracking().SingleAsync(c => c.Id == ids[2])).FollowedBy(facilitator, null); return true; });
        await office.Post.Sends();
        Assert.Equal([MailState.Withdrawn, MailState.Withdrawn, MailState.Withdrawn, MailState.Sent], (await Task.WhenAll(ids.Take(4).Select(Written))).Select(m => m[0].State));
        Assert.Equal(["C’est fait depuis : ce rappel n’a plus d’objet", "La date a changé depuis : le rappel suivra la nouvelle", "Cette personne n’est plus sollicitée pour cela"],
            (await Task.WhenAll(ids.Take(3).Select(Written))).Select(m => m[0].Reply!));

        Wait(7);
        await Runs();
        await world.Alice.Sends(new ListRules.Switch(ReminderKind.CommitmentDue, On: false));
        await office.Post.Sends();
        Assert.Equal("La règle a été arrêtée depuis", (await Written(ids[4]))[^1].Reply);
        Wait(7);
        Assert.Empty(await ToOn(ids[4]));
    }

    [Fact]
    public async Task What_is_asked_by_name_comes_at_once_and_what_is_only_told_waits_for_the_digest()
    {
        await world.Within(async db =>
        {
            db.Add(new MailPreference(At("Morvan"), MailCategory.Reminders, MailFrequency.Daily));
            db.Add(new MailPreference(At("Anime"), MailCategory.Reminders, MailFrequency.Daily));
            return await db.SaveChangesAsync();
        });
        var id = await Promise("Cantine", c => c with { DueOn = Today, CadenceDays = 700 });
        Wait(7);
        Assert.Equal(["Anime", "Morvan"], await ToOn(id));
        await office.Post.Sends();
        var written = (await Written(id)).ToDictionary(m => m.ToName!, m => m.State);
        Assert.Equal((MailState.Sent, MailState.Digest), (written["Claire Morvan"], written["Fanny Anime"]));
        Assert.Contains("/r/nouvelle-", office.Server.Mails.Single(m => m.To == At("Morvan")).Part("text/plain"), StringComparison.Ordinal);
        // Kept while it waited, it is in no digest.
        await world.Fanny.Sends(new MoveCommitment.Command { Id = id, To = CommitmentState.Kept });
        do Wait(1); while (Today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Equal(0, await world.Given(new SendDigests.Command()));
        var held = (await Written(id)).Single(m => m.ToName == "Fanny Anime");
        Assert.Equal((MailState.Withdrawn, "C’est fait depuis : ce rappel n’a plus d’objet"), (held.State, held.Reply));
    }

    [Fact]
    public async Task Who_has_answered_is_not_asked_again_before_somebody_has_read_it()
    {
        var id = await world.Promise("Passerelle", holder, CommitmentState.UnderWay, c => c with { ReferentId = referent, CadenceDays = 30 });
        Wait(23);
        Assert.Equal(["Morvan"], await ToOn(id));
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Submit(await world.MailedLink(At("Morvan")), [new("Input.Text", "Les travaux ont commencé."), new("Input.Status", "OnTrack")])).StatusCode);
        // Nobody follows it by name: those who run the space hear of the answer.
        Assert.Equal("À valider : Passerelle", (await world.Mails(world.Fanny.Email))[^1].Subject.Plain());
        Wait(7);
        Assert.Empty(await ToOn(id));
        // By hand, one may ask all the same.
        Assert.NotEmpty((await world.Fanny.Open($"/rappels/maintenant/nouvelles/{id}")).QuerySelectorAll("[name='Input.To']:not([disabled])"));
        // Sent back with a question, it is owed again.
        var received = await world.Within(db => db.Set<ReceivedNews>().Where(n => n.CommitmentId == id).Select(n => n.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/nouvelles/{received}", [new("Question.Text", "Depuis quand ?")], "Reply")).StatusCode);
        Wait(14);
        Assert.Contains("Morvan", await ToOn(id));
    }

    [Fact]
    public async Task Steps_of_one_promise_go_in_one_mail_and_the_database_refuses_a_second_one_that_day()
    {
        var id = await Promise("Halle", c => c with { CadenceDays = 700 });
        await world.Within(async db =>
        {
            var commitment = await db.Set<Commitment>().AsTracking().Include(c => c.Measures).SingleAsync(c => c.Id == id);
            foreach (var (title, n) in new[] { "Consulter", "Choisir", "Signer" }.Select((t, n) => (t, n))) commitment.Measures.Add(new Measure(title, n + 1, Today.AddDays(7)));
            return true;
        });
        Assert.Equal(["Morvan"], await ToOn(id));
        var mail = Assert.Single(await Written(id));
        Assert.Equal("À faire : Consulter et 2 autres", mail.Subject.Plain());
        Assert.All(new[] { "- Consulter", "- Choisir", "- Signer" }, line => Assert.Contains(line, mail.Text, StringComparison.Ordinal));
        var again = await world.Within(db => db.Set<Reminded>().AsNoTracking().Where(r => r.MailKey == mail.IdempotencyKey).ToListAsync());
        Assert.Equal(3, again.Count);
        await Assert.ThrowsAsync<DbUpdateException>(() => world.Within(db =>
        {
            db.Add(new Reminded(new(ReminderKind.News, again[0].SubjectId, id, "", "", Today, "", "", ""), again[0].ReceiverId, Today, "autre", byHand: true));
            return Task.FromResult(true);
        }));
        // More than a year later nobody asks who was told.
        Wait(401);
        await Runs();
        Assert.False(await world.Within(db => db.Set<Reminded>().AnyAsync(r => r.MailKey == mail.IdempotencyKey)));
    }

    [Fact]
    public async Task Meetings_their_minutes_and_what_councils_owe_are_reminded_of_by_their_own_dates()
    {
        var assembly = await Assembly.In(world);
        var meeting = await assembly.Meeting(10);
        await world.Given(new ConveneMeeting.Command { Id = meeting, Version = (await world.Given(new GetMeeting.Query(meeting))).Meeting.Version });
        var decision = await world.Given(new SaveDecision.Command { BodyId = assembly.Body, Date = Today, Title = "Charte", Outcome = Platform.Modules.Governance.Contract.Outcome.Adopted });
        await world.Given((await world.Given(new SetCascade.Form(decision))).Command with { Expected = "Délibérer", By = Today.AddDays(33), Tell = false });
        var lines = (await world.Given(new GetDecision.Query(decision))).Lines;
        Wait(3);
        await Runs();
        var called = await Written(meeting);
        Assert.Equal(4, called.Count);
        Assert.Contains("dans 7 jours", called[0].Subject.Plain(), StringComparison.Ordinal);
        Assert.All(called, m => Assert.Equal(MailCategory.Meetings, m.Category));
        // Without an account, one reads place and agenda, and answers, from the reminder too.
        var reminded = await world.Nobody.Open(called[0].Secret![$"https://localhost/{world.Space.Identifier}".Length..]);
        Assert.Contains("Avancement", reminded.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(reminded.QuerySelector("[value=Present]"));
        // What a council owes: one mail to each who sits for the member, thirty days before.
        var owed = Assert.Single(await Written(assembly.Members[0]));
        Assert.Contains("Délibérer", owed.Text, StringComparison.Ordinal);
        Assert.Contains($"/decisions/{decision}/declinaison/{lines.Single(l => l.OrganisationId == assembly.Members[0]).Id}", owed.Text, StringComparison.Ordinal);
        // Answered, put off: no more of either.
        await world.Given(new TellCascade.Command { DecisionId = decision, Id = lines.Single(l => l.OrganisationId == assembly.Members[0]).Id, State = CascadeState.NotConcerned });
        Wait(7);
        var held = await assembly.Open(meeting);
        Assert.NotEmpty(held.Seats);
        await world.Given(new HoldMeeting.Command { Id = meeting, Move = HoldMeeting.Move.Close });
        Wait(7);
        var count = (await Written(meeting)).Count;
        await Runs();
        Assert.Equal(["Fanny"], (await Written(meeting)).Skip(count).Select(m => m.ToName!));
        Wait(16);
        await Runs();
        Assert.Single(await Written(assembly.Members[0]));
        Assert.Equal(2, (await Written(assembly.Members[2])).Count);
    }

    [Fact]
    public async Task The_administrator_changes_a_rule_reads_it_as_a_mail_and_finds_it_in_the_journal()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get("/rappels")).StatusCode);
        Assert.Contains("7 règles en service", (await world.Alice.Open("/rappels")).Body!.TextContent.Plain(), StringComparison.Ordinal);
        var typed = new List<KeyValuePair<string, string>>
        {
            new("Input.IsOn", "true"), new("Input.Steps[0].Days", "10"), new("Input.Steps[0].Side", "Before"), new("Input.Steps[0].Referent", "true"), new("Input.Stop", "NewsGiven"),
            new("Input.Subject", "Et {objet} ?"), new("Input.Text", "Dites-nous : {situation}."), new("Input.Escalation", "{relances}."),
        };
        var preview = await Person.Read(await world.Alice.Post("/rappels/nouvelles?handler=Preview", typed));
        Assert.Contains("Et Chaufferie bois du bourg ?", preview.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Et {objet} ?", preview.QuerySelector("#Input_Subject")!.GetAttribute("value"));
        Assert.Equal("10", preview.QuerySelector("#Input_Steps_0__Days")!.GetAttribute("value"));
        Assert.Equal(0, await world.Within(db => db.Set<ReminderRule>().CountAsync()));

        // Each thing that is wrong has its sentence, and nothing typed is lost.
        foreach (var (field, value, sentence) in new[] { ("Input.Text", "Bonjour {prenom}", "Rien ne prend la place de {prenom}"), ("Input.Steps[0].Days", "9000", "De 0 à 365 jours"), ("Input.Steps[0].Referent", "false", "Dites à qui"), ("Input.Stop", "MeetingOver", "Cette règle ne peut pas s’arrêter ainsi") })
        {
            var refused = await world.Alice.Submit("/rappels/nouvelles", [.. typed.Where(t => t.Key != field), new(field, value)]);
            Assert.Contains(sentence, (await Person.Read(refused)).Body!.TextContent, StringComparison.Ordinal);
        }
        var far = await Person.Read(await world.Alice.Submit("/rappels/nouvelles", [.. typed.Where(t => t.Key != "Input.Steps[0].Days"), new("Input.Steps[0].Days", "un mois")]));
        Assert.Equal("un mois", far.QuerySelector("[aria-describedby=Input_Steps_0_error]")!.GetAttribute("value"));
        Assert.All(far.QuerySelectorAll(".error-summary a"), link => Assert.NotNull(far.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit("/rappels/nouvelles", typed)).StatusCode);
        var stale = (await world.Alice.Sends(new EditRule.Form(ReminderKind.News))).Command;
        await world.Alice.Sends(stale with { Subject = "Alors, {objet} ?" });
        await Assert.ThrowsAsync<Conflict>(() => world.Alice.Sends(stale));
        Assert.Contains("J-10 : référent", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);

        // Of a module that the space does not use there is no rule.
        var modules = await world.Alice.Sends(new SaveModules.Form());
        await world.Alice.Sends(modules with { On = [.. modules.On.Where(m => m != SpaceModules.Governance)] });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Alice.Post("/rappels?handler=Off", [KeyValuePair.Create("Kind", nameof(ReminderKind.Meeting))])).StatusCode);

        await world.Alice.Submit("/rappels", [KeyValuePair.Create("Input.Hour", "6")], "Hour");
        Assert.Equal("6", (await world.Alice.Open("/rappels")).QuerySelector("#Input_Hour")!.GetAttribute("value"));

        var id = await Promise("Verger", c => c with { CadenceDays = 30 });
        Wait(20);
        Assert.Equal(["Morvan"], await ToOn(id));
        Assert.Equal("Alors, Verger ?", Assert.Single(await Written(id)).Subject);
        Wait(30);
        Assert.Empty(await ToOn(id));
        async Task<bool> IsOwn(ReminderKind kind) => (await world.Alice.Sends(new ListRules.Query())).Rows.Single(r => r.Kind == kind).IsOwn;
        Assert.True(await IsOwn(ReminderKind.News));
        await world.Alice.Sends(new EditRule.Reset(ReminderKind.News));
        Assert.Equal(5, Step.Read((await world.Within(db => db.Set<ReminderRule>().AsNoTracking().SingleAsync())).Steps).Count);
        // Put back, or only stopped, there is nothing to come back from.
        await world.Alice.Sends(new ListRules.Switch(ReminderKind.Measure, On: false));
        Assert.False(await IsOwn(ReminderKind.News) || await IsOwn(ReminderKind.Measure));
        Assert.False((await world.Alice.Sends(new EditRule.Form(ReminderKind.Measure))).IsOwn);
        // The other space follows the shipped rules.
        Assert.All((await world.Charlie.Sends(new ListRules.Query(), world.Elsewhere)).Rows, r => Assert.False(r.IsOwn));
    }

    [Fact]
    public async Task By_hand_one_sees_who_receives_what_then_sends_it_once_a_day()
    {
        var id = await Promise("Marché couvert", c => c with { CadenceDays = 700 });
        var address = $"/rappels/maintenant/nouvelles/{id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get(address)).StatusCode);
        var page = await world.Fanny.Open(address);
        var boxes = page.QuerySelectorAll("[name='Input.To']");
        Assert.Equal(3, boxes.Length);
        var asked = Assert.Single(boxes, b => b.HasAttribute("checked")).GetAttribute("value")!;
        Assert.Contains("Claire Morvan", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("«\u00a0Marché couvert\u00a0»", (await Person.Read(await world.Fanny.Get(address + "?handler=Html"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Written(id));

        Assert.Contains("Cochez au moins une personne", (await Person.Read(await world.Fanny.Submit(address, [KeyValuePair.Create("Input.Note", "Avant jeudi ?")]))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(address, [KeyValuePair.Create("Input.Note", "Avant jeudi ?"), KeyValuePair.Create("Input.To", asked)])).StatusCode);
        var mail = Assert.Single(await Written(id));
        Assert.Equal((At("Morvan"), world.Fanny.Email, "Relance de Fanny, pour Claire Morvan"), (mail.ToAddress, mail.ReplyTo, mail.Cause));
        Assert.Contains("Avant jeudi ?", mail.Text, StringComparison.Ordinal);
        Assert.Contains("a déjà reçu un rappel aujourd’hui", (await world.Fanny.Open(address)).Body!.TextContent, StringComparison.Ordinal);
        var refused = await Person.Read(await world.Fanny.Submit(address, [KeyValuePair.Create("Input.Note", "Encore"), KeyValuePair.Create("Input.To", asked)]));
        Assert.Contains("chacun en a déjà reçu un aujourd’hui", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await Written(id));
        Assert.Contains("Relance", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);
        // Done, there is nothing to remind of; another space's is not there.
        await world.Fanny.Sends(new MoveCommitment.Command { Id = id, To = CommitmentState.Kept });
        Assert.Contains("rien à rappeler", (await world.Fanny.Open(address)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/rappels/maintenant/inconnue/{id}")).StatusCode);
    }
}
