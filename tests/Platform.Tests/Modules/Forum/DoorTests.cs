using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Door;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Tickets;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Shared;
using Platform.Tests.Kit;
using static Platform.Tests.Kit.Pages;
using static Platform.Modules.Forum.Door.CheckIn;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Modules.Forum;

/// <summary>Odile organises; Fanny helps at the door.</summary>
public sealed class DoorTests
{
    private static Task<Guid> Edition(Person odile, World world, string title = "Forum 2026", int inDays = 0) =>
        odile.Sends(new SaveEdition.Command { Title = title, StartsOn = world.Space.Today(world.App.Clock).AddDays(inDays), Start = "9:00", End = "17:00", Place = "Les Capucins", IsPublic = true });

    /// <summary>Guests who have said this.</summary>
    private static Task<List<Guid>> Guests(World world, Guid edition, GuestState? said, params IEnumerable<string> names) => world.Within(db =>
    {
        var guests = names.Select(name => new ForumGuest(edition, $"{Folding.Key(name).Replace(' ', '.')}.{edition:N}@ex.fr", name, "ENIB", null, null, null, GuestSource.Pasted)).ToList();
        foreach (var guest in guests) guest.Say(said, world.Space.Today(world.App.Clock), null);
        db.AddRange(guests);
        return Task.FromResult(guests.ConvertAll(g => g.Id));
    });

    private static Task<Dictionary<Guid, string>> Codes(World world, Guid edition) => world.Within(db => db.Set<ForumTicket>().Where(t => t.EditionId == edition).ToDictionaryAsync(t => t.GuestId, t => t.Code));

    private static Task<DateTimeOffset?> Arrived(World world, Guid guest) => world.Within(db => db.Set<ForumGuest>().Where(g => g.Id == guest).Select(g => g.ArrivedAt).SingleAsync());

    private static Item Scan(string code, long? at = null, Guid? nonce = null, Guid? session = null) => new() { Nonce = nonce ?? Guid.NewGuid(), Code = code, At = at, SessionId = session };

    private static long Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    [Fact]
    [Trait("Category", "unit")]
    public void A_ticket_is_read_as_it_was_made_and_nothing_else_is()
    {
        var code = TicketCode.New();
        Assert.Equal((TicketCode.Length, code, code), (code.Length, TicketCode.Read(code), TicketCode.Read($" {code[..14].ToLowerInvariant()} {code[14..]}\n")));
        Assert.All([null, "", code[1..], code + "A", "F2" + code[2..], code[..^1] + "U", "https://exemple.fr"], wrong => Assert.Null(TicketCode.Read(wrong)));
        Assert.NotEqual(code, TicketCode.New());
    }

    [Theory]
    [Trait("Category", "unit")]
    [InlineData("Claire Morvan", "Morvan", "Claire", "morvan claire")]
    [InlineData("Paul Le Bras", "Le Bras", "Paul", "le bras paul")]
    [InlineData("LE BRAS Paul", "LE BRAS", "Paul", "le bras paul")]
    [InlineData("Mme Anne de La Tour", "de La Tour", "Anne", "la tour anne")]
    [InlineData("J. R. Martin", "Martin", "J. R.", "martin j r")]
    [InlineData("Marie-Louise d’Ornano", "d’Ornano", "Marie-Louise", "ornano marie louise")]
    [InlineData("JEAN MARTIN", "MARTIN", "JEAN", "martin jean")]
    [InlineData("Madonna", "Madonna", "", "madonna")]
    public void A_name_is_looked_up_by_the_family_name(string name, string family, string given, string key) =>
        Assert.Equal((family, given, key), (Surname.Split(name).Family, Surname.Split(name).Given, Surname.Key(name)));

