using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Rsvp;
using Platform.Modules.Forum.Series;
using Platform.Modules.Reminders.Outbox;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Shared;
using static Platform.Tests.Kit.Pages;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Modules.Forum;

/// <summary>Guests answer from the mail, without an account.</summary>
public sealed class AnswerTests
{
    private static Task<Guid> Edition(World world, int? capacity = 100, Func<SaveEdition.Command, SaveEdition.Command>? and = null, string title = "Forum 2026")
    {
        var plain = new SaveEdition.Command { Title = title, StartsOn = world.Space.Today(world.App.Clock).AddDays(60), Start = "9:00", End = "17:00", Place = "Les Capucins", Capacity = capacity, MostCompanions = 2, IsPublic = true };
        return world.Given(and?.Invoke(plain) ?? plain);
    }

    private static async Task Invite(World world, Guid edition, params IEnumerable<string> emails)
    {
        await world.Given(new AddGuests.Command { EditionId = edition, Pasted = string.Join('\n', emails.Select(e => $"{e};{e.Split('@')[0]}")) });
        await world.Given(new SendInvitations.Command { EditionId = edition, To = SendInvitations.Audience.Drafts });
        await world.Within(async db => { foreach (var g in await db.Set<ForumGuest>().Where(g => g.EditionId == edition).ToListAsync()) g.Delivered(null); return 0; });
    }

    private static Task<ForumGuest> Guest(World world, string email) => world.Within(db => db.Set<ForumGuest>().AsNoTracking().Include(g => g.Companions).Include(g => g.Choices).AsSplitQuery().SingleAsync(g => g.EmailKey == email));

    private static async Task<HttpResponseMessage> Says(World world, string link, string answer, params (string Name, string Value)[] more) =>
        await new Person(world, null, "", "").Submit(link, [new("Input.Answer", answer), .. more.Select(m => KeyValuePair.Create(m.Name, m.Value))]);

