using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Log;
using Platform.Modules.Reminders.Outbox;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Reminders;

namespace Platform.Tests.Faults;

/// <summary>Mails through everything that may go wrong at once: workers killed, a server that does what it likes, the database gone.
/// Waits are made short by settings (lease 3 s, first retry 20 ms), mails come in a hundred at a time, and the next worker starts
/// while the one before is killed: some 40 seconds instead of hours.</summary>
public sealed class OutboxKillTests : IAsyncLifetime
{
    private const int Kills = 20, Mails = 2000, Connections = 6;

    private MailServer server = null!;
    private Cluster cluster = null!;
    private TestDatabase database = null!;
    private App host = null!;
    private World world = null!;

    public async Task InitializeAsync()
    {
        server = MailServer.Listening();
        cluster = await Cluster.Start();
        database = await TestDatabase.On(cluster);
        host = App.On(database);
        world = await World.New(host);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await cluster.DisposeAsync();
        await server.DisposeAsync();
    }

    private Task<Node> Worker()
    {
        var settings = database.Settings.ToDictionary();
        foreach (var (name, value) in server.Settings) settings[name] = value;
        (settings["Node:Role"], settings["Mail:Lease"], settings["Mail:FirstRetry"], settings["Mail:Connections"], settings["Mail:PerMinute"]) = ("worker", "00:00:03", "00:00:00.02", Connections.ToString(), "100000");
        return Node.Start(settings);
    }

    [Fact]
    public async Task Workers_are_killed_the_server_misbehaves_the_database_restarts_and_every_mail_arrives()
    {
        var refused = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        server.Behave = to => Random.Shared.Next(100) switch
        {
            < 68 => MailServer.Manner.Accept,
            < 78 => MailServer.Manner.Delay,
            < 82 => MailServer.Manner.RefuseReceiverForNow,
            < 86 => MailServer.Manner.RefuseForNow,
            < 90 => MailServer.Manner.DropBeforeEnd,
            < 94 => MailServer.Manner.DropAfterAccepting,
            < 97 => MailServer.Manner.HangUpAtOnce,
            // For good is for good: once is enough, somebody sends it again by hand.
            _ => refused.TryAdd(to, true) ? MailServer.Manner.RefuseReceiverForGood : MailServer.Manner.Accept,
        };
        var times = new Dictionary<string, DateTimeOffset>();
        var nodes = new Queue<Node>(await Task.WhenAll(Worker(), Worker()));
        for (var kill = 0; kill < Kills; kill++)
        {
            var seen = server.Named.Count;
            // Just after a restart, the connections that the test itself kept are broken; nothing of a write that failed is there.
            try { await Write(kill); }
            catch (InvalidOperationException) when (kill == (Kills / 2) + 1) { await Write(kill); }
            var next = Worker();
            for (var watch = Stopwatch.StartNew(); server.Named.Count < seen + 10 && watch.Elapsed.TotalSeconds < 15; await Task.Delay(5)) { }
            await using (var victim = nodes.Dequeue()) victim.Kill();
            nodes.Enqueue(await next);
            if (kill != Kills / 2) continue;
            await cluster.Stop();
            await Task.Delay(500);
            await cluster.Resume();
            NpgsqlConnection.ClearAllPools();
        }
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < 60 && await Left() > 0; await Task.Delay(200))
            foreach (var dead in await Rows("SELECT id FROM outbox_message WHERE state = 4"))
                await world.Alice.Sends(new Messages.Resend((Guid)dead[0]));
        foreach (var node in nodes) await node.DisposeAsync();

        var stored = (await Rows("SELECT to_address, state::int, is_uncertain, id FROM outbox_message")).ToDictionary(r => (string)r[0], r => (State: (MailState)(int)r[1], Uncertain: (bool)r[2], Id: (Guid)r[3]));
        var taken = server.Mails.GroupBy(m => m.To).ToDictionary(g => g.Key, g => g.ToList());
        Assert.Equal(Mails, stored.Count);
        Assert.DoesNotContain(stored, s => s.Value.State != MailState.Sent);
        // None lost, none early, and twice only the same mail.
        Assert.Empty(stored.Keys.Except(taken.Keys));
        Assert.DoesNotContain(taken, t => t.Value[0].At < times[t.Key]);
        Assert.DoesNotContain(taken, t => t.Value.Exists(m => m.MessageId != $"<{stored[t.Key].Id:N}@platform.example>"));
        // Twice only after the one silence that nobody can read: the server dropped the line, or the worker was killed, after the text. The log says so.
        var twice = taken.Where(t => t.Value.Count > 1).ToList();
        Assert.DoesNotContain(twice, t => !stored[t.Key].Uncertain);
        var byKill = twice.Count(t => t.Value.SkipLast(1).Any(m => !m.Dropped));
        Assert.InRange(byKill, 0, Kills * Connections);
        Assert.NotEmpty(twice);

        async Task Write(int wave)
        {
            var now = TimeProvider.System.GetUtcNow();
            var letters = Enumerable.Range(0, Mails / Kills).Select(i => Letters.To($"m{wave}-{i}@example.org", $"m{wave}-{i}") with { NotBefore = i % 10 == 0 ? now.AddSeconds(i % 7) : null }).ToArray();
            foreach (var letter in letters) times[letter.Address] = letter.NotBefore ?? DateTimeOffset.MinValue;
            Assert.Equal(letters.Length, await world.Writes(letters));
        }

        async Task<int> Left() => (int)(await Rows("SELECT ((SELECT count(*) FROM mail_due) + (SELECT count(*) FROM outbox_message WHERE state = 4))::int"))[0][0];
        Task<List<object[]>> Rows(string sql) => Sql.Rows(cluster.Superuser, sql);
    }
}
