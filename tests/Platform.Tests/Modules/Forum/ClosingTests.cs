using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Forum.Closing;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Series;
using Platform.Modules.Operations;
using Platform.Modules.Reminders.Outbox;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Access;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Engagements.Evidence;
using Platform.Tests.Modules.PublicSite;
using static Platform.Tests.Kit.Pages;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Modules.Forum;

/// <summary>The forum is over; Odile closes it.</summary>
public sealed class ClosingTests
{
    /// <summary>An edition of some days ago, with those who said they would come, those who came, those who excused themselves.</summary>
    private static async Task<Guid> Edition(Person odile, World world, int daysAgo, int came = 3, string title = "Forum 2026", ForumSeries? series = null)
    {
        var today = world.Space.Today(world.App.Clock);
        var id = await world.Within(db =>
        {
            var edition = new ForumEdition(series, title, today.AddDays(-daysAgo));
            edition.Describe(title, null, null, null, 100, true);
            edition.Welcome("Les Capucins", "25 rue de Pontaniou", null, null, null);
            edition.Hold(edition.StartsOn, edition.StartsOn, 540, 1020);
            return Task.FromResult(db.Add(edition).Entity.Id);
        });
        await odile.Sends(new AddGuests.Command { EditionId = id, Pasted = string.Join('\n', Enumerable.Range(0, came).Select(n => $"Élodie Œuvrard {n};venue{n}.{id:N}@ex.fr;ENIB")) + $"\nMarc Absent;excuse.{id:N}@ex.fr;Redon\nLuc Muet;muet.{id:N}@ex.fr;Blain" });
        await world.Within(async db =>
        {
            foreach (var guest in await db.Set<ForumGuest>().Where(g => g.EditionId == id).ToListAsync())
            {
                guest.Queue(world.App.Clock.GetUtcNow());
                guest.Delivered(null);
                if (guest.Email.StartsWith("venue", StringComparison.Ordinal)) { guest.Say(GuestState.Accepted, today, "Sans gluten"); guest.Arrive(world.App.Clock.GetUtcNow()); }
                else if (guest.Email.StartsWith("excuse", StringComparison.Ordinal)) guest.Say(GuestState.Declined, today, null);
            }
            return 0;
        });
        return id;
    }

