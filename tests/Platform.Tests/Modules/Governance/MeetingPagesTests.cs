using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Preferences;
using Platform.Tests.Kit;
using static Platform.Tests.Kit.Pages;

namespace Platform.Tests.Modules.Governance;

public sealed class MeetingPagesTests
{
    [Fact]
    public async Task Fanny_prepares_calls_holds_and_reports_a_meeting()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var today = world.Space.Today(world.App.Clock);
        Assert.NotNull((await world.Bob.Open("/reunions")).QuerySelector(".empty-state"));
        var planned = await world.Fanny.Submit("/reunions/nouvelle", new Dictionary<string, string>
        {
            ["Input.BodyId"] = $"{assembly.Body}", ["Input.Date"] = $"{today.AddDays(10):yyyy-MM-dd}", ["Input.Start"] = "18h", ["Input.End"] = "20:00", ["Input.Place"] = "Redon",
        });
        Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var here = planned.Headers.Location!.ToString()[(world.Space.Identifier.Length + 1)..];
        var id = Guid.Parse(here.Split('/')[^1]);

        // The agenda, several points at once.
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{here}/points", new Dictionary<string, string>
        {
            ["Input.Points[0].Title"] = "Budget", ["Input.Points[0].Rank"] = "2", ["Input.Points[0].Kind"] = "Decision", ["Input.Points[0].Minutes"] = "30",
            ["Input.Points[1].Title"] = "Avancement", ["Input.Points[1].Rank"] = "1", ["Input.Points[1].Kind"] = "Information",
        })).StatusCode);
        Assert.Equal(["Avancement", "Budget"], (await world.Bob.Open(here)).QuerySelectorAll(".agenda-title").Select(e => e.TextContent.Trim()));
        var refused = await world.Fanny.Submit($"{here}/points", new Dictionary<string, string> { ["Input.Points[2].Title"] = "Suite", ["Input.Points[2].Commitment"] = "999", ["Input.Points[2].Minutes"] = "2" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("Aucun engagement ne porte ce numéro.", (await Person.Read(refused)).QuerySelector("#Input_Points_2__Commitment_error")!.TextContent.Trim());

        // The convocation goes to everybody who sits, with the date for their calendar.
        Assert.Contains("4", Text(await world.Fanny.Open($"{here}/convocation"), ".answer"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{here}/convocation", new Dictionary<string, string> { ["Input.AnswerBy"] = $"{today.AddDays(7):yyyy-MM-dd}" })).StatusCode);
        var mail = Assert.Single(await world.Mails(Assembly.Email("Élue1")));
        Assert.Contains("À l’ordre du jour\n- Avancement\n- Budget", mail.Text, StringComparison.Ordinal);
        Assert.Contains("[lien personnel]", mail.Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("elue1@example.org", mail.Calendar!.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(await world.Mails(Assembly.Email("Suppléant")));

        // Rémi sits: he answers for himself, nobody else's seat.
        await Assembly.Seats(world, world.Remi, assembly.Elected[1]);
        var seats = (await world.Given(new GetMeeting.Query(id))).Seats;
        Assert.Equal(HttpStatusCode.Redirect, (await world.Remi.Submit(here, new Dictionary<string, string> { ["Input.Answer"] = "Substitute", ["Input.SubstituteId"] = $"{seats.Single(s => s.Function == MandateFunction.Substitute).Id}" }, "Answer")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Remi.Post($"{here}?handler=Answer", new Dictionary<string, string> { ["Input.Answer"] = "Absent", ["Input.SeatId"] = $"{seats[0].Id}" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Bob.Post($"{here}?handler=Answer", new Dictionary<string, string> { ["Input.Answer"] = "Present" })).StatusCode);
        Assert.Contains("suppléance", Text(await world.Fanny.Open($"{here}/emargement"), "main"), StringComparison.Ordinal);

        // The session: who answered is proposed as there; the quorum follows.
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{here}/seance", [], "Move")).StatusCode);
        Assert.Contains("Quorum non atteint", Text(await world.Fanny.Open($"{here}/seance"), ".page-head"), StringComparison.Ordinal);
        await assembly.Open(id);
        Assert.Contains("3 sur 3", Text(await world.Fanny.Open($"{here}/seance"), ".quorum-figure"), StringComparison.Ordinal);
        var budget = (await world.Given(new GetMeeting.Query(id))).Items[1].Entity.Id;
        var many = await world.Fanny.Submit($"{here}/seance?point={budget}", new Dictionary<string, string> { ["Input.VotesFor"] = "9", ["Input.Title"] = "Budget 2027", ["Input.Decide"] = "true" }, "Record");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, many.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{here}/seance?point={budget}", new Dictionary<string, string>
        {
            ["Input.Record"] = "Le trésorier présente les comptes.", ["Input.VotesFor"] = "2", ["Input.VotesAgainst"] = "1", ["Input.Title"] = "Budget 2027", ["Input.Text"] = "Le budget est approuvé.", ["Input.Decide"] = "true",
        }, "Record")).StatusCode);
        var decision = (await world.Given(new GetMeeting.Query(id))).Items[1].Decision!;
        Assert.Equal(($"{today.AddDays(10).Year}-001-AG-{world.Space.Identifier.ToUpperInvariant()}", Outcome.Adopted), (decision.Code, decision.Outcome));

        // Closed, read, approved, sent.
        var closed = await world.Fanny.Post($"{here}/seance?handler=Move", new Dictionary<string, string> { ["move"] = "Close" });
        Assert.EndsWith("/compte-rendu", closed.Headers.Location!.ToString(), StringComparison.Ordinal);
        var minutes = Text(await world.Bob.Open($"{here}/compte-rendu"), "main");
        foreach (var said in new[] { "Le trésorier présente les comptes.", "2 pour, 1 contre", "3 présents ou représentés sur 3", decision.Code! }) Assert.Contains(said, minutes, StringComparison.Ordinal);
        var early = await world.Fanny.Submit($"{here}/compte-rendu", new Dictionary<string, string> { ["Approval.On"] = $"{today:yyyy-MM-dd}" }, "Approve");
        Assert.Equal("L’approbation vient après la réunion.", (await Person.Read(early)).QuerySelector("#Approval_On_error")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"{here}/compte-rendu", new Dictionary<string, string> { ["Sending.Partners"] = "false" }, "Send")).StatusCode);
        var restituted = (await world.Mails(Assembly.Email("Élue3")))[^1].Text;
        foreach (var said in new[] { decision.Code!, "2. Budget", "Le trésorier présente les comptes." }) Assert.Contains(said, restituted, StringComparison.Ordinal);

        // What is over is over.
        Assert.Equal(HttpStatusCode.Conflict, (await world.Fanny.Submit($"{here}/convocation", new Dictionary<string, string> { ["Input.AnswerBy"] = "", ["Input.Version"] = "0" })).StatusCode);
        Assert.Contains("Tenue", Text(await world.Bob.Open("/reunions"), ".list-region table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_quorum_nothing_is_decided_but_a_point_can_be_put_off()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var meeting = await assembly.Meeting();
        var point = (await assembly.Open(meeting, present: 1)).Items[1].Entity;
        var vote = new RecordItem.Command { Id = meeting, ItemId = point.Id, Version = point.Version, Decide = true, Title = "Budget", VotesFor = 1 };
        Assert.Equal("vote.quorum", (await Assert.ThrowsAsync<RuleViolation>(() => world.Given(vote))).Code);
        await world.Given(vote with { Outcome = Outcome.Deferred, VotesFor = null });
        var put = (await world.Given(new GetMeeting.Query(meeting))).Items[1];
        Assert.Equal((null, Outcome.Deferred, false), (put.Decision!.Code, put.Decision.Outcome, put.Entity.HadQuorum));
        // More people come: the same point is voted, and gets its number.
        var seats = (await assembly.Open(meeting)).Voters;
        await world.Given(vote with { Version = put.Entity.Version, VotesFor = null, Ballots = [.. seats.Select((s, i) => new RecordItem.Line { SeatId = s.Id, Ballot = i == 2 ? Ballot.Recused : Ballot.For })] });
        put = (await world.Given(new GetMeeting.Query(meeting))).Items[1];
        Assert.EndsWith($"-001-AG-{world.Space.Identifier.ToUpperInvariant()}", put.Decision!.Code, StringComparison.Ordinal);
        // Who takes no part is not counted as there.
        Assert.Equal((2, 0, 1, 2, 3, true), (put.Entity.VotesFor, put.Entity.VotesAgainst, put.Entity.Recused, put.Entity.Present, put.Entity.Seats, put.Entity.HadQuorum));
        // A result that the votes do not give says why.
        var odd = vote with { Version = put.Entity.Version, VotesFor = 3, Outcome = Outcome.Rejected };
        Assert.Equal(nameof(vote.Note), Assert.Single((await Assert.ThrowsAsync<Invalid>(() => world.Given(odd))).Errors).PropertyName);
    }

    [Fact]
    public async Task The_year_is_planned_on_one_page_and_read_as_a_calendar()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var year = world.Space.Today(world.App.Clock).Year + 1;
        var page = await world.Fanny.Open($"/reunions/calendrier?annee={year}");
        Assert.Equal(4, page.QuerySelectorAll(".year-line.is-proposed input[type=date]").Count(i => i.GetAttribute("value") is { Length: > 0 }));
        var fields = page.QuerySelectorAll(".year-line input[name]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToList();
        // The first proposal is put aside, another date is added where the last line is blank.
        var first = fields.FindIndex(f => f.Key.EndsWith(".Date", StringComparison.Ordinal));
        fields[first] = KeyValuePair.Create(fields[first].Key, "");
        var blank = fields.FindLastIndex(f => f.Key.EndsWith(".Date", StringComparison.Ordinal));
        fields[blank] = KeyValuePair.Create(fields[blank].Key, $"{year}-12-10");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post($"/reunions/calendrier?annee={year}", fields)).StatusCode);
        var rows = (await world.Given(new ListMeetings.Query(new MeetingFilter()))).Page.Rows;
        Assert.Equal(4, rows.Count);
        Assert.Contains(rows, r => r.Date == new DateOnly(year, 12, 10));
        // A planned date moves on the same page, and its calendar entry counts one up.
        var moved = (await world.Given(new PlanYear.Form(year))).Command;
        var line = moved.Lines.First(l => l.MeetingId is not null);
        await world.Given(new PlanYear.Command { Lines = [line with { Date = line.Date!.Value.AddDays(7), Start = "9h30" }] });
        var after = (await world.Given(new ListMeetings.Query(new MeetingFilter()))).Page.Rows.Single(r => r.Id == line.MeetingId);
        Assert.Equal((line.Date.Value.AddDays(7), 570, 1), (after.Date, after.StartMinute, after.Sequence));
        var stale = await Assert.ThrowsAsync<Invalid>(() => world.Given(new PlanYear.Command { Lines = [line with { Date = line.Date!.Value.AddDays(14) }] }));
        Assert.Equal("Lines[0].Date", Assert.Single(stale.Errors).PropertyName);

        var ics = await (await world.Bob.Get($"/reunions?handler=Calendar&annee={year}")).Content.ReadAsStringAsync();
        Assert.Equal(4, ics.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("METHOD:PUBLISH", ics, StringComparison.Ordinal);
        Assert.Contains($"UID:{line.MeetingId}@{world.Space.Identifier}", ics.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("text/calendar", (await world.Bob.Get($"/reunions/{line.MeetingId}?handler=Calendar")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_convened_meeting_that_is_cancelled_tells_everybody_once()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var meeting = await assembly.Meeting();
        var form = (await world.Given(new ConveneMeeting.Form(meeting))).Command;
        Assert.Equal("Cette date est passée.", (await Person.Read(await world.Fanny.Submit($"/reunions/{meeting}/convocation", new Dictionary<string, string> { ["Input.AnswerBy"] = $"{world.Space.Today(world.App.Clock).AddDays(-1):yyyy-MM-dd}" }))).QuerySelector("#Input_AnswerBy_error")!.TextContent.Trim());
        var gone = await assembly.Meeting(-1);
        Assert.Null((await world.Fanny.Open($"/reunions/{gone}/convocation")).QuerySelector("main form"));
        Assert.Equal("meeting.past", (await Assert.ThrowsAsync<RuleViolation>(async () => await world.Given((await world.Given(new ConveneMeeting.Form(gone))).Command))).Code);
        // A double click calls once.
        Assert.Equal(4, await world.Given(form));
        await Assert.ThrowsAsync<Conflict>(() => world.Given(form));
        Assert.Single(await world.Mails(Assembly.Email("Élue2")));
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit($"/reunions/{meeting}", new Dictionary<string, string> { ["Cancelling.Reason"] = "Salle indisponible" }, "Cancel")).StatusCode);
        var mails = await world.Mails(Assembly.Email("Élue2"));
        Assert.Equal(2, mails.Count);
        Assert.Contains("Salle indisponible", mails[1].Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", mails[1].Calendar, StringComparison.Ordinal);
        Assert.Equal("meeting.cancelled", (await Assert.ThrowsAsync<RuleViolation>(() => world.Given(new HoldMeeting.Command { Id = meeting, Move = HoldMeeting.Move.Open }))).Code);
    }

    [Fact]
    public async Task Who_is_replaced_after_the_convocation_leaves_the_seat_and_who_has_answered_hears_of_a_new_date()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var meeting = await assembly.Meeting();
        // Who wants no such mail is not counted among those who are called: somebody has to tell them.
        await world.Within(db => { db.Add(new MailPreference(Assembly.Email("Suppléant"), MailCategory.Meetings, MailFrequency.Never)); return Task.FromResult(true); });
        Assert.Contains("Marc Suppléant : ne souhaite pas de messages à propos des réunions", Text(await world.Fanny.Open($"/reunions/{meeting}/convocation"), "main"), StringComparison.Ordinal);
        Assert.Equal(3, await world.Given((await world.Given(new ConveneMeeting.Form(meeting))).Command));
        Guid Seat(GetMeeting.Answer of, Guid person) => of.Seats.Single(s => s.PersonId == person).Id;
        var called = await world.Given(new GetMeeting.Query(meeting));
        await world.Given(new AnswerMeeting.Command { Id = meeting, SeatId = Seat(called, assembly.Elected[0]), Answer = Coming.Present });
        await world.Given(new AnswerMeeting.Command { Id = meeting, SeatId = Seat(called, assembly.Elected[2]), Answer = Coming.Proxy, ProxyId = Seat(called, assembly.Elected[1]) });
        var leaving = await world.MailedLink(Assembly.Email("Élue2"));
        // Who is waited for is named apart from who has answered.
        var again = await world.Fanny.Open($"/reunions/{meeting}/convocation");
        Assert.Equal(["Élue2"], again.QuerySelectorAll("h2").Single(h => h.TextContent == "N’ont pas répondu").NextElementSibling!.QuerySelectorAll("li").Select(l => l.TextContent.Split(' ')[^1]));

        // A note is no change; a new date is, also for those who have answered.
        var form = (await world.Given(new SaveMeeting.Form(meeting))).Command;
        KeyValuePair<string, string>[] Typed(DateOnly date) => [new("Input.Date", $"{date:yyyy-MM-dd}"), new("Input.Start", "18h"), new("Input.End", "20:00"), new("Input.Place", "Redon"), new("Input.Notes", "Parking derrière la mairie.")];
        Assert.EndsWith($"/reunions/{meeting}", (await world.Fanny.Submit($"/reunions/{meeting}/modifier", Typed(form.Date!.Value))).Headers.Location!.ToString(), StringComparison.Ordinal);
        var moved = (await world.Fanny.Submit($"/reunions/{meeting}/modifier", Typed(form.Date!.Value.AddDays(7)))).Headers.Location!.ToString();
        Assert.EndsWith("/convocation?tous=true", moved, StringComparison.Ordinal);
        Assert.False((await world.Fanny.Open($"/reunions/{meeting}/convocation?tous=true")).QuerySelector("input[type=checkbox][name='Input.OnlySilent']")!.HasAttribute("checked"));

        var comes = await assembly.Enter("Léa", "Nouvelle", assembly.Members[1]);
        var mandate = (await world.Given(new GetBody.Query(assembly.Body))).Seats.Single(s => s.PersonId == assembly.Elected[1]);
        await world.Given(new ReplaceMandate.Command { BodyId = assembly.Body, Id = mandate.Id, PersonId = comes, From = world.Space.Today(world.App.Clock) });
        await world.Given(new HoldMeeting.Command { Id = meeting, Move = HoldMeeting.Move.Open });
        var open = await world.Given(new GetMeeting.Query(meeting));
        Assert.Equal(new[] { assembly.Elected[0], assembly.Elected[2], comes }.Order(), open.Voters.Select(s => s.PersonId!.Value).Order());
        Assert.Equal(3, open.Quorum.Seats);
        Assert.Equal((Coming.Present, null), (open.Seats.Single(s => s.PersonId == assembly.Elected[0]).Answer, open.Seats.Single(s => s.PersonId == assembly.Elected[2]).Answer));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(leaving)).StatusCode);
    }

    [Fact]
    public async Task The_rules_of_a_body_are_the_statutes_and_refuse_what_they_cannot_mean()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var address = $"/instances/{assembly.Body}/regles";
        var fields = (await world.Fanny.Open(address)).QuerySelectorAll("form[method=post] [name]").Where(e => e.GetAttribute("name") != "__RequestVerificationToken" && e.GetAttribute("type") != "checkbox")
            .Where(e => e.GetAttribute("type") != "radio" || e.HasAttribute("checked"))
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e.QuerySelector("option[selected]")?.GetAttribute("value") ?? e.GetAttribute("value") ?? "")).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value);
        fields["Input.ByCollege"] = "true";
        Assert.Equal("Donnez d’abord un collège à chaque siège, plus bas.", (await Person.Read(await world.Fanny.Post(address, fields))).QuerySelector("#Input_ByCollege_error")!.TextContent.Trim());
        foreach (var i in Enumerable.Range(0, 3)) fields[$"Input.Seats[{i}].College"] = i == 0 ? "Public" : "Privé";
        fields["Input.Seats[0].Weight"] = "5";
        fields["Input.Source"] = "Statuts, article 9";
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Post(address, fields)).StatusCode);
        Assert.Contains("Statuts, article 9", Text(await world.Bob.Open($"/instances/{assembly.Body}"), "main"), StringComparison.Ordinal);
        // A weight counts in the vote, not in the quorum.
        var meeting = await assembly.Meeting();
        var open = await assembly.Open(meeting);
        Assert.Equal((3, 3), (open.Quorum.Present, open.Quorum.Seats));
        Assert.Equal(2, open.Quorum.Colleges.Count);
        var point = open.Items[1].Entity;
        await world.Given(new RecordItem.Command { Id = meeting, ItemId = point.Id, Version = point.Version, Decide = true, Title = "Budget", VotesFor = 5, VotesAgainst = 2 });
        // Who replaces somebody takes over the seat as it is.
        var seat = (await world.Given(new GetBody.Query(assembly.Body))).Seats.Single(s => s.Function == MandateFunction.President);
        await world.Given(new ReplaceMandate.Command { BodyId = assembly.Body, Id = seat.Id, PersonId = await assembly.Enter("Léa", "Nouvelle", assembly.Members[0]), From = world.Space.Today(world.App.Clock) });
        Assert.Equal(5, (await world.Given(new SetRules.Form(assembly.Body))).Command.Seats.Max(s => s.Weight));
    }
}
