using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Operations.Journal;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Engagements.Commitments.Promises;

namespace Platform.Tests.Modules.Engagements.Evidence;

public sealed class DocumentTests
{
    private static async Task<(World, Guid)> Arranged(Func<LogCommitment.Command, LogCommitment.Command>? and = null)
    {
        var world = await World.New();
        return (world, await world.Promise("Plan vélo", await world.Organisation("Redon"), and: and));
    }

    private static async Task<DocumentLine> Only(World world, Guid commitment) => Assert.Single((await world.Bob.Sends(new ShowCommitment.Query(commitment))).Documents);

    private static Task<HttpResponseMessage> Attach(World world, Person who, string page, params (string, byte[])[] files) => who.Attach(world.Space.Identifier, page, files);

    [Fact]
    public async Task A_file_comes_back_as_it_was_put_under_its_name_and_never_as_a_page()
    {
        var (world, id) = await Arranged();
        var file = Uploads.Heavy(300_000);
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Fanny, $"/engagements/{id}/documents/ajouter", ("Délibération n° 3 « vélo ».pdf", file))).StatusCode);
        var line = await Only(world, id);
        var answer = await world.Bob.Get($"/documents/{line.Id}");
        Assert.Equal(file, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Délibération n° 3 « vélo ».pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Contains("Délibération n° 3", page.QuerySelector("#documents")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Documenté", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#documents a[href$='/modifier']"));
    }

    [Fact]
    public async Task A_download_is_resumed_where_it_stopped_and_not_sent_twice()
    {
        var (world, id) = await Arranged();
        var file = Uploads.Heavy(250_000);
        await Attach(world, world.Fanny, $"/engagements/{id}/documents/ajouter", ("a.pdf", file));
        var address = $"/{world.Space.Identifier}/documents/{(await Only(world, id)).Id}";
        using var whole = await world.Bob.Client.GetAsync(address);
        var tag = whole.Headers.ETag!;
        foreach (var (from, to) in new[] { (0, 9), (81_915, 81_925), (100_000, 249_999) })
        {
            using var part = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(from, to) } };
            using var answer = await world.Bob.Client.SendAsync(part);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.Equal(file[from..(to + 1)], await answer.Content.ReadAsByteArrayAsync());
        }
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { tag } } };
        Assert.Equal(HttpStatusCode.NotModified, (await world.Bob.Client.SendAsync(again)).StatusCode);
        using var beyond = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(900_000, null) } };
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await world.Bob.Client.SendAsync(beyond)).StatusCode);
    }

    [Theory]
    [InlineData("photo.png", "pdf", "n’est pas une image PNG : son contenu est celui d’un PDF")]
    [InlineData("page.pdf", "html", "page web")]
    [InlineData("tableau.csv", "html", "page web")]
    [InlineData("logo.svg", "html", "ce format n’est pas accepté")]
    [InlineData("outil.exe", "pdf", "ce format n’est pas accepté")]
    [InlineData("archive.zip", "pdf", "ce format n’est pas accepté")]
    [InlineData("vide.pdf", "", "est vide")]
    [InlineData("binaire.txt", "binary", "n’est pas un texte")]
    [InlineData("rapport.html.pdf", "pdf", "double extension")]
    [InlineData("../../x.pdf", "pdf", "un chemin")]
    [InlineData("a\nb.pdf", "pdf", "invisibles")]
    public async Task A_file_that_lies_is_refused_by_a_sentence_and_leaves_nothing(string name, string content, string why)
    {
        var (world, id) = await Arranged();
        var file = content switch { "pdf" => Uploads.Pdf(), "html" => "<html><script>alert(1)</script></html>"u8.ToArray(), "binary" => [1, 2, 0, 3], _ => [] };
        var answer = await Attach(world, world.Fanny, $"/engagements/{id}/documents/ajouter", ("bon.pdf", Uploads.Pdf("bon")), (name, file));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, await Uploads.Said(answer), StringComparison.Ordinal);
        Assert.Equal(0, await world.Read(db => db.Set<Document>().CountAsync()));
        Assert.Equal(0, await world.Read(db => db.Set<DocumentChunk>().CountAsync()));
    }

    [Fact]
    public async Task The_same_file_twice_is_said_and_may_hang_elsewhere()
    {
        var (world, id) = await Arranged(c => c with { FirstMeasures = "Étudier" });
        var page = $"/engagements/{id}/documents/ajouter";
        await Attach(world, world.Fanny, page, ("cr.pdf", Uploads.Pdf()));
        Assert.Equal("Ce fichier est déjà joint ici, sous le nom « cr.pdf » (par Fanny).", await Uploads.Said(await Attach(world, world.Alice, page, ("copie.pdf", Uploads.Pdf()))));
        Assert.Contains("sont le même fichier", await Uploads.Said(await Attach(world, world.Alice, page, ("a.pdf", Uploads.Pdf("1")), ("b.pdf", Uploads.Pdf("1")))), StringComparison.Ordinal);
        var step = (await world.Bob.Sends(new ShowCommitment.Query(id))).Steps[0].Id;
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Alice, $"/engagements/{id}/mesures/{step}/documents/ajouter", ("copie.pdf", Uploads.Pdf()))).StatusCode);
        Assert.Contains("copie.pdf", (await world.Bob.Open($"/engagements/{id}")).QuerySelector("#mesures")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_too_heavy_is_refused_beside_its_field()
    {
        var (world, id) = await Arranged();
        var page = $"/engagements/{id}/documents/ajouter";
        Assert.Contains("20 Mo au plus", await Uploads.Said(await Attach(world, world.Fanny, page, ("lourd.pdf", Uploads.Heavy(Filing.MaxBytes + 1)))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Fanny, page, ("juste.pdf", Uploads.Heavy(Filing.MaxBytes)))).StatusCode);
        Assert.Equal(Filing.MaxBytes, (await (await world.Bob.Get($"/documents/{(await Only(world, id)).Id}")).Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task The_space_has_the_room_that_its_operator_gives()
    {
        var (world, id) = await Arranged();
        await world.Given(new GiveFileRoom.Command(world.Space.Identifier, 1));
        var page = $"/engagements/{id}/documents/ajouter";
        await Attach(world, world.Fanny, page, ("un.pdf", Uploads.Heavy(700_000)));
        Assert.Contains("L’espace n’a plus la place", await Uploads.Said(await Attach(world, world.Fanny, page, ("deux.pdf", Uploads.Heavy(400_000)))), StringComparison.Ordinal);
        Assert.Contains("1 fichier pour 684 Ko sur 1 Mo", (await world.Alice.Open("/parametres/documents")).QuerySelector(".answer")!.TextContent.Plain(), StringComparison.Ordinal);
        // What is taken away makes room.
        await world.Fanny.Sends(new EditDocument.Remove { Id = (await Only(world, id)).Id, Reason = "Doublon." });
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Fanny, page, ("deux.pdf", Uploads.Heavy(400_000)))).StatusCode);
        // Of those who send at the same moment, as many as there is room for.
        var half = (await world.Bob.Sends(new ShowCommitment.Query(id))).Documents.Last(d => d.RemovedOn is null);
        await world.Fanny.Sends(new EditDocument.Remove { Id = half.Id, Reason = "Place." });
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Attach(world, world.Fanny, page, ($"ensemble-{i}.pdf", Uploads.Heavy(400_000 + i)))));
        Assert.Equal(2, sent.Count(a => a.StatusCode == HttpStatusCode.Found));
        Assert.Equal(2, sent.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal("tenant.quota", (await Assert.ThrowsAsync<RuleViolation>(() => world.Given(new GiveFileRoom.Command(world.Space.Identifier, 0)))).Code);
    }

    [Fact]
    public async Task A_link_is_an_address_of_the_web_and_nothing_else()
    {
        var (world, id) = await Arranged();
        var page = $"/engagements/{id}/documents/ajouter";
        foreach (var bad in new[] { "javascript:alert(1)", "ftp://example.org/a", "file:///etc/passwd", "data:text/html,x" })
            Assert.Equal("Cette adresse est incomplète : il faut quelque chose comme https://www.exemple.fr.", await Uploads.Said(await world.Fanny.Submit(page, [Field("Input.Address", bad)]), "Input_Address"));
        Assert.Contains("trop longue", await Uploads.Said(await world.Fanny.Submit(page, [Field("Input.Address", "example.org/" + new string('é', 400))]), "Input_Address"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(page, [Field("Input.Address", "example.org/vélo"), Field("Input.Title", "La page du plan")])).StatusCode);
        var link = (await world.Bob.Open($"/engagements/{id}")).QuerySelector("#documents .attached a")!;
        Assert.Equal(("https://example.org/v%C3%A9lo", "noopener noreferrer nofollow"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        Assert.Contains("déjà joint ici", await Uploads.Said(await world.Fanny.Submit(page, [Field("Input.Address", "example.org/vélo")]), "Input_Address"), StringComparison.Ordinal);
        Assert.Equal("Choisissez un fichier, ou donnez l’adresse d’un lien.", await Uploads.Said(await world.Fanny.Submit(page, [Field("Input.Title", "Rien")])));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get($"/documents/{(await Only(world, id)).Id}")).StatusCode);
    }

    [Fact]
    public async Task News_are_given_with_their_photo_in_one_form()
    {
        var (world, id) = await Arranged();
        var answer = await world.Fanny.Attach(world.Space.Identifier, $"/engagements/{id}/nouvelles", [("chantier.png", Uploads.Png)], more: [Field("Input.Text", "Les travaux commencent."), Field("Input.Status", "OnTrack")]);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Contains("chantier.png", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Documenté", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        // On the sheet, a bad file keeps the sentence that was typed and publishes nothing.
        var refused = await world.Fanny.Attach(world.Space.Identifier, $"/engagements/{id}", [("lien.exe", Uploads.Png)], "News.Files", Field("News.Text", "Suite."), Field("News.Status", "OnTrack"));
        Assert.Contains("ce format n’est pas accepté", await Uploads.Said(refused, "News_Files"), StringComparison.Ordinal);
        Assert.Equal("Suite.", (await Person.Read(refused)).QuerySelector("#News_Text")!.TextContent.Plain());
        Assert.Equal(1, await world.Read(db => db.Set<Update>().CountAsync()));
    }

    [Fact]
    public async Task Who_may_give_news_of_it_may_attach_and_takes_away_only_what_they_put()
    {
        var world = await World.New();
        var (redon, blain) = (await world.Organisation("Redon"), await world.Organisation("Blain"));
        await world.StandsFor(world.Remi, await world.Being("Anne", "Le Gall", redon));
        var (own, others) = (await world.Promise("Le sien", redon, and: c => c with { FirstMeasures = "Étudier" }), await world.Promise("D’une autre", blain));
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Remi, $"/engagements/{own}/documents/ajouter", ("a.pdf", Uploads.Pdf("a")))).StatusCode);
        await Attach(world, world.Fanny, $"/engagements/{own}/documents/ajouter", ("b.pdf", Uploads.Pdf("b")));
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/engagements/{others}/documents/ajouter")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Bob.Get($"/engagements/{own}/documents/ajouter")).StatusCode);
        var lines = (await world.Bob.Sends(new ShowCommitment.Query(own))).Documents;
        await Assert.ThrowsAsync<Forbidden>(() => world.Remi.Sends(new EditDocument.Remove { Id = lines[1].Id, Reason = "…" }));
        Assert.Null((await world.Remi.Open($"/documents/{lines[1].Id}/modifier")).QuerySelector("#retirer"));
        Assert.NotNull((await world.Remi.Open($"/documents/{lines[0].Id}/modifier")).QuerySelector("#retirer"));
        await world.Remi.Sends(new EditDocument.Remove { Id = lines[0].Id, Reason = "Mauvais fichier." });
        // To a step too, by the menu of the step, which offers nothing else.
        Assert.Equal("Joindre un document", Assert.Single((await world.Remi.Open($"/engagements/{own}")).QuerySelectorAll("#mesures .menu a, #mesures details a")).TextContent.Plain());
        // A part of another commitment is not found here.
        var news = await world.Fanny.Sends(new GiveNews.Command { CommitmentId = others, Status = UpdateStatus.OnTrack, Text = "…" });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Fanny.Get($"/engagements/{own}/nouvelles/{news}/documents/ajouter")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Charlie.Get($"/documents/{lines[1].Id}")).StatusCode);
    }

    [Fact]
    public async Task What_is_taken_away_is_gone_but_for_the_line_that_says_so()
    {
        var (world, id) = await Arranged();
        await Attach(world, world.Fanny, $"/engagements/{id}/documents/ajouter", ("liste-des-habitants.pdf", Uploads.Pdf()));
        var line = await Only(world, id);
        var edit = $"/documents/{line.Id}/modifier";
        Assert.Contains("Dites pourquoi", await Uploads.Said(await world.Fanny.Submit(edit, [Field("Removal.Reason", "")], "Remove"), "Removal_Reason"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit(edit, [Field("Removal.Reason", "Contient des adresses.")], "Remove")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Bob.Get($"/documents/{line.Id}")).StatusCode);
        Assert.Equal(0, await world.Read(db => db.Set<DocumentChunk>().CountAsync()));
        var page = await world.Bob.Open($"/engagements/{id}");
        Assert.Matches("Fichier retiré par Fanny le .* : Contient des adresses.", page.QuerySelector("#documents")!.TextContent.Plain());
        Assert.DoesNotContain("liste-des-habitants", page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Documenté", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        var journal = await world.Alice.Sends(new ReadJournal.Query(null, nameof(Document), line.Id, null, null, null));
        Assert.Contains(new AuditChange("Motif du retrait", null, "Contient des adresses."), journal.Page.Rows[0].Changes);
        // It may be put again: the right one this time.
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Fanny, $"/engagements/{id}/documents/ajouter", ("bon.pdf", Uploads.Pdf()))).StatusCode);
    }

    [Fact]
    public async Task The_public_reads_what_is_shown_while_the_commitment_is_public()
    {
        var (world, id) = await Arranged(c => c with { Visibility = Visibility.Public });
        await Attach(world, world.Fanny, $"/engagements/{id}/documents/ajouter", ("plan.pdf", Uploads.Pdf()), ("brouillon.pdf", Uploads.Pdf("2")));
        var plan = (await world.Bob.Sends(new ShowCommitment.Query(id))).Documents.Single(d => d.Name == "plan.pdf");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/documents/{plan.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await world.Fanny.Submit($"/documents/{plan.Id}/modifier", [Field("Input.IsPublic", "true")])).StatusCode);
        Assert.Equal(Uploads.Pdf(), await (await world.Nobody.Get($"/public/documents/{plan.Id}")).Content.ReadAsByteArrayAsync());
        Assert.Equal("plan.pdf", Assert.Single(await world.Nobody.Sends(new PublicDocuments.Query(id))).Name);
        Assert.Equal(HttpStatusCode.Redirect, (await world.Nobody.Get($"/documents/{plan.Id}")).StatusCode);
        // Internal again, its documents are too, without being touched.
        await world.Within(async db =>
        {
            (await db.Set<Commitment>().SingleAsync(c => c.Id == id)).Show(Visibility.Internal);
            return true;
        });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Nobody.Get($"/public/documents/{plan.Id}")).StatusCode);
        await Assert.ThrowsAsync<NotFound>(() => world.Nobody.Sends(new PublicDocuments.Chunk(plan.Id, 0)));
        Assert.Equal("document.internal", (await Assert.ThrowsAsync<RuleViolation>(() => world.Fanny.Sends(new EditDocument.Command { Id = plan.Id, IsPublic = true }))).Code);
    }

    [Fact]
    public async Task A_coalition_has_its_documents()
    {
        var world = await World.New();
        var id = await world.Insert(() => new Coalition("Vélo", new DateOnly(2026, 1, 1)));
        Assert.Equal(HttpStatusCode.Found, (await Attach(world, world.Fanny, $"/coalitions/{id}/documents/ajouter", ("charte.docx", Uploads.Word()))).StatusCode);
        Assert.Contains("charte.docx", (await world.Bob.Open($"/coalitions/{id}")).QuerySelector("#documents")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Remi.Get($"/coalitions/{id}/documents/ajouter")).StatusCode);
    }
}