    [Fact]
    public async Task What_was_said_and_shown_stays_on_the_public_page_and_nothing_there_is_run_by_a_browser()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await Edition(odile, world, 2);
        var session = await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Le vélo", Kind = SessionKind.Presentation, Start = "10:00", End = "10:30", Said = "Trois maires demandent des arceaux.", SaidIsPublic = true });
        await odile.Sends(new SaveSession.Command { EditionId = id, Title = "À huis clos", Kind = SessionKind.Workshop, Start = "11:00", End = "11:30", Said = "Ceci ne sort pas." });
        var attach = $"/forum/{id}/documents/ajouter?seance={session}";
        Assert.NotNull((await odile.Open(attach)).QuerySelector("[name='Input.IsPublic'][checked]"));
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Attach(world.Space.Identifier, attach, [("velo.pdf", Uploads.Pdf())], more: KeyValuePair.Create("Input.IsPublic", "true"))).StatusCode);
        foreach (var (name, content) in new[] { ("page.html", "<!doctype html><script>alert(1)</script>"), ("dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"), ("page.pdf", "<html></html>") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Attach(world.Space.Identifier, attach, [(name, Encoding.UTF8.GetBytes(content))])).StatusCode);
        // A link for the whole day; and one that stays inside.
        await odile.Submit($"/forum/{id}/documents/ajouter", new Dictionary<string, string> { ["Input.Address"] = "https://photos.example.org/2026", ["Input.Title"] = "Les photos", ["Input.IsPublic"] = "true" });
        await odile.Submit($"/forum/{id}/documents/ajouter", new Dictionary<string, string> { ["Input.Address"] = "https://example.org/factures", ["Input.Title"] = "Les factures" });
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get(attach)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await odile.Get($"/forum/{id}/documents/ajouter?seance={Guid.NewGuid()}")).StatusCode);

        var page = await world.Nobody.Open($"/public/forum/{id}");
        Assert.Contains("Trois maires demandent des arceaux.", Text(page), StringComparison.Ordinal);
        foreach (var kept in new[] { "Ceci ne sort pas", "factures", "Élodie" }) Assert.DoesNotContain(kept, Text(page), StringComparison.Ordinal);
        Assert.Equal("https://photos.example.org/2026", page.QuerySelectorAll(".attached a").Single(a => a.TextContent == "Les photos").GetAttribute("href"));
        var link = page.QuerySelectorAll(".attached a").Single(a => a.TextContent == "velo.pdf").GetAttribute("href")!;
        var file = await world.Nobody.Client.GetAsync(link);
        Assert.Equal(("attachment", "default-src 'none'; sandbox", Uploads.Pdf().Length), (file.Content.Headers.ContentDisposition?.DispositionType, file.Headers.GetValues("Content-Security-Policy").Single(), (await file.Content.ReadAsByteArrayAsync()).Length));
        Assert.Contains("velo.pdf", Text(await world.Bob.Open($"/forum/{id}/programme")), StringComparison.Ordinal);
        var sheet = await (await world.Bob.Get($"/forum/{id}/programme?handler=Export&format=csv")).Content.ReadAsStringAsync();
        Assert.Contains("velo.pdf", sheet, StringComparison.Ordinal);
        Assert.Contains("Trois maires", sheet, StringComparison.Ordinal);

        // Kept inside, then the page closed: the file is nobody's.
        var document = Guid.Parse(link.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get($"/documents/{document}/modifier")).StatusCode);
        await odile.Submit($"/documents/{document}/modifier", new Dictionary<string, string> { ["Input.IsPublic"] = "false" });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Client.GetAsync(link)).StatusCode);
        await odile.Submit($"/documents/{document}/modifier", new Dictionary<string, string> { ["Input.IsPublic"] = "true" });
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Client.GetAsync(link)).StatusCode);
        await odile.Sends((await odile.Sends(new SaveEdition.Form(id))).Command with { IsPublic = false });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Client.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Each_who_came_is_thanked_once_says_what_they_think_without_a_name_and_takes_a_certificate()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await Edition(odile, world, 1);
        var (here, write) = ($"/forum/{id}", $"/forum/{id}/remerciements");
        // Two texts, each its own, seen before they go.
        Assert.StartsWith("3 personnes venues à remercier, 1 s’est excusée", Text(await odile.Open(write), ".answer"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit(write, new Dictionary<string, string> { ["Text.Subject"] = "Merci", ["Text.Body"] = "Bonjour {prenom}" }, "Text")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit($"{write}?texte=excuses", new Dictionary<string, string> { ["Text.Subject"] = "Vous nous avez manqué", ["Text.Body"] = "À l’an prochain, {nom}." }, "Text")).StatusCode);
        Assert.Contains("À l’an prochain, Marc Absent.", Text(await odile.Open($"{write}?texte=excuses"), ".letter"), StringComparison.Ordinal);
        Assert.DoesNotContain("manqué", Text(await odile.Open(write), ".letter"), StringComparison.Ordinal);
        await odile.Submit(write, [], "Test");
        Assert.Null(Assert.Single(await world.Mails(odile.Email)).Secret);

        // Sent at once, and once.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit(write, [new("Input.To", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit(write, [new("Input.To", "Thanks"), new("Input.To", "Regrets")])).StatusCode);
        Assert.Equal("thanks.nobody", (await Assert.ThrowsAsync<RuleViolation>(() => odile.Sends(new SendThanks.Command { EditionId = id, To = [TemplateKind.Thanks] }))).Code);
        Assert.Empty(await world.Mails($"muet.{id:N}@ex.fr"));
        var excused = Assert.Single(await world.Mails($"excuse.{id:N}@ex.fr"));
        Assert.Equal(("Vous nous avez manqué", (string?)null), (excused.Subject, excused.Secret));
        Assert.Contains($"/public/forum/{id}", excused.Text, StringComparison.Ordinal);

        // The questions are the organisers' until the first answer.
        await odile.Submit($"{here}/avis", new Dictionary<string, string> { ["Input.Lines[0].Text"] = "Le repas ?", ["Input.Lines[0].Kind"] = "Scale", ["Input.Lines[1].Text"] = "Un mot ?", ["Input.Lines[1].Kind"] = "Words" });
        var link = await world.MailedLink($"venue0.{id:N}@ex.fr");
        for (var i = 0; i < 2; i++) Assert.Contains("Le repas ?", Text(await world.Nobody.Open(link)), StringComparison.Ordinal);
        Assert.Equal(0, await world.Within(db => db.Set<ForumOpinion>().CountAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Submit(link, [new("Input.Lines[1].Words", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Submit(link, [new("Input.Lines[0].Score", "6")])).StatusCode);
        // Twice at once: one answer.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => new Person(world, null, "", "").Submit(link, [new("Input.Lines[0].Score", "5"), new("Input.Lines[1].Words", "Plus de pain")])));
        Assert.All(both, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Contains("Votre avis est noté", Text(await world.Nobody.Open(link)), StringComparison.Ordinal);
        await world.Nobody.Submit(await world.MailedLink($"venue1.{id:N}@ex.fr"), [new("Input.Lines[0].Score", "2")]);
        Assert.Equal(2, await world.Within(db => db.Set<ForumOpinion>().CountAsync()));
        var results = await odile.Open($"{here}/avis");
        Assert.Contains("2 avis sur 3 demandés, 3,5 sur 5 en moyenne", Text(results, ".answer"), StringComparison.Ordinal);
        Assert.Contains("Plus de pain", Text(results), StringComparison.Ordinal);
        Assert.DoesNotContain("Élodie", Text(results), StringComparison.Ordinal);
        Assert.Equal("opinion.fixed", (await Assert.ThrowsAsync<RuleViolation>(() => odile.Sends(new ReadOpinions.Command { EditionId = id, Lines = [new() { Text = "Autre ?", Kind = QuestionKind.Words }] }))).Code);
        var rows = await (await odile.Get($"{here}/avis?handler=Export&format=csv")).Content.ReadAsStringAsync();
        Assert.Contains("Plus de pain", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("ex.fr", rows, StringComparison.Ordinal);

        // The certificate, by the link, by the organiser, all in one archive.
        var mine = await world.Nobody.Get($"{link}?handler=Certificate");
        Assert.Equal("application/pdf", mine.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString((await mine.Content.ReadAsByteArrayAsync())[..5]), StringComparison.Ordinal);
        var absent = await world.Within(db => db.Set<ForumGuest>().Where(g => g.EditionId == id && g.State == GuestState.Declined).Select(g => g.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await odile.Get($"{write}?handler=Certificates&invite={absent}")).StatusCode);
        await using var zip = new ZipArchive(await (await odile.Get($"{write}?handler=Certificates")).Content.ReadAsStreamAsync());
        Assert.Equal(["elodie-oeuvrard-0.pdf", "elodie-oeuvrard-1.pdf", "elodie-oeuvrard-2.pdf"], zip.Entries.Select(e => e.FullName));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get($"{write}?handler=Certificates")).StatusCode);

        // Altered, elsewhere, of another purpose, too old: the same page.
        var secret = link.Split('-')[1];
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Client.GetAsync($"https://localhost/{world.Elsewhere.Identifier}{link}")).StatusCode);
        foreach (var wrong in new[] { $"/r/reunion-{secret}", $"/r/avis-{secret[1..]}0", $"/r/avis-{secret[1..]}0?handler=Certificate" })
            Assert.Contains("Ce lien ne sert plus", Text(await Person.Read(await world.Nobody.Get(wrong))), StringComparison.Ordinal);
        // Somebody noted present afterwards is thanked too, and nobody else again.
        await world.Within(async db =>
        {
            (await db.Set<ForumGuest>().SingleAsync(g => g.Email == $"muet.{id:N}@ex.fr")).Arrive(world.App.Clock.GetUtcNow());
            return 0;
        });
        Assert.Equal(1, await odile.Sends(new SendThanks.Command { EditionId = id, To = [TemplateKind.Thanks, TemplateKind.Regrets] }));
    }

    [Fact]
    public async Task The_figures_are_the_same_once_the_names_are_erased_and_the_year_before_stands_beside()
    {
        // A clock of its own, which is moved.
        await using var app = App.On((await App.Get()).Database);
        var world = await World.New(app);
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var series = await world.Within(db => Task.FromResult(db.Add(new ForumSeries("Forum des acteurs")).Entity));
        await Edition(odile, world, 400, came: 2, "Forum 2025", series);
        var id = await Edition(odile, world, 1, came: 4, "Forum 2026", series);
        await world.Within(db => Task.FromResult(db.Add(new ForumOpinion(id, world.Space.Today(app.Clock), [(0, 4, null), (3, null, "Marie a tout compris")]))));
        await odile.Sends(new SendThanks.Command { EditionId = id, To = [TemplateKind.Thanks] });
        var link = await world.MailedLink($"venue0.{id:N}@ex.fr");
        var before = await odile.Sends(new ReadStatistics.Query(id));
        Assert.Equal((6, 5, 4, 2), (before.All.Invited, before.All.Answered, before.All.Came, before.Before!.Came));
        Assert.Equal((GuestSource.Pasted.ToString(), 6), (nameof(GuestSource.Pasted), before.Sources.Single().Now.Invited));
        var page = await world.Bob.Open($"/forum/{id}/bilan");
        Assert.StartsWith("4 personnes présentes, 67 % des 6 invités ; 2 de plus qu’à l’édition précédente", Text(page, ".answer"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("figure[data-chart] table"));
        Assert.Contains("seront effacés le", Text(await world.Nobody.Open($"/public/forum/{id}")), StringComparison.Ordinal);
        Assert.Contains("Forum 2025", await (await world.Bob.Get($"/forum/{id}/bilan?handler=Export&format=csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // The names of the year before are due; the others, in a year.
        Assert.Equal(4, await world.Given(new PurgeGuests.Command()));
        app.Clock.Advance(TimeSpan.FromDays(360));
        Assert.Equal(0, await world.Given(new PurgeGuests.Command()));
        Assert.Equal(HttpStatusCode.OK, (await world.Nobody.Get(link)).StatusCode);
        app.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal((6, 0), (await world.Given(new PurgeGuests.Command()), await world.Given(new PurgeGuests.Command())));
        var after = await odile.Sends(new ReadStatistics.Query(id));
        Assert.Equal((before.All, before.Before), (after.All, after.Before));
        Assert.Equal(before.Sources.Select(s => s.Now), after.Sources.Select(s => s.Now));
        await world.Within(async db =>
        {
            Assert.All(await db.Set<ForumGuest>().ToListAsync(), g => Assert.Equal(("", Erased.Name, (string?)null), (g.Email, g.Name, g.Note)));
            Assert.All(await db.Set<OutboxMessage>().Where(m => m.SubjectId != null && db.Set<ForumGuest>().Any(g => g.Id == m.SubjectId)).ToListAsync(), m => Assert.Equal(("", MailState.Withdrawn), (m.ToAddress, m.State)));
            Assert.Empty(await db.Set<PersonalLink>().ToListAsync());
            Assert.All(await db.Set<ForumMark>().ToListAsync(), m => Assert.Null(m.Words));
            Assert.Contains(await db.Set<ForumMark>().ToListAsync(), m => m.Score == 4);
            return 0;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(link)).StatusCode);
        Assert.Contains("effacés depuis le", Text(await world.Fanny.Open($"/forum/{id}/bilan")), StringComparison.Ordinal);
        Assert.Contains("Noms effacés le", Text(await world.Alice.Open("/journal")), StringComparison.Ordinal);
        foreach (var gone in new[] { "Élodie", "Sans gluten", "Marie a tout" })
            Assert.Empty(await PersonalDataTests.Where(world, gone));
    }

    [Fact]
    public async Task Whoever_facilitates_a_coalition_gets_a_dated_task_with_what_was_said_once()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var today = world.Space.Today(world.App.Clock);
        var (bike, coast) = (await world.Coalition("Vélo", isPublic: true), await world.Coalition("Littoral", isPublic: true));
        var paul = await world.Being("Paul", "Martin");
        await world.Within(async db =>
        {
            (await db.Set<Platform.Modules.Members.People.Person>().SingleAsync(p => p.Id == paul)).Reach("paul.martin@example.org", null);
            db.Add((await db.Set<Coalition>().Include(c => c.Facilitators).SingleAsync(c => c.Id == bike)).Entrust(paul, null, today.AddDays(-30), null));
            return 0;
        });
        var id = await Edition(odile, world, 31);
        foreach (var (title, coalition, said) in new[] { ("Vélo", bike, "Des arceaux avant l’été."), ("Littoral", coast, null) })
            await odile.Sends(new SaveSession.Command { EditionId = id, Title = title, Kind = SessionKind.Presentation, CoalitionId = coalition, Start = "10:00", End = "10:30", Said = said });
        Assert.Contains("1 séance sans notes", Text(await odile.Open($"/forum/{id}/suites"), ".answer"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit($"/forum/{id}/suites", [new("Input.By", $"{today:yyyy-MM-dd}")])).StatusCode);
        // The job, twice; then by hand: nothing is left.
        Assert.Equal((2, 0), (await world.Given(new FollowUps.Command()), await world.Given(new FollowUps.Command())));
        Assert.Equal("followup.nobody", (await Assert.ThrowsAsync<RuleViolation>(() => odile.Sends(new FollowUps.Ask { EditionId = id, By = today.AddDays(9) }))).Code);
        var asked = await world.Within(db => db.Set<SupportRequest>().OrderBy(r => r.OwnerId == null).ToListAsync());
        Assert.Equal([(Guid?)paul, null], asked.Select(r => r.OwnerId));
        Assert.All(asked, r => Assert.Equal(today.AddDays(FollowUps.UsualDays), r.DueOn));
        Assert.Contains("Des arceaux avant l’été.", asked[0].Details, StringComparison.Ordinal);
        var mail = Assert.Single(await world.Mails("paul.martin@example.org"));
        Assert.Contains($"/demandes/{asked[0].Id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Donner suite à ce qui s’est dit", Text(await world.Fanny.Open("/taches")), StringComparison.Ordinal);
        Assert.Contains("Demandée", Text(await odile.Open($"/forum/{id}/suites")), StringComparison.Ordinal);
        // Nobody is offered to ask for it.
        Assert.DoesNotContain("Donner suite", Text(await world.Fanny.Open($"/coalitions/{bike}/demandes/nouvelle")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_moved_on_the_grid_with_its_length_and_refused_where_the_room_is_taken()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await odile.Sends(new SaveEdition.Command { Title = "Forum 2027", StartsOn = world.Space.Today(world.App.Clock).AddDays(40) });
        await odile.Submit($"/forum/{id}/salles", new Dictionary<string, string> { ["Input.Rooms[0].Name"] = "Auditorium", ["Input.Rooms[1].Name"] = "Salle 2" });
        var rooms = (await odile.Sends(new GetProgramme.Query(id))).Rooms;
        await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Ouverture", Kind = SessionKind.Plenary, Start = "9:00", End = "10:00", RoomId = rooms[0].Id });
        var workshop = await odile.Sends(new SaveSession.Command { EditionId = id, Title = "Atelier", Kind = SessionKind.Workshop, Start = "9:00", End = "9:50", RoomId = rooms[1].Id });
        var waiting = await odile.Sends(new SaveSession.Command { EditionId = id, Title = "À placer", Kind = SessionKind.Presentation });
        var grid = $"/forum/{id}/programme/grille";
        var page = await odile.Open(grid);
        Assert.Equal("4", page.QuerySelectorAll("td.is-taken").First(c => c.TextContent.Contains("Ouverture", StringComparison.Ordinal)).GetAttribute("rowspan"));
        Assert.Equal($"{waiting}", page.QuerySelector(".grid-waiting [data-session]")!.GetAttribute("data-session"));
        Assert.Null((await world.Bob.Open(grid)).QuerySelector("[draggable], form[data-place]"));
        Dictionary<string, string> To(Guid session, Guid? room, int minute) => new() { ["Input.SessionId"] = $"{session}", ["Input.RoomId"] = $"{room}", ["Input.Minute"] = $"{minute}" };
        var taken = await odile.Submit(grid, To(workshop, rooms[0].Id, 585));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.StatusCode);
        Assert.Contains("La salle est prise de 9 h à 10 h par « Ouverture ».", Text(await Person.Read(taken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit(grid, To(workshop, rooms[0].Id, 600))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit(grid, To(waiting, rooms[1].Id, 615))).StatusCode);
        var rows = (await odile.Sends(new GetProgramme.Query(id))).Rows;
        Assert.Equal((600, 650, "Auditorium"), (rows.Single(r => r.Id == workshop).StartMinute, rows.Single(r => r.Id == workshop).EndMinute, rows.Single(r => r.Id == workshop).Room));
        Assert.Equal((615, 645, "Salle 2"), (rows.Single(r => r.Id == waiting).StartMinute, rows.Single(r => r.Id == waiting).EndMinute, rows.Single(r => r.Id == waiting).Room));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit(grid, To(workshop, rooms[0].Id, 1430))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Post(grid, To(workshop, null, 600))).StatusCode);
    }
}
