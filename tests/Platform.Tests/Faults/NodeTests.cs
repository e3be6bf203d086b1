using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Modules.Engagements.Commitments;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;

namespace Platform.Tests.Faults;

/// <summary>The built application as a process, on a database server of its own: what happens when either goes away.</summary>
public sealed class NodeTests : IAsyncLifetime
{
    private Cluster cluster = null!;
    private TestDatabase database = null!;
    private readonly List<Node> nodes = [];

    public async Task InitializeAsync()
    {
        cluster = await Cluster.Start();
        database = await TestDatabase.On(cluster);
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        await cluster.DisposeAsync();
    }

    private async Task<Node> Start()
    {
        var node = await Node.Start(database.Settings);
        nodes.Add(node);
        return node;
    }

    [Fact]
    public async Task Without_its_database_the_application_says_so_plainly_and_recovers_by_itself()
    {
        var node = await Start();
        Assert.True(await node.Becomes("/health/ready", HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, (await node.Get("/")).StatusCode);

        await cluster.Stop();
        foreach (var address in new[] { "/", "/quelque-part/tableau-de-bord" })
        {
            using var page = await node.Get(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.NotNull(page.Headers.RetryAfter);
            Assert.Contains("Service momentanément indisponible", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await node.Get("/health/ready")).StatusCode);
        // Not restarted for what a restart would not mend.
        Assert.Equal(HttpStatusCode.OK, (await node.Get("/health/live")).StatusCode);

        await cluster.Resume();
        Assert.True(await node.Becomes("/health/ready", HttpStatusCode.OK, 30));
        Assert.True(await node.Becomes("/", HttpStatusCode.OK, 30));
    }

    [Fact]
    public async Task A_body_of_fifty_megabytes_is_refused_before_it_is_read()
    {
        var node = await Start();
        foreach (var chunked in new[] { false, true })
        {
            var answer = await Send(node, chunked);
            Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
            Assert.Contains("Envoi trop lourd", answer, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await node.Get("/")).StatusCode);
    }

    // By hand: a client library gives up when the server answers before the end of the body.
    private static async Task<string> Send(Node node, bool chunked)
    {
        using var socket = new TcpClient("localhost", node.Address.Port);
        await using var stream = socket.GetStream();
        var head = $"POST /connexion HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n{(chunked ? "Transfer-Encoding: chunked" : "Content-Length: 52428800")}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var reading = new StreamReader(stream, Encoding.UTF8).ReadToEndAsync();
        var piece = Encoding.ASCII.GetBytes((chunked ? "10000\r\n" : "") + new string('x', 65536) + (chunked ? "\r\n" : ""));
        try
        {
            for (var i = 0; i < 800 && !reading.IsCompleted; i++) await stream.WriteAsync(piece);
        }
        catch (IOException)
        {
            // The server has closed its side: it has said what it had to say.
        }
        return await reading.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Asked_to_stop_it_finishes_and_leaves_within_thirty_seconds()
    {
        var node = await Start();
        Assert.True(await node.Becomes("/health/ready", HttpStatusCode.OK));
        var asked = Enumerable.Range(0, 20).Select(_ => node.Get("/")).ToList();
        await Task.WhenAny(asked);
        Assert.Equal(0, await node.Terminate(30));
        foreach (var answer in asked.Where(a => a.IsCompletedSuccessfully)) Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_a_burst_it_has_kept_every_change_that_it_acknowledged()
    {
        await using var host = App.On(database);
        var world = await World.New(host);
        var news = $"/engagements/{(await Sample.In(world, world.Space)).Of<Commitment>()}/nouvelles";
        var node = await Start();
        var promised = new ConcurrentBag<string>();
        var burst = Enumerable.Range(0, 4).Select(async writer =>
        {
            var person = world.Alice.At(node.Address);
            for (var i = 0; ; i++)
                try
                {
                    var text = $"Nouvelle {writer}-{i}";
                    var answer = await person.Submit(news, [KeyValuePair.Create("Input.Text", text), KeyValuePair.Create("Input.Status", "OnTrack")]);
                    // Two at once on one commitment: the second is told so, and was promised nothing.
                    if (answer.StatusCode == HttpStatusCode.Redirect) promised.Add(text);
                    else Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
                }
                catch (HttpRequestException)
                {
                    // Killed: what was sent last may be there or not, it was not promised.
                    return;
                }
        }).ToList();
        while (promised.Count < 40 && !burst.Exists(b => b.IsCompleted)) await Task.Delay(5);
        node.Kill();
        await Task.WhenAll(burst);

        var kept = (await Sql.Rows(cluster.Superuser, "SELECT text FROM \"update\" WHERE tenant_id = $1", world.Space.Id)).Select(r => (string)r[0]).ToList();
        Assert.True(promised.Count >= 40, $"Only {promised.Count} were acknowledged before the kill.");
        Assert.Empty(promised.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        // Counted once each in the audit trail too: a change and its line are one.
        Assert.Equal(kept.Count, (await Sql.Rows(cluster.Superuser, "SELECT 1 FROM audit_entry WHERE tenant_id = $1 AND kind = 'Update' AND action = 1", world.Space.Id)).Count);

        var again = await Start();
        Assert.Equal(HttpStatusCode.OK, (await world.Alice.At(again.Address).Get(news)).StatusCode);
    }
}