    [Fact]
    public async Task Whoever_comes_has_a_ticket_and_the_door_says_who_is_who_without_script()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await Edition(odile, world);
        var here = $"/forum/{id}/accueil";
        var claire = (await Guests(world, id, GuestState.Accepted, "Claire Morvan"))[0];
        var (paul, anne) = ((await Guests(world, id, GuestState.Waiting, "Paul Le Bras"))[0], (await Guests(world, id, null, "Anne Dréan"))[0]);
        var codes = await Codes(world, id);
        Assert.Equal([claire], codes.Keys);
        // Said twice, one ticket.
        await world.Within(async db => { (await db.Set<ForumGuest>().SingleAsync(g => g.Id == claire)).Say(GuestState.Accepted, new(2026, 1, 1), null); return 0; });
        Assert.Equal(codes, await Codes(world, id));

        // By name; the name is enough for a helper, who sees no address.
        var found = await world.Fanny.Open($"{here}?q=morvan");
        Assert.Contains("Claire Morvan", Text(found, ".door-matches"), StringComparison.Ordinal);
        Assert.DoesNotContain("@ex.fr", found.Body!.InnerHtml, StringComparison.Ordinal);
        var entered = await world.Fanny.Submit($"{here}?q=morvan", new Dictionary<string, string> { ["Input.Items[0].GuestId"] = $"{claire}" });
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var said = await world.Fanny.Open(entered.Headers.Location!.OriginalString[(1 + world.Space.Identifier.Length)..]);
        Assert.StartsWith("Bienvenue Claire Morvan ENIB", Text(said, ".door-answer"), StringComparison.Ordinal);
        Assert.StartsWith("1 personne entrée", Text(said, ".door-count"), StringComparison.Ordinal);
        Assert.Equal(GuestState.Attended, await world.Within(db => db.Set<ForumGuest>().Where(g => g.Id == claire).Select(g => g.State).SingleAsync()));
        // Her ticket, then: she is there already. And every other answer.
        var answers = await world.Fanny.Sends(new Command { EditionId = id, Items = [Scan(codes[claire]), new() { GuestId = paul }, new() { GuestId = anne }, Scan("F1" + new string('0', 26)), Scan("https://exemple.fr/menu")] });
        Assert.Equal([Entry.Already, Entry.Waiting, Entry.NotExpected, Entry.Unknown, Entry.Unknown], answers.Select(a => a.Answer));
        Assert.NotNull(answers[0].At);
        Assert.Contains("4 passages refusés", Text(await world.Fanny.Open(here)), StringComparison.Ordinal);
        // Let in all the same; undone, what was answered is shown again.
        var forced = (await world.Fanny.Sends(new Command { EditionId = id, Items = [new() { GuestId = anne, IsForced = true }] }))[0];
        Assert.Equal(Entry.In, forced.Answer);
        await world.Fanny.Sends(new Command { EditionId = id, Items = [new() { Undo = forced.Nonce }, new() { Undo = forced.Nonce }] });
        Assert.Equal(GuestState.Draft, await world.Within(db => db.Set<ForumGuest>().Where(g => g.Id == anne && g.ArrivedAt == null).Select(g => g.State).SingleAsync()));
        Assert.Equal("Fanny", await world.Within(db => db.Set<ForumArrival>().Where(a => a.Nonce == forced.Nonce).Select(a => a.UndoneBy).SingleAsync()));
        var undone = await world.Fanny.Submit(here, new Dictionary<string, string> { ["Input.Items[0].Undo"] = $"{await world.Within(db => db.Set<ForumArrival>().Where(a => a.GuestId == claire && a.Answer == Entry.In).Select(a => a.Nonce).SingleAsync())}" });
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        Assert.Equal(GuestState.Accepted, await world.Within(db => db.Set<ForumGuest>().Where(g => g.Id == claire).Select(g => g.State).SingleAsync()));

