using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.People;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Imports;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Kit.Pages;
using static Platform.Modules.Forum.Invitations.AddGuests;
using Fate = Platform.Modules.Forum.Invitations.AddGuests.Fate;
using Person = Platform.Tests.Kit.Person;

namespace Platform.Tests.Modules.Forum;

/// <summary>Odile invites.</summary>
public sealed class InvitationTests
{
    private static Task<Guid> Edition(Person odile, World world, int inDays = 60) =>
        odile.Sends(new SaveEdition.Command { Title = "Forum 2026", StartsOn = world.Space.Today(world.App.Clock).AddDays(inDays), Start = "9:00", End = "17:00", Place = "Les Capucins", Capacity = 100, IsPublic = true });

    [Fact]
    [Trait("Category", "unit")]
    public void A_pasted_list_is_understood_with_headings_or_without()
    {
        var bare = GuestPaste.Read([["Claire Morvan", "claire@ex.fr", "Redon"], ["Paul Le Bras <paul@ex.fr>;"], ["pas une adresse"], ["anne@ex"]]);
        Assert.Equal([("claire@ex.fr", "Claire Morvan", "Redon", true), ("paul@ex.fr", "Paul Le Bras", null, true), (null, "pas une adresse", null, false), ("anne@ex", null, null, false)], bare.Select(l => (l.Email, l.Name, l.Organisation, l.IsAddress)));
        var headed = GuestPaste.Read([["Structure", "NOM", "Prénom", "E-mail"], ["ENIB", "Morvan", "Claire", "claire@ex.fr"], [null, "Bras", null, "b@ex.fr"]]);
        Assert.Equal([("claire@ex.fr", "Claire Morvan", "ENIB"), ("b@ex.fr", "Bras", null)], headed.Select(l => (l.Email, l.Name, l.Organisation)));
        // What the page sends back reads the same.
        string?[][] table = [["Mél", "Qui", "Où"], ["claire@ex.fr", "Claire", "Redon\nBains"], ["b@ex.fr", null, null]];
        Assert.Equal("Mél\tQui\tOù\nclaire@ex.fr\tClaire\tRedon Bains\nb@ex.fr\t\t", GuestPaste.Write(table));
        // Headings that nobody knows: somebody says what they hold, and the first line is no guest any more.
        Assert.Equal([GuestColumn.Email, GuestColumn.Whole, GuestColumn.Organisation], GuestPaste.Recognise(table));
        var said = GuestPaste.Read(table, [GuestColumn.Email, GuestColumn.Other, GuestColumn.Whole]);
        Assert.Equal([("claire@ex.fr", "Redon Bains", null), ("b@ex.fr", null, null)], said.Select(l => (l.Email, l.Name, l.Organisation)));
        // Said of another list: recognised anew.
        Assert.Equal(3, GuestPaste.Read(table, [GuestColumn.Email]).Count);
    }

    [Fact]
    public async Task A_list_is_composed_from_what_the_space_knows_and_a_paste_and_all_is_seen_before_it_enters()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await Edition(odile, world);
        var here = $"/forum/{id}/invites";
        Assert.NotNull((await odile.Open(here)).QuerySelector(".empty-state"));
        // A partner with three people: one may come twice by two lists, one wants no mail, one has no address.
        var partner = await world.Given(new RegisterOrganisation.Command { Name = "ADEUPa", Kind = OrganisationKind.Association, Role = RoleKind.Partner, Since = new(2020, 1, 1) });
        async Task<Guid> Enter(string family, string? email) => await world.Given(new RegisterPerson.Command { GivenName = "Anne", FamilyName = family, Standing = Standing.Staff, OrganisationId = partner, Email = email });
        var (un, _, _) = (await Enter("Un", "anne.un@example.org"), await Enter("Deux", "anne.deux@example.org"), await Enter("Trois", null));
        await world.Within(db => Task.FromResult(db.Add(new MailPreference("anne.deux@example.org", MailCategory.Meetings, MailFrequency.Never))));
        var late = await world.Promise("Un bus le samedi", partner, and: c => c with { StartsOn = new(2024, 1, 1), DueOn = new(2025, 1, 1), ReferentId = un });
        Assert.NotEqual(Guid.Empty, late);

