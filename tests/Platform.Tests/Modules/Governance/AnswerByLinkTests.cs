using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Evidence;
using static Platform.Tests.Kit.Pages;

namespace Platform.Tests.Modules.Governance;

/// <summary>Those who are called have no account: the convocation holds a link.</summary>
public sealed class AnswerByLinkTests
{
    [Fact]
    public async Task Whoever_is_called_answers_from_the_mail_and_changes_their_mind_until_the_meeting_opens()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var meeting = await assembly.Meeting();
        var point = (await world.Given(new GetMeeting.Query(meeting))).Items[1].Entity.Id;
        // A file to be read before: Fanny puts it, those who are called read it.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/reunions/{meeting}/points/{point}/documents/ajouter")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Attach(world.Space.Identifier, $"/reunions/{meeting}/points/{point}/documents/ajouter", [("budget.pdf", Uploads.Pdf("budget")), ("plan.pdf", Uploads.Heavy(2 * DocumentChunk.Bytes + 1))])).StatusCode);
        Assert.Contains("budget.pdf", (await world.Bob.Open($"/reunions/{meeting}")).QuerySelector(".agenda .attached")!.TextContent, StringComparison.Ordinal);
        // A point with a file stays.
        var agenda = (await world.Given(new EditAgenda.Form(meeting))).Command;
        var emptied = agenda with { Points = [agenda.Points[0], agenda.Points[1] with { Title = null }] };
        Assert.Contains("Des documents sont joints", Assert.Single((await Assert.ThrowsAsync<Platform.Kernel.Invalid>(() => world.Given(emptied))).Errors).ErrorMessage, StringComparison.Ordinal);