        // Somebody who is on no list: a name, one tap. Without a name, a sentence beside the field; an address that is known is that guest's.
        Assert.Contains("Écrivez le nom", Text(await Person.Read(await world.Fanny.Submit(here, new Dictionary<string, string> { ["Input.Items[0].Name"] = "" })), "#Input_Items_0__Name_error"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(here, new Dictionary<string, string> { ["Input.Items[0].Name"] = "Yves Sans Adresse" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Fanny.Submit(here, new Dictionary<string, string> { ["Input.Items[0].Name"] = "Zoé Sans Adresse" })).StatusCode);
        await world.Fanny.Sends(new Command { EditionId = id, Items = [new() { Name = "C. Morvan", Email = $"CLAIRE.morvan.{id:N}@ex.fr" }] });
        Assert.NotNull(await Arrived(world, claire));
        var onSite = await world.Within(db => db.Set<ForumGuest>().Where(g => g.Source == GuestSource.OnSite).OrderBy(g => g.NameKey).ToListAsync());
        Assert.Equal([("Yves Sans Adresse", "", GuestState.Attended), ("Zoé Sans Adresse", "", GuestState.Attended)], onSite.Select(g => (g.Name!, g.Email, g.State)));
        Assert.Equal(4, (await Codes(world, id)).Count);

        // Printed for the day: badges with the code, the sheet to sign.
        Assert.Equal(3, (await odile.Open($"/forum/{id}/badges")).QuerySelectorAll(".pass svg.qr-code").Length);
        Assert.Single((await world.Fanny.Open($"/forum/{id}/badges?choix={onSite[0].Id}")).QuerySelectorAll(".pass"));
        Assert.Equal(["Adresse Yves Sans", "Adresse Zoé Sans", "Morvan Claire"], (await world.Fanny.Open($"/forum/{id}/emargement")).QuerySelectorAll("th .row-title").Select(t => t.TextContent));
        Assert.Equal(["Yves Sans Adresse", "Zoé Sans Adresse", "Claire Morvan"], (await world.Fanny.Open($"/forum/{id}/badges")).QuerySelectorAll(".pass-name").Select(t => t.TextContent));
        // Not for readers; the journal tells it without names.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get(here)).StatusCode);
        var journal = Text(await world.Alice.Open("/journal"));
        Assert.Contains("Arrivée", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("Yves Sans Adresse", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_telephones_without_network_send_what_they_saw_and_the_earlier_one_was_first()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var (id, other) = (await Edition(odile, world), await Edition(odile, world, "Forum 2025", -300));
        var guests = await Guests(world, id, GuestState.Accepted, Enumerable.Range(1, 82).Select(n => $"Invité {n:00}"));
        await Guests(world, other, GuestState.Accepted, "Ancien Invité");
        var (codes, old, now) = (await Codes(world, id), (await Codes(world, other)).Values.Single(), world.App.Clock.GetUtcNow());
        var stranger = await World.New(world.App);
        var foreign = await Edition(await stranger.Enrol("Odile", Roles.ForumOrganiser, stranger.Space), stranger);
        await Guests(stranger, foreign, GuestState.Accepted, "Étrangère");

        // The same seconds of the same morning, kept by two telephones; one of them believes that it is ten minutes later.
        Command From(string device, TimeSpan wrong, IEnumerable<Item> items) => new() { EditionId = id, Device = device, SentAt = Ms(now + wrong), Items = [.. items.Select(i => i with { At = i.At + (long)wrong.TotalMilliseconds })] };
        var first = guests.Take(50).Select((g, n) => Scan(codes[g], Ms(now.AddMinutes(-90 + n)))).ToList();
        var second = guests.Skip(40).Take(40).Select((g, n) => Scan(codes[g], Ms(now.AddMinutes(-60 + n)))).ToList();
        var sent = await Task.WhenAll(world.Fanny.Sends(From("Entrée", TimeSpan.Zero, first)), odile.Sends(From("Tablette", TimeSpan.FromMinutes(10), second)));
        Assert.Equal(90, sent.Sum(s => s.Count));
        Assert.Equal(80, await world.Within(db => db.Set<ForumGuest>().CountAsync(g => g.State == GuestState.Attended)));
        Assert.Equal(80, await world.Within(db => db.Set<ForumArrival>().CountAsync(a => a.Answer == Entry.In)));
        // Seen by both: whoever sent first, the earlier time stands, and it is the original one.
        var both = await Arrived(world, guests[45]);
        Assert.Equal(0, (both!.Value - now.AddMinutes(-60 + 5)).TotalSeconds, 1.5);
        Assert.Equal(Ms(now.AddMinutes(-90)), Ms((await Arrived(world, guests[0]))!.Value));
        // Sent again, all or some: nothing.
        Assert.Equal(Entry.In, (await world.Fanny.Sends(From("Entrée", TimeSpan.Zero, first)))[0].Answer);
        Assert.Equal(90, await world.Within(db => db.Set<ForumArrival>().CountAsync()));

        // Of another edition, of another space, altered: nobody comes in, and each try is counted.
        var altered = codes[guests[81]][..^1] + (codes[guests[81]][^1] == '7' ? '8' : '7');
        Assert.Equal([Entry.Elsewhere, Entry.Unknown, Entry.Unknown], (await world.Fanny.Sends(new Command { EditionId = id, Items = [Scan(old), Scan((await Codes(stranger, foreign)).Values.Single()), Scan(altered)] })).Select(a => a.Answer));
        Assert.Equal(80, await world.Within(db => db.Set<ForumGuest>().CountAsync(g => g.State == GuestState.Attended)));

        // A room counts for itself; whoever is there has come in.
        var session = await world.Within(db =>
        {
            var plenary = new ForumSession(id, Platform.Modules.Forum.Contract.SessionKind.Plenary, "Ouverture", null);
            plenary.Place(0, 540, 600, null, []);
            return Task.FromResult(db.Add(plenary).Entity.Id);
        });
        Assert.Equal([Entry.In, Entry.In, Entry.Already], (await world.Fanny.Sends(new Command { EditionId = id, Items = [Scan(codes[guests[0]], session: session), Scan(codes[guests[81]], session: session), Scan(codes[guests[0]], session: session)] })).Select(a => a.Answer));
        Assert.NotNull(await Arrived(world, guests[81]));

        // The telephone's list: everybody once, then what changed; the code of no ticket.
        var all = await (await world.Fanny.Get($"/forum/{id}/accueil?handler=List")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((82, 81, 1), (all.GetProperty("guests").GetArrayLength(), all.GetProperty("counts").GetProperty("heads").GetInt32(), all.GetProperty("counts").GetProperty("expected").GetInt32()));
        Assert.Equal(2, all.GetProperty("counts").GetProperty("bySession").GetProperty($"{session}").GetInt32());
        Assert.DoesNotContain(codes[guests[0]], all.ToString(), StringComparison.Ordinal);
        Assert.Contains(TicketCode.Print(codes[guests[0]]), all.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, (await world.Fanny.Sends(new ShowDoor.List(id, Ms(now.AddHours(-1))))).Guests.Count(g => g.ArrivedAt is null));

        // Nobody's session any more: refused, and nothing of it is taken. A flood is not a queue.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Post($"/forum/{id}/accueil", new Dictionary<string, string> { ["Input.Items[0].GuestId"] = $"{guests[81]}" })).StatusCode);
        await Assert.ThrowsAsync<Invalid>(() => world.Fanny.Sends(new Command { EditionId = id, Items = [.. Enumerable.Range(0, 101).Select(_ => Scan(altered))] }));
        await Assert.ThrowsAsync<NotFound>(() => stranger.Fanny.Sends(new Command { EditionId = id, Items = [Scan(codes[guests[0]])] }));
    }

    [Fact]
    public async Task The_ticket_stands_on_the_answer_page_and_in_the_mail_and_lets_a_party_in_at_once_or_in_parts()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await world.Given(new SaveEdition.Command { Title = "Forum 2026", StartsOn = world.Space.Today(world.App.Clock).AddDays(30), Start = "9:00", End = "17:00", MostCompanions = 2, IsPublic = true });
        await odile.Sends(new AddGuests.Command { EditionId = id, Pasted = "claire@ex.fr;Claire Morvan" });
        await odile.Sends(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts });
        var link = await world.MailedLink("claire@ex.fr");
        Assert.Null((await world.Nobody.Open(link)).QuerySelector(".ticket"));
        await world.Nobody.Submit(link, new Dictionary<string, string> { ["Input.Answer"] = "Yes", ["Input.Companions[0]"] = "Paul Le Bras", ["Input.Companions[1]"] = "Anne Dréan", ["Input.Needs"] = "Fauteuil roulant" });
        var (guest, code) = (await Codes(world, id)).Single();
        Assert.NotNull((await world.Nobody.Open(link)).QuerySelector(".ticket svg.qr-code"));
        // In the mail, as a picture that comes with it and as a text; the link stays the link.
        var mail = (await world.Mails("claire@ex.fr"))[^1];
        Assert.Contains(code, mail.Text, StringComparison.Ordinal);
        var parcel = Encoding.ASCII.GetString(MimeText.Of(new Parcel(mail.Id, "forum@ex.fr", "Forum", mail.ToAddress, mail.ToName, null, mail.Subject, mail.Text, mail.Html, mail.CalendarName, mail.CalendarMethod, mail.Calendar, null, null, mail.CreatedAt)));
        Assert.Contains($"Content-ID: <{code}@code>", parcel, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(QrCode.Png(code))[..60], parcel, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", LetterLayout.OnPage(mail.Html), StringComparison.Ordinal);
        // Another word to the team, and the same ticket is sent again.
        await world.Nobody.Submit(link, new Dictionary<string, string> { ["Input.Answer"] = "Yes", ["Input.Companions[0]"] = "Paul Le Bras" });
        await world.Nobody.Submit(link, new Dictionary<string, string> { ["Input.Answer"] = "Yes", ["Input.Companions[0]"] = "Paul Le Bras", ["Input.Companions[1]"] = "Anne Dréan", ["Input.Needs"] = "Fauteuil roulant" });
        Assert.Contains(code, (await world.Mails("claire@ex.fr"))[^1].Text, StringComparison.Ordinal);

        // Three are expected; two come, the third later with the same ticket, and nobody after that.
        Assert.Contains("3 encore attendues", Text(await world.Fanny.Open($"/forum/{id}/accueil"), ".door-count"), StringComparison.Ordinal);
        Assert.Equal(2, (await world.Fanny.Sends(new Command { EditionId = id, Items = [Scan(code) with { Heads = 2 }] }))[0].Heads);
        var more = await world.Fanny.Sends(new Command { EditionId = id, Items = [Scan(code), Scan(code) with { IsForced = true, Heads = 1 }, Scan(code) with { IsForced = true, Heads = 1 }] });
        Assert.Equal([(Entry.Already, 0), (Entry.In, 1), (Entry.Already, 0)], more.Select(m => (m.Answer, m.Heads)));
        var door = await world.Fanny.Open($"/forum/{id}/accueil?dit={more[0].Nonce}");
        Assert.StartsWith("3 personnes entrées", Text(door, ".door-count"), StringComparison.Ordinal);
        Assert.Contains("Fauteuil roulant", Text(door, ".door-answer"), StringComparison.Ordinal);
        Assert.Equal(3, (await world.Fanny.Open($"/forum/{id}/badges")).QuerySelectorAll(".pass").Length);
        Assert.Equal(["Morvan Claire", "Le Bras Paul", "Dréan Anne"], (await world.Fanny.Open($"/forum/{id}/emargement")).QuerySelectorAll("th .row-title").Select(t => t.TextContent));
        Assert.NotNull(await Arrived(world, guest));
    }
}
