using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Series;
using Platform.Modules.Forum.Sheets;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.PublicSite;
using static Platform.Tests.Kit.Pages;

namespace Platform.Tests.Modules.Forum;

/// <summary>Odile organises the forum.</summary>
public sealed class EditionTests
{
    [Fact]
    [Trait("Category", "unit")]
    public void A_forum_comes_back_on_its_day_and_a_fifth_weekday_is_the_last()
    {
        var series = new ForumSeries("Forum");
        series.Recur(11, 2, Weekday.Thursday, 6);
        Assert.Equal((new DateOnly(2026, 11, 12), "le 2e jeudi de novembre"), (series.In(2026), series.Rhythm));
        Assert.Equal(new DateOnly(2027, 11, 11), series.Next(new(2026, 11, 13)));
        Assert.False(series.IsDue(new(2027, 5, 10)));
        Assert.True(series.IsDue(new(2027, 5, 11)));
        series.Recur(2, ForumSeries.LastWeek, Weekday.Sunday, 6);
        Assert.Equal([new DateOnly(2026, 2, 22), new DateOnly(2027, 2, 28)], new[] { series.In(2026), series.In(2027) });
        series.Recur(4, 1, Weekday.Monday, 6);
        Assert.Equal((new DateOnly(2026, 4, 6), "le 1er lundi d’avril"), (series.In(2026), series.Rhythm));
    }

