using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Shared.Lists.Views;
using Platform.Modules.Tenancy;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Imports;
using PersonRow = Platform.Modules.Members.People.Person;
using Standing = Platform.Modules.Members.Contract.Standing;

namespace Platform.Tests.Modules.Access;

public sealed class PersonalDataTests
{
    [Fact]
    public async Task My_data_come_as_an_archive_with_what_is_mine_and_nothing_of_others()
    {
        var (world, nora) = await Somebody();
        var now = world.App.Clock.GetUtcNow();
        var about = await world.Within(async db =>
        {
            var edition = await db.Set<ForumEdition>().Select(e => e.Id).FirstAsync();
            db.Add(new MailPreference(nora.Email, MailCategory.News, MailFrequency.Never));
            db.Add(new SavedView("engagements", "Mes retards", "situation=retard", nora.AccountId));
            db.Add(new Passkey(nora.AccountId, [.. nora.AccountId.ToByteArray()], [9], "Téléphone de Nora", now));
            db.Add(new ForumGuest(edition, nora.Email, "N. Quémeneur", "ENIB", null, null, null, GuestSource.Pasted));
            return await db.Set<Update>().Where(u => u.AuthorId == nora.AccountId).Join(db.Set<Commitment>(), u => u.CommitmentId, c => c.Id, (u, c) => c.Title).FirstAsync();
        });
        var answer = await nora.Get("/mon-compte?handler=Data");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var json = await JsonDocument.ParseAsync(await zip.GetEntry("mes-donnees.json")!.OpenAsync());
        var text = json.RootElement.GetRawText();
        Assert.Contains(nora.Email, text, StringComparison.Ordinal);
        Assert.Contains("Quémeneur", text, StringComparison.Ordinal);
        Assert.Contains("0612345678", text, StringComparison.Ordinal);
        Assert.Contains("La piste cyclable avance", text, StringComparison.Ordinal);
        // What is hers without her identifier beside it, and what each thing is about, in words.
        foreach (var hers in new[] { "Mes retards", "Téléphone de Nora", "N. Quémeneur", "Jamais", "Directrice des mobilités", about }) Assert.Contains(hers, text, StringComparison.Ordinal);
        // A mail that she received may name its sender.
        var received = json.RootElement.GetProperty("Messages reçus").GetRawText();
        Assert.Contains("Alice vous invite", received, StringComparison.Ordinal);
        Assert.DoesNotContain("Alice", text.Replace(received, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Fanny", text, StringComparison.Ordinal);
        foreach (var file in new[] { "personne.csv", "acces.csv", "nouvelle.csv", "compte.csv", "sessions.csv", "cles-d-acces.csv", "lignes-d-import.csv" }) Assert.NotNull(zip.GetEntry(file));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get("/mon-compte?handler=Data")).StatusCode);

        // Somebody without an account asks the administrator, who hands it over.
        var yann = await world.Being("Yann", "Quilliou");
        await world.Within(async db => { (await db.Set<Commitment>().FirstAsync()).FollowedBy(yann, null); return 0; });
        var handed = await world.Alice.Get($"/personnes/{yann}?handler=Data");
        using var other = new ZipArchive(await handed.Content.ReadAsStreamAsync());
        using var sheet = await JsonDocument.ParseAsync(await other.GetEntry("mes-donnees.json")!.OpenAsync());
        Assert.Contains("Quilliou", sheet.RootElement.GetProperty("Personne").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("vous", sheet.RootElement.GetProperty("Engagement").GetRawText(), StringComparison.Ordinal);
        Assert.Null(other.GetEntry("compte.csv"));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get($"/personnes/{yann}?handler=Data")).StatusCode);
    }

    [Fact]
    public async Task An_erased_person_leaves_the_facts_and_no_name_anywhere_in_the_space()
    {
        var (world, nora) = await Somebody();
        var person = await world.Within(db => db.Set<PersonRow>().SingleAsync());
        Assert.Contains("Nora Quémeneur", (await world.Alice.Open("/journal")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(await Where(world, "Quémeneur"));
        Assert.NotEmpty(await Where(world, nora.Email));
        var news = await world.Within(db => db.Set<Update>().CountAsync(u => u.AuthorId == nora.AccountId));
        Assert.NotEqual(0, news);

        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get($"/personnes/{person.Id}/effacer")).StatusCode);
        var hasty = await world.Alice.Submit($"/personnes/{person.Id}/effacer", [new("Input.Reason", "")]);
        Assert.NotNull((await Person.Read(hasty)).QuerySelector("#Input_Confirmed_error"));
        Assert.NotNull((await Person.Read(hasty)).QuerySelector("#Input_Reason_error"));
        var done = await world.Alice.Submit($"/personnes/{person.Id}/effacer", [new("Input.Reason", "Demande du 3 mars"), new("Input.Confirmed", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        foreach (var mark in new[] { "Quémeneur", "QUEMENEUR", nora.Email, "0612345678", "Directrice des mobilités", "Nora" })
            Assert.True(await Where(world, mark) is [], $"{mark} is still in {string.Join(", ", await Where(world, mark))}");
        Assert.Equal(3, await world.Within(db => db.Set<Platform.Modules.Imports.Batches.ImportRow>().CountAsync(r => r.Title == Erased.Name && r.Cells == "[]" && r.Remark != null)));
        Assert.Equal(1, await world.Within(db => db.Set<Platform.Modules.Imports.Batches.ImportRow>().CountAsync(r => r.Title == "Ana Zidane" && r.Remark == null)));
        Assert.Equal(news, await world.Within(db => db.Set<Update>().CountAsync(u => u.AuthorId == nora.AccountId && u.AuthorName == Erased.Name)));
        Assert.Contains("Personne effacée", (await world.Bob.Open($"/personnes/{person.Id}")).Body!.TextContent, StringComparison.Ordinal);
        var journal = (await world.Alice.Open("/journal")).Body!.TextContent;
        Assert.Contains("Demande du 3 mars", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("Quémeneur", journal, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await nora.Get("/tableau-de-bord")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Submit($"/personnes/{person.Id}/modifier", [new("Input.GivenName", "Nora"), new("Input.FamilyName", "Retour")])).StatusCode);
        // The account opened nothing else: it is gone from the platform too.
        Assert.Empty(await Sql.Rows(world.App.Database.Superuser, "SELECT 1 FROM account WHERE email = $1", nora.Email));
    }

    [Fact]
    public async Task An_account_that_opens_another_space_keeps_its_name_there()
    {
        var (world, nora) = await Somebody();
        await world.Within(db => Task.FromResult(db.Add(new Membership(nora.AccountId, "Nora Quémeneur", Roles.Reader, world.App.Clock.GetUtcNow()))), world.Elsewhere);
        var person = await world.Within(db => db.Set<PersonRow>().SingleAsync());
        await world.Alice.Submit($"/personnes/{person.Id}/effacer", [new("Input.Reason", "Demande"), new("Input.Confirmed", "true")]);
        Assert.Empty(await Where(world, "Quémeneur"));
        Assert.Equal(HttpStatusCode.OK, (await nora.Get($"//{world.Elsewhere.Identifier}/tableau-de-bord")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await nora.Get("/tableau-de-bord")).StatusCode);
    }

    [Fact]
    public async Task Former_names_and_addresses_go_with_the_present_ones_and_so_do_guests_known_by_name()
    {
        var world = await World.New();
        var (former, own) = ($"nora.k.{Guid.NewGuid():N}@example.org", $"personnel.{Guid.NewGuid():N}@example.org");
        var id = await world.Alice.Sends(new RegisterPerson.Command { GivenName = "Nora", FamilyName = "Kerguelen", Standing = Standing.Staff, Email = former });
        var sample = await Sample.In(world, world.Space);
        await world.Within(async db =>
        {
            db.Add(new ForumGuest(sample.Of<ForumEdition>(), own, "NORA KERGUÉLEN", "ENIB", null, null, null, GuestSource.Pasted));
            db.Add(new StandRequest(sample.Of<ForumEdition>(), sample.Of<Coalition>(), StandKind.Join, "Nora Kerguélen", null, null, "C’est moi", world.App.Clock.GetUtcNow(), null, null));
            db.Add(new MailPreference(former, MailCategory.News, MailFrequency.Never));
            Mail.Queue(db, world.Space, new Letter("former", MailCategory.News, "Bob", world.Bob.Email, "Nora Kerguelen a donné des nouvelles", "Nouvelles", ["Un mot."]));
            db.Entry(await db.Set<CoalitionStep>().FirstAsync()).Property(nameof(CoalitionStep.DoneBy)).CurrentValue = "Nora Kerguelen";
            // News that came from a former table: a name, and no account beside it.
            var news = db.Entry(await db.Set<Update>().FirstAsync());
            (news.Property(nameof(Update.AuthorName)).CurrentValue, news.Property(nameof(Update.AuthorId)).CurrentValue) = ("Nora Kerguelen", null);
            return 0;
        });
        await world.Within(async db =>
        {
            var person = await db.Set<PersonRow>().SingleAsync(p => p.Id == id);
            person.Name("Nora", "Quémeneur");
            person.Reach($"nora.q.{Guid.NewGuid():N}@example.org", null);
            return 0;
        });
        await world.Alice.Submit($"/personnes/{id}/effacer", [new("Input.Reason", "Demande"), new("Input.Confirmed", "true")]);
        foreach (var mark in new[] { "Kerguelen", "Kerguélen", "Quémeneur", former, own, "nora.q." })
            Assert.True(await Where(world, mark) is [], $"{mark} is still in {string.Join(", ", await Where(world, mark))}");
    }

    [Fact]
    public async Task Somebody_who_has_an_access_and_no_sheet_is_erased_by_the_access()
    {
        var world = await World.New();
        var zacharie = await world.Enrol("Zacharie", Roles.Reader, world.Space);
        var id = await world.Within(async db =>
        {
            var access = await db.Memberships.SingleAsync(m => m.AccountId == zacharie.AccountId);
            access.Call("Zacharie Quilliou");
            return access.Id;
        });
        await zacharie.Open("/tableau-de-bord");
        var link = (await world.Alice.Open($"/acces/{id}")).QuerySelector("a[href$='/effacer']")!.GetAttribute("href")![(1 + world.Space.Identifier.Length)..];
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Fanny.Get(link)).StatusCode);
        Assert.Contains("Zacharie Quilliou", (await world.Alice.Open(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var done = await world.Alice.Submit(link, [new("Input.Reason", "Demande"), new("Input.Confirmed", "true")]);
        Assert.Contains("Personne effacée", (await world.Alice.Open(done.Headers.Location!.OriginalString[(1 + world.Space.Identifier.Length)..])).Body!.TextContent, StringComparison.Ordinal);
        foreach (var mark in new[] { "Quilliou", zacharie.Email }) Assert.True(await Where(world, mark) is [], $"{mark} is still in {string.Join(", ", await Where(world, mark))}");
        Assert.Equal(HttpStatusCode.Redirect, (await zacharie.Get("/tableau-de-bord")).StatusCode);
        Assert.Empty(await Sql.Rows(world.App.Database.Superuser, "SELECT 1 FROM account WHERE email = $1", zacharie.Email));
        // For good: nobody comes back under that name.
        Assert.Null((await world.Alice.Open($"/acces/{id}")).QuerySelector("form[action*=Resume]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Post($"/acces/{id}?handler=Resume", [])).StatusCode);
        var alone = await world.Within(db => db.Memberships.Where(m => m.AccountId == world.Alice.AccountId).Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Submit($"/personnes/{alone}/effacer", [new("Input.Reason", "Essai"), new("Input.Confirmed", "true")])).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_is_not_erased()
    {
        var world = await World.New();
        var id = await world.Alice.Sends(new RegisterPerson.Command { GivenName = "Alice", FamilyName = "Martin", Standing = Standing.Staff });
        await world.Within(async db => { (await db.Memberships.SingleAsync(m => m.AccountId == world.Alice.AccountId)).StandFor(id); return true; });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await world.Alice.Submit($"/personnes/{id}/effacer", [new("Input.Reason", "Essai"), new("Input.Confirmed", "true")])).StatusCode);
    }

    /// <summary>Nora: a person with a telephone, an invitation by mail, an account, news and a coalition's step in her name.</summary>
    private static async Task<(World World, Person Nora)> Somebody()
    {
        var world = await World.New();
        var email = $"nora.{Guid.NewGuid():N}@example.org";
        var id = await world.Alice.Sends(new RegisterPerson.Command { GivenName = "Nora", FamilyName = "Quémeneur", Standing = Standing.Staff, Title = "Directrice des mobilités", Email = email, Phone = "0612345678" });
        await world.Alice.Sends(new Invite.Command { Email = email, Name = "Nora Quémeneur", Roles = [Roles.Facilitator], PersonId = id });
        var visitor = new Person(world, null, "Nora Quémeneur", email);
        await visitor.Submit(await world.MailedLink(email), new Dictionary<string, string> { ["Input.Name"] = "Nora Quémeneur", ["Input.Password"] = "une phrase assez longue" });
        var account = await world.Within(db => db.Memberships.Where(m => m.PersonId == id).Select(m => m.AccountId).SingleAsync());
        var nora = new Person(world, account, "Nora Quémeneur", email);
        var sample = await Sample.In(world, world.Space);
        await nora.Sends(new GiveNews.Command { CommitmentId = sample.Of<Commitment>(), FormKey = Guid.NewGuid(), Status = UpdateStatus.OnTrack, Text = "La piste cyclable avance", HappenedOn = world.Space.Today(world.App.Clock) });
        await world.Within(async db =>
        {
            db.Entry(await db.Set<CoalitionStep>().FirstAsync()).Property(nameof(CoalitionStep.DoneBy)).CurrentValue = nora.Name;
            return true;
        });
        // A file that changed her, one that names her for something else, and one that nobody has looked at yet.
        var people = (await world.Fanny.Pastes("personnes-et-mandats", $"Prénom\tNom\tMail\tFonction\tOrganisation\nNora\tQuémeneur\t{email}\tDirectrice des mobilités douces\nAna\tZidane\t\t\tNulle part\n")).Batch();
        await world.Fanny.Checks(people);
        await world.Fanny.Does(people, "Apply");
        await world.Fanny.Pastes("engagements-et-mesures", "Intitulé\tRéférent\nPlanter des haies\tNora Quémeneur\n");
        await world.Fanny.Pastes("personnes-et-mandats", "Prénom\tNom\nNORA\tQUEMENEUR\n");
        await nora.Open("/tableau-de-bord");
        return (world, nora);
    }

    /// <summary>The tables of which some row of the space holds that text, whatever the case: the whole row, as the database prints it.</summary>
    internal static async Task<List<string>> Where(World world, string text)
    {
        var found = new List<string>();
        foreach (var table in await Sql.Owned(world.App.Database))
            if ((await Sql.Column<long>(world.App.Database.Superuser, $"SELECT count(*) FROM {table} t WHERE tenant_id = $1 AND strpos(lower(t::text), lower($2)) > 0", world.Space.Id, text))[0] > 0)
                found.Add(table);
        return found;
    }
}