    [Fact]
    public async Task A_guest_answers_changes_their_mind_passes_the_invitation_on_and_nothing_else_moves_the_list()
    {
        var world = await World.New();
        var id = await Edition(world);
        var (workshop, other, small) = (await Session(world, id, "Covoiturer", "14:00", "15:30"), await Session(world, id, "Réparer", "15:00", "16:00"), await Session(world, id, "Semer", "10:00", "11:00", 1));
        await Invite(world, id, "claire@ex.fr", "paul@ex.fr");
        var mail = Assert.Single(await world.Mails("claire@ex.fr"));
        // The button alone holds the link: neither the text that anybody may read in the log nor the calendar entry.
        Assert.DoesNotContain("/r/", mail.Text + mail.Html + mail.Calendar, StringComparison.Ordinal);
        var link = await world.MailedLink("claire@ex.fr");
        Assert.StartsWith("/r/forum-", link, StringComparison.Ordinal);
        // A scanner opens it, twice: nothing moves.
        var before = await Sql.Print(world.App.Database, world.Space.Id);
        var page = await world.Nobody.Open(link);
        await world.Nobody.Open(link);
        Assert.Equal(before, await Sql.Print(world.App.Database, world.Space.Id));
        Assert.Contains("Bonjour claire", Text(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Post(link, [new("Input.Meal", "true")])).StatusCode);
        var clash = await Says(world, link, "Yes", ("Input.Sessions", $"{workshop}"), ("Input.Sessions", $"{other}"));
        Assert.Contains("ont lieu en même temps", Text(await Person.Read(clash)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Says(world, link, "Yes", ("Input.Sessions", $"{Guid.NewGuid()}"))).StatusCode);
        var full = await Says(world, link, "Yes", ("Input.Companions[0]", "Luc"), ("Input.Sessions", $"{small}"));
        Assert.Contains("n’a plus qu’une place", Text(await Person.Read(full)), StringComparison.Ordinal);
        var yes = await Says(world, link, "Yes", ("Input.Companions[0]", "Luc Gué"), ("Input.Companions[1]", " "), ("Input.Sessions", $"{workshop}"), ("Input.Meal", "true"), ("Input.Needs", "Accès en fauteuil"));
        Assert.Contains("Vous êtes attendu ou attendue, avec Luc Gué.", Text(await Person.Read(yes)), StringComparison.Ordinal);
        var claire = await Guest(world, "claire@ex.fr");
        Assert.Equal((GuestState.Accepted, 2, true, "Accès en fauteuil", workshop), (claire.State, claire.Seats, claire.Meal, claire.Needs, Assert.Single(claire.Choices).SessionId));
        var heard = (await world.Mails("claire@ex.fr"))[^1];
        Assert.Contains("Avec vous : Luc Gué.", heard.Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", heard.Calendar, StringComparison.Ordinal);
        // The same again says nothing new; three people are one too many for this invitation.
        await Says(world, link, "Yes", ("Input.Companions[0]", "Luc Gué"), ("Input.Sessions", $"{workshop}"), ("Input.Meal", "true"));
        Assert.Equal(2, (await world.Mails("claire@ex.fr")).Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Says(world, link, "Yes", ("Input.Companions[0]", "A"), ("Input.Companions[1]", "B"), ("Input.Companions[2]", "C"))).StatusCode);
        // The organisers read it all, and take it away in a file; the journal names nobody and tells no need.
        var list = Text(await world.Alice.Open($"/forum/{id}/invites"));
        Assert.Contains("2 personnes attendues pour 100 places", list, StringComparison.Ordinal);
        var file = await (await world.Alice.Get($"/forum/{id}/invites?handler=Export&format=csv&colonnes=toutes")).Content.ReadAsStringAsync();
        foreach (var said in new[] { "Luc Gué", "Covoiturer" }) Assert.Contains(said, file, StringComparison.Ordinal);
        var journal = await (await world.Alice.Get("/journal")).Content.ReadAsStringAsync();
        foreach (var secret in new[] { "Luc Gué", "fauteuil", "claire@ex.fr" }) Assert.DoesNotContain(secret, journal, StringComparison.Ordinal);

        // Passed on: the place is kept for the substitute, who answers by a link of their own; the old one serves no more.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Submit(link, [new("Other.Name", "Claire"), new("Other.Email", "Claire@ex.fr")], "Pass")).StatusCode);
        Assert.Contains("Votre invitation est passée à Anne", Text(await Person.Read(await world.Nobody.Submit(link, [new("Other.Name", "Anne Le Goff"), new("Other.Email", "anne@ex.fr")], "Pass"))), StringComparison.Ordinal);
        var anne = await Guest(world, "anne@ex.fr");
        Assert.Equal((GuestState.Waiting, claire.Id, GuestSource.Delegation), (anne.State, anne.DelegatedFromId, anne.Source));
        Assert.NotNull(anne.OfferUntil);
        Assert.Equal(GuestState.Delegated, (await Guest(world, "claire@ex.fr")).State);
        Assert.Contains("METHOD:CANCEL", (await world.Mails("claire@ex.fr"))[^1].Calendar, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Post(link, [new("Input.Answer", "Yes")])).StatusCode);
        await Says(world, await world.MailedLink("anne@ex.fr"), "Yes");
        Assert.Equal(GuestState.Accepted, (await Guest(world, "anne@ex.fr")).State);

