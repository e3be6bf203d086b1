using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Evidence;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using Platform.Tests.Modules.Engagements.Evidence;

namespace Platform.Tests.Faults;

/// <summary>Uploads to the built application as a process: interrupted, far too heavy, many at once.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private Cluster cluster = null!;
    private TestDatabase database = null!;
    private App host = null!;
    private Node node = null!;
    private World world = null!;
    private Guid id;

    public async Task InitializeAsync()
    {
        cluster = await Cluster.Start();
        database = await TestDatabase.On(cluster);
        host = App.On(database);
        world = await World.New(host);
        id = (await Sample.In(world, world.Space)).Of<Commitment>();
        node = await Node.Start(database.Settings);
    }

    public async Task DisposeAsync()
    {
        await node.DisposeAsync();
        await host.DisposeAsync();
        await cluster.DisposeAsync();
    }

    private string Page => $"/engagements/{id}/documents/ajouter";

    private async Task<long> Count(string table) => (long)(await Sql.Rows(cluster.Superuser, $"SELECT count(*) FROM {table} WHERE tenant_id = $1", world.Space.Id))[0][0];

    [Fact]
    public async Task An_upload_that_stops_in_the_middle_leaves_nothing()
    {
        var before = (await Count("document"), await Count("document_chunk"));
        var alice = world.Alice.At(node.Address);
        var page = await alice.Open(Page);
        var token = page.QuerySelector("form[enctype] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookies = world.Alice.Cookie(node.Address);
        using (var socket = new TcpClient("localhost", node.Address.Port))
        {
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /{world.Space.Identifier}{Page} HTTP/1.1\r\nHost: localhost:{node.Address.Port}\r\nCookie: {cookies.Name}={cookies.Value}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n"
                + $"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"Input.Files\"; filename=\"a.pdf\"\r\n\r\n"));
            await stream.WriteAsync(Uploads.Heavy(2_000_000));
        }
        await Task.Delay(500);
        Assert.Equal(before, (await Count("document"), await Count("document_chunk")));
        // The same person sends it whole a moment later.
        Assert.Equal(HttpStatusCode.Found, (await alice.Attach(world.Space.Identifier, Page, [("a.pdf", Uploads.Heavy(2_000_000))])).StatusCode);
        Assert.Equal(before.Item1 + 1, await Count("document"));
    }

    [Fact]
    public async Task A_file_a_little_too_heavy_gets_a_sentence_and_a_stranger_may_send_none()
    {
        var answer = await world.Alice.At(node.Address).Attach(world.Space.Identifier, Page, [("lourd.pdf", Uploads.Heavy(Filing.MaxBytes + 5_000_000))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("20 Mo au plus", await Uploads.Said(answer), StringComparison.Ordinal);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = node.Address, DefaultRequestHeaders = { ExpectContinue = true } };
        using var form = new MultipartFormDataContent { Uploads.Part("Input.Files", "a.pdf", Uploads.Heavy(5_000_000)) };
        using var refused = await stranger.PostAsync($"/{world.Space.Identifier}{Page}", form);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("Envoi trop lourd", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // But the one who was asked: the photograph of a telephone weighs more than a form.
        var nora = await world.Being("Nora", "Quémeneur");
        var link = await world.NewsLink(await world.Promise("Plan vélo", await world.Organisation("Redon"), and: c => c with { ReferentId = nora }), nora);
        using var guessed = new MultipartFormDataContent { Uploads.Part("Input.Files", "a.pdf", Uploads.Heavy(5_000_000)) };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await stranger.PostAsync($"/{world.Space.Identifier}{link[..^4]}0000", guessed)).StatusCode);
        var sent = await world.Nobody.At(node.Address).Attach(world.Space.Identifier, link, [("photo.pdf", Uploads.Heavy(5_000_000))], more: [new("Input.Text", "Voici"), new("Input.Status", "OnTrack")]);
        Assert.Contains("Merci", await sent.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_takes_what_other_forms_may_not_refuses_what_is_too_heavy_and_keeps_nothing_of_what_stops()
    {
        const string New = "/imports/nouveau/organisations";
        var fanny = world.Fanny.At(node.Address);
        var before = (await Count("import_batch"), await Count("import_row"));
        // More than an ordinary form may weigh.
        var lines = new StringBuilder("Nom;Nature;Remarques\n");
        for (var i = 0; i < 300; i++) lines.Append("Club ").Append(i).Append(";Association;").Append('x', 10_000).Append('\n');
        Assert.Equal(HttpStatusCode.Found, (await fanny.Attach(world.Space.Identifier, New, [("clubs.csv", Encoding.UTF8.GetBytes(lines.ToString()))], "Input.File")).StatusCode);
        Assert.Equal((before.Item1 + 1, before.Item2 + 300), (await Count("import_batch"), await Count("import_row")));
        var heavy = await fanny.Attach(world.Space.Identifier, New, [("clubs.csv", new byte[21 * 1024 * 1024])], "Input.File");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, heavy.StatusCode);
        Assert.Contains("plus de 20 Mo", await Uploads.Said(heavy, "Input_File"), StringComparison.Ordinal);

        var token = (await fanny.Open(New)).QuerySelector("form[enctype] [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookies = world.Fanny.Cookie(node.Address);
        foreach (var (length, sent) in new[] { (3_000_000, 1_000_000), (200_000_000, 0) })
        {
            using var socket = new TcpClient("localhost", node.Address.Port);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /{world.Space.Identifier}{New} HTTP/1.1\r\nHost: localhost:{node.Address.Port}\r\nCookie: {cookies.Name}={cookies.Value}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {length}\r\n\r\n"
                + $"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"Input.File\"; filename=\"a.csv\"\r\n\r\nNom;Nature\n"));
            await stream.WriteAsync(new byte[sent]);
            if (sent > 0) continue;
            // Refused on what it announces, before it comes.
            using var answer = new StreamReader(stream, Encoding.UTF8);
            var said = new StringBuilder();
            while (await answer.ReadLineAsync() is { } line && !said.ToString().Contains("</h1>", StringComparison.Ordinal)) said.AppendLine(line);
            Assert.StartsWith("HTTP/1.1 413", said.ToString(), StringComparison.Ordinal);
            Assert.Contains("Envoi trop lourd", said.ToString(), StringComparison.Ordinal);
        }
        Assert.True(await node.Becomes("/health/ready", HttpStatusCode.OK));
        Assert.Equal((before.Item1 + 1, before.Item2 + 300), (await Count("import_batch"), await Count("import_row")));
        Assert.DoesNotContain(node.Log, l => l.StartsWith("fail:", StringComparison.Ordinal) || l.StartsWith("crit:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_while_it_stores_a_file_it_has_stored_all_of_it_or_nothing()
    {
        var before = await Count("document");
        var sending = world.Alice.At(node.Address).Attach(world.Space.Identifier, Page, [("a.pdf", Uploads.Heavy(Filing.MaxBytes))]);
        // Its first rows are there for whoever looks past transactions: it is being stored.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < 30 && !sending.IsCompleted; await Task.Delay(5))
            if ((long)(await Sql.Rows(cluster.Superuser, "SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND query ILIKE '%document_chunk%' AND pid <> pg_backend_pid()"))[^1][0] > 0) break;
        node.Kill();
        try
        {
            await sending;
        }
        catch (HttpRequestException)
        {
            // Killed before it answered.
        }
        var (documents, chunks) = (await Count("document"), await Count("document_chunk"));
        var whole = (Filing.MaxBytes + DocumentChunk.Bytes - 1) / DocumentChunk.Bytes;
        Assert.Contains((documents - before, chunks - 1), new[] { (0L, 0L), (1L, (long)whole) });
    }

    [Fact]
    public async Task Many_heavy_files_at_once_do_not_pile_up_in_memory()
    {
        var alice = world.Alice.At(node.Address);
        Assert.Equal(HttpStatusCode.Found, (await alice.Attach(world.Space.Identifier, Page, [("chaud.pdf", Uploads.Heavy(Filing.MaxBytes - 1))])).StatusCode);
        var before = Resident();
        var sent = Enumerable.Range(0, 8).Select(i => alice.Attach(world.Space.Identifier, Page, [($"{i}.pdf", Uploads.Heavy(Filing.MaxBytes - 100 - i))])).ToList();
        var peak = before;
        while (!sent.TrueForAll(s => s.IsCompleted))
        {
            peak = Math.Max(peak, Resident());
            await Task.Delay(20);
        }
        foreach (var answer in sent) Assert.Contains((await answer).StatusCode, new[] { HttpStatusCode.Found, HttpStatusCode.Conflict });
        // 160 MB went through.
        Assert.True(peak - before < 80, $"From {before} MB to {peak} MB.");
    }

    private long Resident()
    {
        using var process = Process.GetProcessById(node.Id);
        return process.WorkingSet64 / 1024 / 1024;
    }
}