        var form = (await world.Given(new ConveneMeeting.Form(meeting))).Command;
        await world.Given(form);
        var mail = Assert.Single(await world.Mails(Assembly.Email("Élue2")));
        Assert.DoesNotContain("/r/", mail.Text + mail.Html + mail.Calendar, StringComparison.Ordinal);
        var link = await world.MailedLink(Assembly.Email("Élue2"));
        var before = await Sql.Print(world.App.Database, world.Space.Id);
        var page = await world.Nobody.Open(link);
        Assert.Equal(before, await Sql.Print(world.App.Database, world.Space.Id));
        Assert.Contains("Budget", Text(page), StringComparison.Ordinal);
        var file = page.QuerySelector(".attached a")!.GetAttribute("href")!;
        Assert.Equal(Uploads.Pdf("budget"), await world.Nobody.Client.GetByteArrayAsync(file));
        // The link is proven once; then each piece of a heavy file is one question.
        using (var asked = RoundTrips.Of(world))
        {
            Assert.Equal(Uploads.Heavy(2 * DocumentChunk.Bytes + 1), await world.Nobody.Client.GetByteArrayAsync(page.QuerySelectorAll(".attached a")[1].GetAttribute("href")!));
            Assert.Equal(3 + 3, asked.Commands.Count);
        }
        // Only what that meeting's agenda holds, and only with a link that serves.
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Client.GetAsync(file.Replace("reunion-", "reunion-0", StringComparison.Ordinal))).StatusCode);
        var next = await assembly.Meeting(20);
        var later = (await world.Given(new GetMeeting.Query(next))).Items[0].Entity.Id;
        await world.Fanny.Attach(world.Space.Identifier, $"/reunions/{next}/points/{later}/documents/ajouter", [("autre.pdf", Uploads.Pdf("autre"))]);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"{link}/documents/{(await world.Given(new GetMeeting.Query(next))).Items[0].Files[0].Id}")).StatusCode);

        var seats = (await world.Given(new GetMeeting.Query(meeting))).Seats;
        async Task<(Coming?, Guid?)> Answer()
        {
            var mine = await world.Within(db => db.Set<Attendance>().AsNoTracking().SingleAsync(a => a.MeetingId == meeting && a.PersonId == assembly.Elected[1]));
            return (mine.Answer, mine.AnswerToId);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Submit(link, [new("Input.Answer", "Substitute")])).StatusCode);
        var substitute = seats.Single(s => s.Function == MandateFunction.Substitute).Id;
        Assert.Contains("C’est noté", Text(await Person.Read(await world.Nobody.Submit(link, [new("Input.Answer", "Substitute"), new("Input.SubstituteId", $"{substitute}")]))), StringComparison.Ordinal);
        Assert.Equal((Coming.Substitute, substitute), await Answer());
        Assert.NotNull((await world.Nobody.Open(link)).QuerySelector("[value=Substitute][checked]"));
        // A proxy to somebody who does not vote, to nobody of the room, to oneself: refused by the rule.
        foreach (var wrong in new[] { substitute, Guid.NewGuid(), seats[1].Id })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Submit(link, [new("Input.Answer", "Proxy"), new("Input.ProxyId", $"{wrong}")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Submit(link, [new("Input.Answer", "Proxy"), new("Input.ProxyId", $"{seats[0].Id}")])).StatusCode);
        Assert.Equal((Coming.Proxy, seats[0].Id), await Answer());
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Submit(link, [new("Input.Answer", "Present")])).StatusCode);
        Assert.Contains("1 réponse sur", Text(await world.Fanny.Open($"/reunions/{meeting}")), StringComparison.Ordinal);
        // Answers at once: nobody's form is refused for another's answer.
        var others = await Task.WhenAll(new[] { "Élue1", "Élue3" }.Select(async who => await new Person(world, null, "", "").Submit(await world.MailedLink(Assembly.Email(who)), [new("Input.Answer", "Absent")])));
        Assert.All(others, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));

        // Elsewhere, altered, for news: the same refusal.
        var secret = link.Split('-')[1];
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Client.GetAsync($"https://localhost/{world.Elsewhere.Identifier}{link}")).StatusCode);
        foreach (var wrong in new[] { $"/r/nouvelle-{secret}", $"/r/reunion-{secret[1..]}0", "/r/reunion-x" })
            Assert.Contains("Ce lien ne sert plus", Text(await Person.Read(await world.Nobody.Get(wrong))), StringComparison.Ordinal);

        // Open: the page still tells, and takes no more.
        await world.Given(new HoldMeeting.Command { Id = meeting, Move = HoldMeeting.Move.Open });
        var open = await world.Nobody.Open(link);
        Assert.Contains("Les réponses sont closes. Votre réponse : ", Text(open), StringComparison.Ordinal);
        Assert.Null(open.QuerySelector("form[method=post]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Post(link, [new("Input.Answer", "Absent")])).StatusCode);
        Assert.Equal((Coming.Present, (Guid?)null), await Answer());
        await world.Within(db => db.Set<PersonalLink>().ExecuteUpdateAsync(u => u.SetProperty(l => l.Until, world.App.Clock.GetUtcNow().AddMinutes(-1))));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(link)).StatusCode);
    }

    [Fact]
    public async Task The_deliberation_of_a_member_is_a_file_too()
    {
        var world = await World.New();
        var assembly = await Assembly.In(world);
        var decision = await world.Given(new SaveDecision.Command { BodyId = assembly.Body, Date = world.Space.Today(world.App.Clock), Title = "Charte", Outcome = Outcome.Adopted });
        await world.Given((await world.Given(new Platform.Modules.Governance.Cascade.SetCascade.Form(decision))).Command with { Tell = false });
        var line = (await world.Given(new GetDecision.Query(decision))).Lines[0];
        // Rémi speaks for his own member only.
        await Assembly.Seats(world, world.Remi, assembly.Elected[assembly.Members.IndexOf(line.OrganisationId)]);
        var other = (await world.Given(new GetDecision.Query(decision))).Lines[1];
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/decisions/{decision}/declinaison/{other.Id}/documents/ajouter")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Remi.Attach(world.Space.Identifier, $"/decisions/{decision}/declinaison/{line.Id}/documents/ajouter", [("deliberation.pdf", Uploads.Pdf())])).StatusCode);
        Assert.Contains("deliberation.pdf", (await world.Bob.Open($"/decisions/{decision}")).QuerySelector("table .attached")!.TextContent, StringComparison.Ordinal);
    }
}