        // Looked at: nothing is written.
        var paste = "Claire Morvan;CLAIRE@example.org;Redon\nClaire M;claire@example.org\nMarc;marc@exemple\nSans adresse;;Blain\nAnne;Anne.Un@example.org";
        var looked = await odile.Submit($"{here}/ajouter", new Dictionary<string, string> { ["Input.Sources"] = "Partners", ["Input.Pasted"] = paste });
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        var page = await Person.Read(looked);
        Assert.StartsWith("2 personnes à ajouter", Text(page, ".answer"), StringComparison.Ordinal);
        foreach (var said in new[] { "Adresse à corriger", "marc@exemple", "Sans adresse", "Deux fois dans la liste", "Ne souhaite pas ces messages" }) Assert.Contains(said, Text(page), StringComparison.Ordinal);
        Assert.Equal(0, await Count(world));
        // Sent back as the page holds it.
        var form = page.QuerySelector("form[action*='handler=Add']")!;
        var sent = form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Post($"{here}/ajouter?handler=Add", sent.Where(f => f.Key != "__RequestVerificationToken"))).StatusCode);
        Assert.Equal(2, await Count(world));
        // Again: all are known.
        Assert.Equal(0, await odile.Sends(new Command { EditionId = id, Sources = [GuestSource.Partners, GuestSource.Late], Pasted = paste }));
        var outlook = await odile.Sends(new Look(new Command { EditionId = id, Sources = [GuestSource.Partners, GuestSource.Late], Pasted = paste }));
        Assert.Equal((0, 5), (outlook.Count(Fate.Fresh), outlook.Count(Fate.Known)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit($"{here}/ajouter", new Dictionary<string, string> { ["Input.Pasted"] = "" })).StatusCode);

        // A workbook: what a filter hides is not invited by mistake.
        var book = Importing.Xlsx(Importing.Sheet(["Nom", "E-mail"], ["Visible", "visible@ex.fr"], ["Filtrée", "filtree@ex.fr"]).Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal));
        outlook = await odile.Sends(new Look(new Command { EditionId = id, File = new FormFile(new MemoryStream(book), 0, book.Length, "Input.File", "invites.xlsx") }));
        Assert.Equal(("visible@ex.fr", 1), (Assert.Single(outlook.Lines).Email, outlook.Hidden));
        Assert.DoesNotContain("filtree", outlook.Text, StringComparison.Ordinal);

        // A group and its number; the list and its file.
        await odile.Submit($"/forum/{id}/groupes", new Dictionary<string, string> { ["Input.Lines[0].Name"] = "Presse", ["Input.Lines[0].Quota"] = "2" });
        var press = await world.Within(db => db.Set<ForumGroup>().Select(g => g.Id).SingleAsync());
        outlook = await odile.Sends(new Look(new Command { EditionId = id, Pasted = "a@ex.fr\nb@ex.fr\nc@ex.fr", GroupId = press }));
        Assert.Equal((2, 1), (outlook.Count(Fate.Fresh), outlook.Count(Fate.OverQuota)));
        // Ten at once for the two places of the group.
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async n => { try { await odile.Sends(new Command { EditionId = id, Pasted = $"press{n}@ex.fr", GroupId = press }); } catch (Conflict) { } }));
        Assert.Equal(2, await world.Within(db => db.Set<ForumGuest>().CountAsync(g => g.GroupId == press)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await odile.Submit($"/forum/{id}/groupes", new Dictionary<string, string> { ["Input.Lines[0].Name"] = "" })).StatusCode);
        Assert.Contains("4 invités", Text(await odile.Open(here), ".answer"), StringComparison.Ordinal);
        Assert.Single((await odile.Open($"{here}?q=morvan")).QuerySelectorAll("tbody tr"));
        Assert.Contains("anne.un@example.org", await (await odile.Get($"{here}?handler=Export&format=csv&colonnes=toutes")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Addresses are the organisers' business; names are not in the journal.
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get(here)).StatusCode);
        Assert.DoesNotContain("claire@example.org", (await (await world.Alice.Get("/journal")).Content.ReadAsStringAsync()).ToLowerInvariant(), StringComparison.Ordinal);

        // Erased, the person leaves the list as a line without a name, with those who were to come along; nobody is written to any more.
        await world.Within(async db => { (await db.Set<ForumGuest>().Include(g => g.Companions).SingleAsync(g => g.EmailKey == "anne.un@example.org")).Bring(["Luc Gué"]); return 0; });
        await odile.Sends(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts });
        await world.Given(new ErasePerson.Command { Id = un, Reason = "Demande du 3 mars", Confirmed = true });
        Assert.Equal("", await world.Within(db => db.Set<ForumGuest>().Where(g => g.Name == Erased.Name).Select(g => g.Email).SingleAsync()));
        Assert.Equal(Erased.Name, await world.Within(db => db.Set<ForumCompanion>().Select(c => c.Name).SingleAsync()));
        Assert.Equal(0, await world.Within(db => db.Set<PersonalLink>().CountAsync(l => l.PersonId == un)));
        Assert.Contains("Personne à qui écrire", Text(await odile.Open($"/forum/{id}/invitations?pour=relance"), "aside"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitations_are_seen_tried_and_sent_once_and_what_becomes_of_each_is_known()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var (id, today) = (await Edition(odile, world), world.Space.Today(world.App.Clock));
        var (here, write) = ($"/forum/{id}/invites", $"/forum/{id}/invitations");
        await odile.Sends(new Command { EditionId = id, Pasted = "Claire Morvan;claire@ex.fr;ENIB\nPaul;paul@ex.fr\nAnne;anne@ex.fr" });
        var guests = await world.Within(db => db.Set<ForumGuest>().ToDictionaryAsync(g => g.EmailKey, g => g.Id));

        // The text, and what it makes of one guest.
        var wrong = await odile.Submit(write, new Dictionary<string, string> { ["Text.Subject"] = "{forum}", ["Text.Body"] = "Bonjour {prenom}" }, "Text");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        // A link of one's own is nobody else's.
        Assert.Equal("Body", Assert.Single((await Assert.ThrowsAsync<Invalid>(() => odile.Sends(new SendInvitations.Text { EditionId = id, Subject = "{forum}", Body = "Venez : https://exemple.fr/t/r/forum-0a1b" }))).Errors).PropertyName);
        Assert.StartsWith("« {prenom} » ne veut rien dire ici", Text(await Person.Read(wrong), "#Text_Body_error"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit(write, new Dictionary<string, string> { ["Text.Subject"] = "{forum} : {nom}", ["Text.Body"] = "{organisation} est attendue {lieu}." }, "Text")).StatusCode);
        Assert.Contains("ENIB est attendue Les Capucins.", Text(await odile.Open($"{write}?invite={guests["claire@ex.fr"]}"), ".letter"), StringComparison.Ordinal);
        await odile.Submit(write, [], "Test");
        Assert.Equal("Forum 2026 : Odile", Assert.Single(await world.Mails(odile.Email)).Subject);

        // Later, refused when it is past; then now, and a second click finds nobody.
        foreach (var (on, field) in new[] { (today.AddDays(-1), "Input_On"), (today.AddDays(61), "Input_On") })
        {
            var refused = await odile.Submit(write, new Dictionary<string, string> { ["Input.To"] = "Drafts", ["Input.On"] = $"{on:yyyy-MM-dd}" });
            Assert.NotNull((await Person.Read(refused)).QuerySelector($"#{field}_error"));
        }
        await odile.Sends(new EditGuest.Command { EditionId = id, Id = guests["anne@ex.fr"], Version = 0, Name = "Anne", Answer = EditGuest.Said.Cancelled });
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit(write, new Dictionary<string, string> { ["Input.To"] = "Drafts", ["Input.On"] = $"{today.AddDays(2):yyyy-MM-dd}", ["Input.At"] = "8h30" })).StatusCode);
        Assert.Equal("guest.nobody", (await Assert.ThrowsAsync<RuleViolation>(() => odile.Sends(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Drafts }))).Code);
        var mail = Assert.Single(await world.Mails("claire@ex.fr"));
        Assert.Contains($"/public/forum/{id}", mail.Text, StringComparison.Ordinal);
        Assert.Equal(today.AddDays(2), world.Space.On(mail.NotBefore!.Value));
        Assert.Contains("METHOD:REQUEST", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("claire@ex.fr", mail.Calendar!.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(await world.Mails("anne@ex.fr"));
        Assert.Contains("En partance", Text(await odile.Open(here)), StringComparison.Ordinal);

        // The mail's own end is told to the guest's line.
        await Settle(world, mail, null);
        await Settle(world, (await world.Mails("paul@ex.fr"))[0], "550 No such user");
        Assert.Equal((GuestState.Sent, GuestState.Bounced), (await State(world, "claire@ex.fr"), await State(world, "paul@ex.fr")));
        Assert.Contains("1 message non remis", Text(await odile.Open(here), ".answer"), StringComparison.Ordinal);
        // Not twice the same day; the next day the silent one is chased, and an answer stops it.
        Assert.Equal("guest.nobody", (await Assert.ThrowsAsync<RuleViolation>(() => odile.Sends(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Silent }))).Code);
        await world.Within(async db => { db.Entry(await db.Set<ForumGuest>().SingleAsync(g => g.EmailKey == "claire@ex.fr")).Property(g => g.InvitedAt).CurrentValue = world.App.Clock.GetUtcNow().AddDays(-3); return 0; });
        Assert.Equal(1, await odile.Sends(new SendInvitations.Command { EditionId = id, To = SendInvitations.Audience.Silent }));
        Assert.Equal(2, (await world.Mails("claire@ex.fr")).Count);
        Assert.Equal(HttpStatusCode.Redirect, (await odile.Submit($"{here}/{guests["claire@ex.fr"]}", new Dictionary<string, string> { ["Input.Answer"] = "Accepted", ["Input.Name"] = "Claire Morvan", ["Input.Organisation"] = "ENIB", ["Input.Note"] = "Repas végétarien" })).StatusCode);
        Assert.Contains("1 personne attendue pour 100 places", Text(await odile.Open(here), ".answer"), StringComparison.Ordinal);
        // A mail that ends after the answer does not undo it.
        await Settle(world, (await world.Mails("claire@ex.fr"))[1], "421 busy");
        Assert.Equal(GuestState.Accepted, await State(world, "claire@ex.fr"));
        // Taken off, what waits is taken back.
        var edit = (await odile.Sends(new EditGuest.Form(id, guests["claire@ex.fr"]))).Command;
        await odile.Sends(edit with { Answer = EditGuest.Said.Cancelled });
        var last = Assert.Single(await world.Mails("claire@ex.fr"), m => m.State == MailState.Queued);
        Assert.Equal(("CANCEL", "Votre invitation est retirée : Forum 2026"), (last.CalendarMethod, last.Subject));
        Assert.Contains("Invitation au forum", Text(await world.Alice.Open("/journal")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_has_a_poster_that_everybody_sees_once_its_page_is_open()
    {
        var world = await World.New();
        var odile = await world.Enrol("Odile", Roles.ForumOrganiser, world.Space);
        var id = await Edition(odile, world);
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0, 0, 0, 3, 0, 8, 2, 0, 0, 0, 1, 2, 3, 4];
        static FormFile File(byte[] bytes) => new(new MemoryStream(bytes), 0, bytes.Length, "Input.File", "affiche.png");
        var page = await odile.Open($"/forum/{id}/affiche");
        Assert.NotNull(page.QuerySelector("input[type=file]"));
        Assert.Equal("Description", Assert.Single((await Assert.ThrowsAsync<Invalid>(() => odile.Sends(new SavePoster.Command { EditionId = id, File = File(png) }))).Errors).PropertyName);
        Assert.Equal("File", Assert.Single((await Assert.ThrowsAsync<Invalid>(() => odile.Sends(new SavePoster.Command { EditionId = id, File = File("<svg>"u8.ToArray()), Description = "Le forum" }))).Errors).PropertyName);
        await odile.Sends(new SavePoster.Command { EditionId = id, File = File(png), Description = "Le forum, le 12 novembre" });
        Assert.Equal("Le forum, le 12 novembre", (await world.Nobody.Open($"/public/forum/{id}")).QuerySelector("img.poster")!.GetAttribute("alt"));
        Assert.Equal("image/png", (await world.Nobody.Get($"/public/forum/{id}/affiche")).Content.Headers.ContentType?.MediaType);
        var edit = (await odile.Sends(new SaveEdition.Form(id))).Command;
        await odile.Sends(edit with { IsPublic = false });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/forum/{id}/affiche")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.Bob.Get($"/forum/{id}/affiche/image")).StatusCode);
        await odile.Post($"/forum/{id}/affiche?handler=Remove", []);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get($"/forum/{id}/affiche/image")).StatusCode);
    }

    private static Task<int> Count(World world) => world.Within(db => db.Set<ForumGuest>().CountAsync());

    private static Task<GuestState> State(World world, string email) => world.Within(db => db.Set<ForumGuest>().Where(g => g.EmailKey == email).Select(g => g.State).SingleAsync());

    private static Task<int> Settle(World world, OutboxMessage mail, string? trouble) => world.InSpace(async services =>
    {
        var db = services.GetRequiredService<PlatformDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await services.GetRequiredService<IMediator>().Publish(new MailSettled(mail.IdempotencyKey, mail.SubjectId, trouble));
        var saved = await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return saved;
    });
}