    [Fact]
    public async Task An_edition_opens_by_itself_once_a_year_and_its_plan_follows_its_day()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var today = world.Space.Today(world.App.Clock);
        Assert.NotNull((await odile.Open("/forum")).QuerySelector(".empty-state"));
        var soon = today.AddDays(100);
        var made = await odile.Submit("/forum/series/nouvelle", new Dictionary<string, string>
        {
            ["Input.Name"] = "Forum des acteurs", ["Input.Month"] = $"{soon.Month}", ["Input.Week"] = "2", ["Input.Weekday"] = "Thursday", ["Input.LeadMonths"] = "6", ["Input.Place"] = "Les Capucins", ["Input.Capacity"] = "300",
            ["Input.Steps[0].Title"] = "Trouver le lieu", ["Input.Steps[0].Count"] = "6", ["Input.Steps[0].Unit"] = "Weeks", ["Input.Steps[0].Side"] = "Before", ["Input.Steps[0].Kind"] = "Opening",
            ["Input.Steps[1].Title"] = "Remercier", ["Input.Steps[1].Count"] = "2", ["Input.Steps[1].Unit"] = "Days", ["Input.Steps[1].Side"] = "After", ["Input.Steps[1].Kind"] = "Thanks",
        });
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var twice = await odile.Post("/forum/series/nouvelle", new Dictionary<string, string> { ["Input.Name"] = "FORUM des acteurs", ["Input.Month"] = "13", ["Input.Week"] = "2", ["Input.Weekday"] = "Thursday", ["Input.LeadMonths"] = "6" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);

        // The job, twice; then by hand.
        Assert.Equal((1, 0), (await world.Given(new OpenEditions.Command()), await world.Given(new OpenEditions.Command())));
        var series = await world.Within(db => db.Set<ForumSeries>().Select(s => s.Id).SingleAsync());
        Assert.Equal("edition.twice", (await Assert.ThrowsAsync<RuleViolation>(() => odile.Sends(new OpenEditions.Now(series)))).Code);
        var id = await world.Within(db => db.Set<ForumEdition>().Select(e => e.Id).SingleAsync());
        var here = $"/forum/{id}";
        var edition = await odile.Sends(new GetEdition.Query(id));
        Assert.Equal(("Les Capucins", 300, 2), (edition.Place, edition.Capacity, edition.Milestones.Count));
        Assert.Equal(edition.StartsOn.AddDays(-42), edition.Milestones[0].DueOn);
        // A database with two nodes: the second edition of the year is refused whatever the code thinks.
        await Assert.ThrowsAsync<DbUpdateException>(() => world.Within(async db =>
        {
            var of = await db.Set<ForumSeries>().Include(s => s.Steps).SingleAsync();
            return db.Add(new ForumEdition(of, "Encore", edition.StartsOn));
        }));

        // Moved by hand, done, moved with the day, sent back to the plan.
        await odile.Submit(here, new Dictionary<string, string> { ["Adding.Title"] = "Prévenir les pompiers", ["Adding.On"] = $"{today.AddDays(3):yyyy-MM-dd}" }, "Add");
        var steps = (await odile.Sends(new GetEdition.Query(id))).Milestones.ToDictionary(m => m.Title);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Post($"{here}?handler=Move", new Dictionary<string, string> { ["Moving.Id"] = $"{steps["Remercier"].Id}", ["Moving.On"] = $"{today.AddDays(5):yyyy-MM-dd}" })).StatusCode);
        await odile.Post($"{here}?handler=Do", new Dictionary<string, string> { ["etape"] = $"{steps["Prévenir les pompiers"].Id}" });
        Assert.Contains("par Odile", Text(await world.Bob.Open(here)), StringComparison.Ordinal);
        // What is due soon is a task of whoever organises, and of nobody else.
        Assert.Contains("Remercier", Text(await odile.Open("/taches")), StringComparison.Ordinal);
        Assert.DoesNotContain("Remercier", Text(await world.Bob.Open("/taches")), StringComparison.Ordinal);
        Assert.Contains("Remercier;Étape du forum", await (await odile.Get("/taches?handler=Export&format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var moved = await odile.Submit($"{here}/modifier", new Dictionary<string, string> { ["Input.Title"] = edition.Title, ["Input.StartsOn"] = $"{edition.StartsOn.AddDays(7):yyyy-MM-dd}", ["Input.EndsOn"] = $"{edition.StartsOn.AddDays(8):yyyy-MM-dd}", ["Input.Start"] = "9h", ["Input.End"] = "17:30" });
        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        edition = await odile.Sends(new GetEdition.Query(id));
        steps = edition.Milestones.ToDictionary(m => m.Title);
        Assert.Equal((edition.StartsOn.AddDays(-42), today.AddDays(5), today), (steps["Trouver le lieu"].DueOn, steps["Remercier"].DueOn, steps["Prévenir les pompiers"].DoneOn));
        await odile.Post($"{here}?handler=Attach", new Dictionary<string, string> { ["etape"] = $"{steps["Remercier"].Id}" });
        await odile.Post($"{here}?handler=Reopen", new Dictionary<string, string> { ["etape"] = $"{steps["Prévenir les pompiers"].Id}" });
        edition = await odile.Sends(new GetEdition.Query(id));
        Assert.Equal(edition.StartsOn.AddDays(2), edition.Milestones.Single(m => m.Title == "Remercier").DueOn);
        Assert.All(edition.Milestones, m => Assert.Null(m.DoneOn));

        // Cancelled: nothing moves any more, and the journal reads in French.
        await odile.Submit(here, new Dictionary<string, string> { ["Cancelling.Reason"] = "Tempête annoncée" }, "Cancel");
        Assert.Contains("Tempête annoncée", Text(await world.Bob.Open(here)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit($"{here}/modifier", new Dictionary<string, string> { ["Input.Title"] = "Forum", ["Input.StartsOn"] = $"{today:yyyy-MM-dd}" })).StatusCode);
        var journal = Text(await world.Alice.Open("/journal"));
        foreach (var said in new[] { "Édition du forum", "Étape d’une édition", "Premier jour" }) Assert.Contains(said, journal, StringComparison.Ordinal);
        // Fanny facilitates: she reads, she does not organise.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get($"{here}/modifier")).StatusCode);
        Assert.DoesNotContain("Déplacer", Text(await world.Fanny.Open(here)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_and_a_person_are_never_taken_twice_and_the_programme_is_read_by_everybody()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var day = world.Space.Today(world.App.Clock).AddDays(40);
        var (paul, anne) = (await world.Being("Paul", "Martin"), await world.Being("Anne", "Le Gall"));
        var id = await odile.Sends(new SaveEdition.Command { Title = "Forum 2026", StartsOn = day, Place = "Les Capucins", OnlineLink = "https://visio.example.org/x", BudgetNote = "Secret de caisse", IsPublic = true });
        var here = $"/forum/{id}";
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit($"{here}/salles", new Dictionary<string, string> { ["Input.Rooms[0].Name"] = "Auditorium", ["Input.Rooms[0].Capacity"] = "120", ["Input.Rooms[1].Name"] = "Salle 2", ["Input.Tracks[0].Name"] = "Énergie" })).StatusCode);
        var rooms = (await odile.Sends(new EditRooms.Form(id))).Command.Rooms;
        var hall = rooms[0].PartId!.Value;
        Assert.NotNull((await odile.Open($"{here}/programme")).QuerySelector(".empty-state"));
        var opening = new Dictionary<string, string> { ["Input.Title"] = "Ouverture", ["Input.Kind"] = "Plenary", ["Input.Start"] = "9h", ["Input.End"] = "10:00", ["Input.RoomId"] = $"{hall}", ["Input.Speakers"] = $"{paul}" };
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit($"{here}/seances/nouvelle", opening)).StatusCode);

        // What overlaps is refused beside its field, with what and until when.
        foreach (var (change, field, said) in new (Action<Dictionary<string, string>>, string, string)[]
        {
            (f => { f["Input.Start"] = "9:55"; f["Input.End"] = "11:00"; f.Remove("Input.Speakers"); }, "RoomId", "La salle est prise de 9 h à 10 h par « Ouverture »."),
            (f => { f["Input.Start"] = "9:30"; f["Input.End"] = "9:45"; f["Input.RoomId"] = $"{rooms[1].PartId}"; }, "Speakers", "Paul Martin intervient de 9 h à 10 h dans « Ouverture »."),
            (f => f["Input.Start"] = "9:57", "Start", "Les heures vont de cinq en cinq minutes."),
            (f => { f["Input.Start"] = "11:00"; f["Input.End"] = "12:00"; f["Input.Capacity"] = "500"; }, "Capacity", "La salle n’a que 120 places."),
        })
        {
            var fields = new Dictionary<string, string>(opening) { ["Input.Title"] = "Autre" };
            change(fields);
            var refused = await odile.Submit($"{here}/seances/nouvelle", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Equal(said, Text(await Person.Read(refused), $"#Input_{field}_error").Replace('\u00a0', ' '));
        }
        // End to end, a stand, and another room at the same hour are welcome.
        await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Suite", Kind = SessionKind.Workshop, Start = "10:00", End = "11:00", RoomId = hall, Speakers = [paul, anne] });
        await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Stand", Kind = SessionKind.Stand, Start = "9:00", End = "17:00", RoomId = hall, Speakers = [paul] });
        await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Atelier vélo", Kind = SessionKind.Workshop, Start = "9:00", End = "10:00", RoomId = rooms[1].PartId });

        // Ten at once for one room and hour: one is there, whoever comes first.
        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            try { await odile.Sends(new SaveSession.Command { EditionId = id, Title = $"En même temps {n}", Kind = SessionKind.Workshop, Start = "14:00", End = "15:30", RoomId = hall }); return true; }
            catch (Exception e) when (e is Invalid or RuleViolation or Conflict) { return false; }
        }));
        Assert.Single(all, won => won);
        // And by a hand that asks nobody.
        await Assert.ThrowsAsync<DbUpdateException>(() => world.Within(db =>
        {
            var session = new ForumSession(id, SessionKind.Workshop, "Par derrière", null);
            session.Place(0, 545, 560, hall, []);
            return Task.FromResult(db.Add(session));
        }));

        // Moved, then taken away, it frees what it held.
        var suite = (await odile.Sends(new GetProgramme.Query(id))).Rows.Single(r => r.Title == "Suite");
        var form = (await odile.Sends(new SaveSession.Form(id, suite.Id))).Command;
        await odile.Sends(form with { Start = "10:30", End = "11:30", Speakers = [anne] });
        form = (await odile.Sends(new SaveSession.Form(id, suite.Id))).Command;
        Assert.Equal(("10:30", 12 * 2), (form.Start, await world.Within(db => db.Set<ForumSlot>().CountAsync(s => s.SessionId == suite.Id))));
        await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Pause", Kind = SessionKind.Break, Start = "10:00", End = "10:30", RoomId = hall });
        await odile.Post($"{here}/seances/{suite.Id}?handler=Remove", []);
        Assert.Equal(0, await world.Within(db => db.Set<ForumSlot>().CountAsync(s => s.SessionId == suite.Id)));

        // Read inside, outside, in a calendar.
        Assert.Contains("Paul Martin", Text(await world.Bob.Open($"{here}/programme")), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret de caisse", Text(await world.Bob.Open(here)), StringComparison.Ordinal);
        var open = await (await world.Nobody.Get($"/public/forum/{id}")).Content.ReadAsStringAsync();
        Assert.Contains("Atelier vélo", open, StringComparison.Ordinal);
        foreach (var kept in new[] { "Paul Martin", "visio.example.org", "Secret de caisse" }) Assert.DoesNotContain(kept, open, StringComparison.Ordinal);
        Assert.Contains("Forum 2026", Text(await world.Nobody.Open("/")), StringComparison.Ordinal);
        var calendar = await (await world.Nobody.Get($"/public/forum/{id}/agenda")).Content.ReadAsStringAsync();
        Assert.Contains("METHOD:PUBLISH", calendar, StringComparison.Ordinal);
        Assert.Equal(5, calendar.Split("BEGIN:VEVENT").Length - 1);
        Assert.DoesNotContain("ATTENDEE", calendar, StringComparison.Ordinal);
        var sequence = Sequence(calendar);
        // The programme follows the day.
        var edit = (await odile.Sends(new SaveEdition.Form(id))).Command;
        await odile.Sends(edit with { StartsOn = day.AddDays(1), EndsOn = day.AddDays(1) });
        calendar = await (await world.Bob.Get($"{here}/programme?handler=Calendar")).Content.ReadAsStringAsync();
        Assert.Contains($"{day.AddDays(1):yyyyMMdd}T090000", calendar, StringComparison.Ordinal);
        Assert.True(Sequence(calendar) > sequence);
        // Closed again, the page is nobody's.
        edit = (await odile.Sends(new SaveEdition.Form(id))).Command;
        await odile.Sends(edit with { IsPublic = false });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/forum/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/forum/{id}/agenda")).StatusCode);

        static int Sequence(string calendar) => calendar.Split("\r\n").Where(l => l.StartsWith("SEQUENCE:", StringComparison.Ordinal)).Max(l => int.Parse(l["SEQUENCE:".Length..], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Each_coalition_is_asked_for_its_sheet_once_a_day_and_the_board_sees_who_answered()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var today = world.Space.Today(world.App.Clock);
        var (bike, coast) = (await world.Coalition("Vélo", isPublic: true), await world.Coalition("Littoral", isPublic: true));
        var paul = await world.Being("Paul", "Martin");
        await world.Within(async db =>
        {
            (await db.Set<Platform.Modules.Members.People.Person>().SingleAsync(p => p.Id == paul)).Reach("paul.martin@example.org", null);
            return 0;
        });
        await world.Within(async db =>
        {
            var coalition = await db.Set<Coalition>().Include(c => c.Facilitators).SingleAsync(c => c.Id == bike);
            db.Add(coalition.Entrust(paul, null, today.AddDays(-30), null));
            return 0;
        });
        var id = await odile.Sends(new SaveEdition.Command { Title = "Forum 2026", StartsOn = today.AddDays(60) });
        var here = $"/forum/{id}/coalitions";
        var page = await odile.Open(here);
        Assert.StartsWith("0 fiche à jour sur 2", Text(page, ".answer"), StringComparison.Ordinal);
        Assert.Contains("Personne n’a d’adresse", Text(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit(here, [KeyValuePair.Create("Input.Coalitions", $"{bike}"), KeyValuePair.Create("Input.By", $"{today.AddDays(20):yyyy-MM-dd}")], "Ask")).StatusCode);
        var mail = Assert.Single(await world.Mails("paul.martin@example.org"));
        Assert.Contains($"/coalitions/{bike}", mail.Text, StringComparison.Ordinal);
        // A second click the same day writes to nobody; nobody to write to is said.
        var again = await odile.Submit(here, [KeyValuePair.Create("Input.Coalitions", $"{bike}"), KeyValuePair.Create("Input.Coalitions", $"{coast}")], "Ask");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Single(await world.Mails("paul.martin@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit(here, [KeyValuePair.Create("Input.By", "")], "Ask")).StatusCode);
        Assert.Contains("1 sans réponse", Text(await world.Bob.Open(here), ".answer"), StringComparison.Ordinal);

        // Something is written on the sheet: it is up to date. The other is said to be.
        await world.Within(async db =>
        {
            (await db.Set<Coalition>().SingleAsync(c => c.Id == bike)).Describe("Vélo", "Doubler l’usage du vélo.", PerimeterKind.Theme, "Vélo", null, new(2024, 1, 1));
            return 0;
        });
        await odile.Post($"{here}?handler=Confirm", new Dictionary<string, string> { ["coalition"] = $"{coast}" });
        page = await odile.Open(here);
        Assert.StartsWith("2 fiches à jour sur 2", Text(page, ".answer"), StringComparison.Ordinal);
        Assert.Contains("dite à jour par Odile", Text(page), StringComparison.Ordinal);

        // One click puts both in the programme, to be placed; a second adds nothing.
        foreach (var added in new[] { 2, 0 }) Assert.Equal(added, await odile.Sends(new AskSheets.Propose(id, [bike, coast])));
        Assert.Contains("2 à placer", Text(await odile.Open($"/forum/{id}/programme"), ".answer"), StringComparison.Ordinal);
        Assert.Contains("à placer", Text(await odile.Open(here), "tbody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Post($"{here}?handler=Propose", new Dictionary<string, string> { ["Input.Coalitions"] = $"{bike}" })).StatusCode);
    }
}