        // Refused all alike: altered, for another purpose, in another space; nothing moves, and the page says whom to write to.
        before = await Sql.Print(world.App.Database, world.Space.Id);
        var secretPart = link["/r/forum-".Length..];
        foreach (var wrong in new[] { $"/r/forum-{secretPart[1..]}0", $"/r/reunion-{secretPart}", $"/r/nouvelle-{secretPart}", "/r/forum-essai" })
        {
            Assert.Contains("Ce lien ne sert plus", Text(await Person.Read(await world.Nobody.Get(wrong))), StringComparison.Ordinal);
            if (wrong.StartsWith("/r/forum-", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Post(wrong, [new("Input.Answer", "No")])).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Client.GetAsync($"https://localhost/{world.Elsewhere.Identifier}{link}")).StatusCode);
        Assert.Equal(before, await Sql.Print(world.App.Database, world.Space.Id));
        // A session of another edition is none of this one's.
        var elsewhere = await Session(world, await Edition(world, title: "Autre forum"), "Ailleurs", "9:00", "10:00");
        var paul = await world.MailedLink("paul@ex.fr");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Says(world, paul, "Yes", ("Input.Sessions", $"{elsewhere}"))).StatusCode);

        // Taken off, the link is dead; closed, it tells and takes nothing; too old, it is dead too.
        var guest = await Guest(world, "paul@ex.fr");
        await world.Given((await world.Given(new EditGuest.Form(id, guest.Id))).Command with { Answer = EditGuest.Said.Cancelled });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(paul)).StatusCode);
        var late = await world.MailedLink("anne@ex.fr");
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { RegistrationUntil = world.Space.Today(world.App.Clock).AddDays(-1) });
        var closed = await world.Nobody.Open(late);
        Assert.Contains("Les réponses sont closes", Text(closed), StringComparison.Ordinal);
        Assert.Null(closed.QuerySelector("form[method=post]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Post(late, [new("Input.Answer", "No")])).StatusCode);
        Assert.Equal(GuestState.Accepted, (await Guest(world, "anne@ex.fr")).State);
        await world.Within(db => db.Set<PersonalLink>().ExecuteUpdateAsync(u => u.SetProperty(l => l.Until, world.App.Clock.GetUtcNow().AddMinutes(-1))));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get(late)).StatusCode);
    }

    [Fact]
    public async Task Two_hundred_answers_at_once_share_the_last_fifty_places()
    {
        var world = await World.New();
        var id = await Edition(world, 50);
        await Invite(world, id, Enumerable.Range(0, 200).Select(i => $"g{i:000}@ex.fr"));
        var links = (await world.Within(db => db.Set<OutboxMessage>().Where(m => m.Secret != null).ToDictionaryAsync(m => m.ToAddress, m => m.Secret!))).ToDictionary(m => m.Key, m => m.Value[(m.Value.LastIndexOf('-') + 1)..]);
        // Every third one brings somebody: fifty is reached by ones and by twos.
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (i, _) =>
            Assert.True(await world.Given(new AnswerInvitation.Command { Secret = links[$"g{i:000}@ex.fr"], Answer = Reply.Yes, Companions = i % 3 == 0 ? ["Quelqu’un"] : [] })));
        var (held, accepted, waiting) = await world.Within(async db => (await Places.Held(db, id).SumAsync(g => g.Seats), await db.Set<ForumGuest>().CountAsync(g => g.State == GuestState.Accepted), await db.Set<ForumGuest>().CountAsync(g => g.State == GuestState.Waiting)));
        Assert.Equal((50, 200), (held, accepted + waiting));
        // Each got one mail that says which; nobody who waits was told to come.
        var told = await world.Within(db => db.Set<OutboxMessage>().Where(m => m.IdempotencyKey.StartsWith("forum-oui:")).CountAsync());
        Assert.Equal(accepted, told);
    }

    [Fact]
    public async Task Whoever_waits_gets_the_place_that_is_given_back_by_priority_then_age_at_once_or_by_an_offer_that_passes_on()
    {
        var world = await World.New();
        var id = await Edition(world, 2);
        await Invite(world, id, "a@ex.fr", "b@ex.fr", "c@ex.fr", "d@ex.fr", "e@ex.fr");
        var links = new Dictionary<string, string>();
        foreach (var who in "abcde") links[$"{who}"] = await world.MailedLink($"{who}@ex.fr");
        async Task<string> States() => string.Join(' ', (await world.Within(db => db.Set<ForumGuest>().Where(g => g.EditionId == id).OrderBy(g => g.EmailKey).Select(g => new { g.State, g.OfferUntil, g.WaitingSince }).ToListAsync()))
            .Select(g => g.OfferUntil is not null ? "offre" : g.State == GuestState.Waiting && g.WaitingSince is null ? "passée" : $"{g.State}"));
        foreach (var who in "abcd")
        {
            await Says(world, links[$"{who}"], "Yes");
        }
        Assert.Equal("Accepted Accepted Waiting Waiting Sent", await States());
        Assert.Contains("vous êtes en liste d’attente, au 2e rang", Text(await world.Nobody.Open(links["d"])), StringComparison.Ordinal);
        Assert.DoesNotContain("METHOD:REQUEST", (await world.Mails("d@ex.fr"))[^1].Calendar, StringComparison.Ordinal);
        // Priority goes before age.
        var d = await Guest(world, "d@ex.fr");
        await world.Given((await world.Given(new EditGuest.Form(id, d.Id))).Command with { Priority = EditGuest.Rank.High });
        Assert.Equal("1. d", Text(await world.Alice.Open($"/forum/{id}/invites"), ".waiting .item-title"));
        await Says(world, links["a"], "No");
        Assert.Equal("Declined Accepted Waiting Accepted Sent", await States());
        Assert.Contains("Une place s’est libérée", (await world.Mails("d@ex.fr"))[^1].Subject, StringComparison.Ordinal);
        // By hand there is no place beyond the last either.
        var e = await Guest(world, "e@ex.fr");
        Assert.Equal("Answer", Assert.Single((await Assert.ThrowsAsync<Invalid>(async () => await world.Given((await world.Given(new EditGuest.Form(id, e.Id))).Command with { Answer = EditGuest.Said.Accepted }))).Errors).PropertyName);
        // A larger room is counted at once.
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { Capacity = 3, Waiting = WaitingMode.Offer, OfferHours = 24 });
        Assert.Equal("Declined Accepted offre Accepted Sent", await States());
        // While it is offered the place is nobody else's.
        await Says(world, links["e"], "Yes");
        Assert.Equal("Declined Accepted offre Accepted Waiting", await States());
        Assert.Contains("Une place vous est gardée", Text(await world.Nobody.Open(links["c"])), StringComparison.Ordinal);
        Assert.Equal(0, await world.Given(new PassPlaces.Command()));
        await world.Within(db => db.Set<ForumGuest>().Where(g => g.OfferUntil != null).ExecuteUpdateAsync(u => u.SetProperty(g => g.OfferUntil, world.App.Clock.GetUtcNow().AddMinutes(-1))));
        Assert.Equal(1, await world.Given(new PassPlaces.Command()));
        Assert.Equal("Declined Accepted passée Accepted offre", await States());
        Assert.Equal(0, await world.Given(new PassPlaces.Command()));
        await Says(world, links["e"], "Yes");
        Assert.Equal("Declined Accepted passée Accepted Accepted", await States());
        // Asked again, one stands at the end of the queue.
        await Says(world, links["c"], "Yes");
        Assert.Equal("Declined Accepted Waiting Accepted Accepted", await States());
        Assert.Contains("En attente depuis", Text(await world.Alice.Open("/journal")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_are_told_when_the_forum_moves_or_is_cancelled_and_their_calendars_follow()
    {
        var world = await World.New();
        var id = await Edition(world);
        await Invite(world, id, "vient@ex.fr", "tait@ex.fr", "non@ex.fr", "hors@ex.fr");
        await Says(world, await world.MailedLink("vient@ex.fr"), "Yes");
        await Says(world, await world.MailedLink("non@ex.fr"), "No");
        await world.Given(new AddGuests.Command { EditionId = id, Pasted = "plustard@ex.fr" });
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts, On = world.Space.Today(world.App.Clock).AddDays(5) });
        var hors = await Guest(world, "hors@ex.fr");
        await world.Given((await world.Given(new EditGuest.Form(id, hors.Id))).Command with { Answer = EditGuest.Said.Cancelled });

        // A word of the presentation is no change of theirs.
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { Summary = "Une journée." });
        Assert.Equal(2, (await world.Mails("vient@ex.fr")).Count);
        var form = await world.Given(new SaveEdition.Form(id));
        Assert.Equal(2, form.Told);
        await world.Given(form.Command with { Place = "Le Quartz", OnlineLink = "https://visio.example/secret" });
        foreach (var who in new[] { "vient@ex.fr", "tait@ex.fr" })
            Assert.Contains("Lieu : Le Quartz (c’était : Les Capucins).", (await world.Mails(who))[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("visio.example", (await world.Mails("tait@ex.fr"))[^1].Text, StringComparison.Ordinal);
        // What was to leave with the old place does not; its guest is to be invited again.
        Assert.Equal(GuestState.Draft, (await Guest(world, "plustard@ex.fr")).State);
        Assert.Equal(MailState.Withdrawn, Assert.Single(await world.Mails("plustard@ex.fr")).State);

        await world.Given(new CancelEdition.Command { Id = id, Version = (await world.Given(new SaveEdition.Form(id))).Command.Version, Reason = "Tempête" });
        Assert.Contains("Tempête", (await world.Mails("tait@ex.fr"))[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, (await world.Mails("non@ex.fr")).Count(m => m.Calendar?.Contains("METHOD:CANCEL", StringComparison.Ordinal) == true));
        foreach (var who in new[] { "vient@ex.fr", "hors@ex.fr" })
        {
            // Same entry, a SEQUENCE that only grows, the cancellation last; one thread, so that none overtakes another. Read as Thunderbird does.
            var mails = (await world.Mails(who)).FindAll(m => m.Calendar is not null);
            var read = await CalendarParserTests.Parsed(mails.ConvertAll(m => m.Calendar!));
            Assert.Equal(mails.Select(m => m.CalendarMethod), read.Select(c => c.Method));
            Assert.Equal($"{id}@{world.Space.Identifier}", Assert.Single(read.Select(c => c.Events.Single().Uid).Distinct()));
            Assert.All(read, c => Assert.Equal($"mailto:{who}", Assert.Single(c.Events[0].Attendees)));
            var sequence = read.Select(c => c.Events[0].Sequence).ToList();
            Assert.Equal(sequence.Order(), sequence);
            Assert.True(sequence[^1] > sequence[^2]);
            Assert.Equal(("CANCEL", "CANCELLED"), (read[^1].Method, read[^1].Events[0].Status));
            Assert.Single(mails.Select(m => m.Thread).Distinct());
            Assert.All(mails, m => Assert.DoesNotContain("/r/", m.Calendar!.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_silent_are_chased_by_the_plan_and_by_hand_and_an_answer_stops_it()
    {
        var world = await World.New();
        var id = await Edition(world, and: c => c with { ChasesByItself = true });
        await Invite(world, id, "tait@ex.fr", "vient@ex.fr");
        await Says(world, await world.MailedLink("vient@ex.fr"), "Yes");
        Assert.Equal(0, await world.Given(new SendInvitations.Chase()));
        // The day of the plan's reminder has come, and three have passed since the invitation.
        async Task DaysPass() => await world.Within(db => db.Set<ForumGuest>().ExecuteUpdateAsync(u => u.SetProperty(g => g.InvitedAt, g => g.InvitedAt!.Value.AddDays(-3))));
        await DaysPass();
        await world.Within(async db => { (await db.Set<ForumMilestone>().SingleAsync(m => m.EditionId == id && m.Kind == MilestoneKind.Reminder)).Move(world.Space.Today(world.App.Clock)); return 0; });
        Assert.Equal(1, await world.Given(new SendInvitations.Chase()));
        Assert.Equal(0, await world.Given(new SendInvitations.Chase()));
        var chased = (await world.Mails("tait@ex.fr"))[^1];
        Assert.StartsWith("Rappel : Forum 2026", chased.Subject, StringComparison.Ordinal);
        Assert.Contains("nous n’avons pas encore votre réponse", chased.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, (await world.Mails("vient@ex.fr")).Count);
        // The plan says that it is done. An answer that comes before the mail leaves holds it back.
        Assert.Contains("la plateforme", Text(await world.Alice.Open($"/forum/{id}")), StringComparison.Ordinal);
        var look = new Func<Task<string?>>(() => world.InSpace(async s =>
        {
            var db = s.GetRequiredService<PlatformDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            return await new StillSilent(db).WhyNot(chased.SubjectId, chased.IdempotencyKey, CancellationToken.None);
        }));
        Assert.Null(await look());
        // By hand the next day, the list and the mail seen first.
        await world.Within(async db => { (await db.Set<ForumGuest>().SingleAsync(g => g.EmailKey == "tait@ex.fr")).Delivered(null); return 0; });
        await DaysPass();
        var page = await world.Alice.Open($"/forum/{id}/invitations?pour=relance");
        Assert.Contains("tait@ex.fr", Text(page, ".guest-lines"), StringComparison.Ordinal);
        Assert.StartsWith("Rappel :", Text(page, ".letter-subject"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Alice.Submit($"/forum/{id}/invitations?pour=relance", [new("Input.To", "Silent")])).StatusCode);
        Assert.Equal(3, (await world.Mails("tait@ex.fr")).Count);
        await Says(world, await world.MailedLink("tait@ex.fr"), "Maybe");
        Assert.NotNull(await look());
    }

    [Fact]
    public async Task Whoever_is_silent_so_many_days_after_their_own_invitation_is_chased_once()
    {
        var world = await World.New();
        var series = await world.Given(new SaveSeries.Command { Name = "Forum", Week = 2, Weekday = Weekday.Thursday, Month = world.Space.Today(world.App.Clock).AddMonths(3).Month, LeadMonths = 6, ChaseAfterDays = 7 });
        var id = await world.Given(new OpenEditions.Now(series));
        Assert.Equal(7, (await world.Given(new SaveEdition.Form(id))).Command.ChaseAfterDays);
        Assert.Equal(nameof(SaveEdition.Command.ChaseAfterDays), Assert.Single((await Assert.ThrowsAsync<Invalid>(async () => await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { ChaseAfterDays = 0 }))).Errors).PropertyName);
        Task<int> Days(int count, string who) => world.Within(db => db.Set<ForumGuest>().Where(g => g.EmailKey == who).ExecuteUpdateAsync(u => u.SetProperty(g => g.InvitedAt, g => g.InvitedAt!.Value.AddDays(-count)).SetProperty(g => g.FirstInvitedAt, g => g.FirstInvitedAt!.Value.AddDays(-count))));
        await Invite(world, id, "tait@ex.fr", "hier@ex.fr", "vient@ex.fr", "jadis@ex.fr", "relance@ex.fr");
        await Says(world, await world.MailedLink("vient@ex.fr"), "Yes");
        // Written today and leaving in a week: its days begin then.
        await world.Given(new AddGuests.Command { EditionId = id, Pasted = "plustard@ex.fr" });
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts, On = world.Space.Today(world.App.Clock).AddDays(7) });
        await Days(7, "plustard@ex.fr");
        await world.Within(async db => { (await db.Set<ForumGuest>().SingleAsync(g => g.EmailKey == "plustard@ex.fr")).Delivered(null); return 0; });
        // Reminded by hand meanwhile: the plan's last call comes next, not this.
        await Days(9, "relance@ex.fr");
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Silent });
        await world.Within(async db => { (await db.Set<ForumGuest>().SingleAsync(g => g.EmailKey == "relance@ex.fr")).Delivered(null); return 0; });
        Assert.Equal(2, (await world.Mails("relance@ex.fr")).Count);
        foreach (var (who, days) in new[] { ("tait@ex.fr", 7), ("hier@ex.fr", 6), ("vient@ex.fr", 8), ("jadis@ex.fr", 40) }) await Days(days, who);
        await world.Within(db => db.Set<ForumGuest>().Where(g => g.EmailKey == "relance@ex.fr").ExecuteUpdateAsync(u => u.SetProperty(g => g.InvitedAt, g => g.InvitedAt!.Value.AddDays(-7))));

        Assert.Equal((1, 0), (await world.Given(new SendInvitations.Chase()), await world.Given(new SendInvitations.Chase())));
        Assert.StartsWith("Rappel :", (await world.Mails("tait@ex.fr"))[^1].Subject, StringComparison.Ordinal);
        foreach (var (who, mails) in new[] { ("tait@ex.fr", 2), ("hier@ex.fr", 1), ("vient@ex.fr", 2), ("jadis@ex.fr", 1), ("relance@ex.fr", 2), ("plustard@ex.fr", 1) }) Assert.Equal(mails, (await world.Mails(who)).Count);
        // The next day it is another's turn; never twice the same, and an answer stops it.
        await world.Within(async db => { (await db.Set<ForumGuest>().SingleAsync(g => g.EmailKey == "tait@ex.fr")).Delivered(null); return 0; });
        foreach (var who in new[] { "tait@ex.fr", "hier@ex.fr" }) await Days(1, who);
        await Days(7, "tait@ex.fr");
        await Says(world, await world.MailedLink("hier@ex.fr"), "No");
        Assert.Equal(0, await world.Given(new SendInvitations.Chase()));
        // Taken back before it left, an invitation was not sent: the next one is no reminder.
        await world.Given(new AddGuests.Command { EditionId = id, Pasted = "deplace@ex.fr" });
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts, On = world.Space.Today(world.App.Clock).AddDays(1) });
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { Place = "Le Quartz" });
        await world.Given(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts });
        Assert.DoesNotContain("Rappel", (await world.Mails("deplace@ex.fr"))[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_noted_by_hand_is_told_to_the_guest_unless_whoever_notes_it_says_not_to()
    {
        var world = await World.New();
        var id = await Edition(world);
        await Invite(world, id, "claire@ex.fr");
        var guest = (await Guest(world, "claire@ex.fr")).Id;
        async Task<List<OutboxMessage>> After(EditGuest.Said answer, bool tells = true)
        {
            var form = $"/forum/{id}/invites/{guest}";
            var saved = await world.Alice.Submit(form, [new("Input.Answer", $"{answer}"), new("Input.Tells", tells ? "true" : "false")]);
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
            return await world.Mails("claire@ex.fr");
        }
        Assert.NotNull((await world.Alice.Open($"/forum/{id}/invites/{guest}")).QuerySelector("#Input_Tells[checked]"));
        var mails = await After(EditGuest.Said.Accepted);
        Assert.Equal(2, mails.Count);
        Assert.Contains("Votre place est réservée", mails[^1].Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", mails[^1].Calendar, StringComparison.Ordinal);
        Assert.Contains((await world.Within(db => db.Set<Platform.Modules.Forum.Tickets.ForumTicket>().SingleAsync())).Code, mails[^1].Text, StringComparison.Ordinal);
        // Nothing new is not worth a mail; neither is what whoever notes it has said already.
        Assert.Equal(2, (await After(EditGuest.Said.Accepted)).Count);
        Assert.Equal(2, (await After(EditGuest.Said.Declined, tells: false)).Count);
        Assert.Equal(3, (await After(EditGuest.Said.Accepted)).Count);
        Assert.Contains("aucune ne vous est gardée", (await After(EditGuest.Said.Maybe))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("METHOD:CANCEL", (await After(EditGuest.Said.Declined))[^1].Calendar, StringComparison.Ordinal);
        await After(EditGuest.Said.Accepted);
        Assert.StartsWith("Votre réponse est à redire", (await After(EditGuest.Said.Nothing))[^1].Subject, StringComparison.Ordinal);
        // Hesitating from the link says so too, and not that one stays away.
        await Says(world, await world.MailedLink("claire@ex.fr"), "Maybe");
        Assert.StartsWith("C’est noté : peut-être", (await world.Mails("claire@ex.fr"))[^1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_registers_where_it_is_open_and_counts_once_the_mail_is_followed()
    {
        var world = await World.New();
        var id = await Edition(world);
        var here = $"/public/forum/{id}/inscription";
        Assert.Null((await world.Nobody.Open($"/public/forum/{id}")).QuerySelector("a[href$='/inscription']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Post(here, [new("Input.Name", "Eve"), new("Input.Email", "eve@ex.fr")])).StatusCode);
        await world.Given((await world.Given(new SaveEdition.Form(id))).Command with { IsOpenToAll = true });
        await Invite(world, id, "paul@ex.fr");
        Assert.NotNull((await world.Nobody.Open($"/public/forum/{id}")).QuerySelector("a[href$='/inscription']"));
        var got = await world.Nobody.Get(here);
        Assert.False(got.Headers.Contains("Set-Cookie"));
        async Task<string> Ask(string email, string trap = "") =>
            Text(await Person.Read(await world.Nobody.Post(here, [new("Input.Name", "Eve Cozic"), new("Input.Email", email), new("Input.Companions[0]", "Adam"), new("Input.Needs", "Boucle magnétique"), new("Input.WebPage", trap)])), "main");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Nobody.Post(here, [new("Input.Name", "Eve"), new("Input.Email", "eve")])).StatusCode);
        var fresh = await Ask("eve@ex.fr");
        Assert.Contains("Un message part à eve@ex.fr", fresh, StringComparison.Ordinal);
        // Known, or typed by a robot: the same answer. Nothing is told but to the mailbox.
        Assert.Equal(fresh, (await Ask("paul@ex.fr")).Replace("paul@", "eve@", StringComparison.Ordinal));
        Assert.Equal(fresh, (await Ask("bot@ex.fr", "https://spam.example")).Replace("bot@", "eve@", StringComparison.Ordinal));
        Assert.Empty(await world.Mails("bot@ex.fr"));
        Assert.Equal(("paul", GuestState.Sent), ((await Guest(world, "paul@ex.fr")).Name, (await Guest(world, "paul@ex.fr")).State));
        Assert.Contains("déjà sur la liste", (await world.Mails("paul@ex.fr"))[^1].Text, StringComparison.Ordinal);
        var eve = await Guest(world, "eve@ex.fr");
        Assert.Equal((GuestState.Unconfirmed, false), (eve.State, eve.Holds));
        Assert.StartsWith("1 invité, 0 personne", Text(await world.Alice.Open($"/forum/{id}/invites"), ".answer"), StringComparison.Ordinal);
        // The same page as everybody's, filled with what was typed.
        var link = await world.MailedLink("eve@ex.fr");
        var page = await world.Nobody.Open(link);
        Assert.Equal("Adam", page.QuerySelector("#Input_Companions_0_")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[name='Input.Answer'][value=Yes][checked]"));
        await Says(world, link, "Yes", ("Input.Companions[0]", "Adam"), ("Input.Needs", "Boucle magnétique"));
        eve = await Guest(world, "eve@ex.fr");
        Assert.Equal((GuestState.Accepted, 2, GuestSource.Registration, "Boucle magnétique"), (eve.State, eve.Seats, eve.Source, eve.Needs));
        // A mailbox is not filled.
        for (var i = 0; i < 6; i++) await Ask("zoe@ex.fr");
        Assert.Equal(3, (await world.Mails("zoe@ex.fr")).Count);
        // Nobody confirmed: forgotten a week later.
        await world.Within(db => db.Set<ForumGuest>().Where(g => g.EmailKey == "zoe@ex.fr").ExecuteUpdateAsync(u => u.SetProperty(g => g.InvitedAt, world.App.Clock.GetUtcNow().AddDays(-8))));
        Assert.Equal(1, await world.Given(new PassPlaces.Command()));
        Assert.False(await world.Within(db => db.Set<ForumGuest>().AnyAsync(g => g.EmailKey == "zoe@ex.fr")));
    }

    private static Task<Guid> Session(World world, Guid edition, string title, string start, string end, int? capacity = null) =>
        world.Given(new SaveSession.Command { EditionId = edition, Kind = SessionKind.Workshop, Title = title, Start = start, End = end, Capacity = capacity });
}
