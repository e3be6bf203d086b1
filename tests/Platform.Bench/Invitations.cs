using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Forum.Invitations;

namespace Platform.Bench;

/// <summary>An organiser invites ten thousand people to a forum, on a node that answers people and sends mails at once: how long the click takes,
/// whether the mails keep to the rate, and how the organiser's own pages answer meanwhile.</summary>
internal static class Invitations
{
    private const int Guests = 10_000, PerMinute = 600, Readers = 2;

    public static async Task<int> Run(Options options)
    {
        Console.WriteLine($"Inviting {Guests.ToString("N0", CultureInfo.InvariantCulture)} people…");
        var edition = await Fill(options.Text("connection"));
        using var sink = new MailSink();
        var site = $"http://127.0.0.1:{options.Number("port")}";
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site), Timeout = TimeSpan.FromMinutes(5) };
        using var server = Drive.Start(options.Text("app"), site, options, ("Node__Role", "both"), ("Site__Address", site), ("Mail__Host", "127.0.0.1"), ("Mail__Port", sink.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail__Security", "None"), ("Mail__From", "banc@example.org"), ("Mail__PerMinute", PerMinute.ToString(CultureInfo.InvariantCulture)));
        try
        {
            await Drive.FirstPage(http, server);
            var cookie = await Drive.SignIn(http);
            var form = $"{Drive.Root}/forum/{edition}/invitations";
            string[] pages = [$"{Drive.Root}/forum", $"{Drive.Root}/forum/{edition}", $"{Drive.Root}/forum/{edition}/invites", $"{Drive.Root}/forum/{edition}/invites?q=invite+77", form];
            var (times, errors) = (new ConcurrentBag<double>(), 0);
            for (var i = 0; i < 10; i++)
                foreach (var page in pages) errors += await Read(page) ? 0 : 1;
            (await http.GetAsync(Floor.Stop)).EnsureSuccessStatusCode();
            times.Clear();

            var (token, _) = await Drive.Token(http, form, cookie);
            using var done = new CancellationTokenSource();
            var readers = Enumerable.Range(0, Readers).Select(n => Task.Run(async () =>
            {
                for (var i = n; !done.IsCancellationRequested; i++)
                    if (!await Read(pages[i % pages.Length])) Interlocked.Increment(ref errors);
            })).ToList();
            var clicked = Stopwatch.GetTimestamp();
            using var click = new HttpRequestMessage(HttpMethod.Post, form) { Content = new FormUrlEncodedContent([new("Input.To", "Drafts"), new("__RequestVerificationToken", token)]) };
            click.Headers.Add("Cookie", cookie);
            var answer = await http.SendAsync(click);
            if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"The invitations answer {(int)answer.StatusCode}.");
            var written = Stopwatch.GetElapsedTime(clicked);

            // A minute's share leaves as fast as the server takes it; then nothing does until the minute is over. The quick run stops there.
            var minutes = options.Number("seconds") > 2 ? 2 : 1;
            var sent = await Sent(sink, PerMinute, TimeSpan.FromSeconds(40));
            await Task.Delay(TimeSpan.FromSeconds(3));
            var first = sink.Count;
            if (minutes == 2) await Sent(sink, 2 * PerMinute, TimeSpan.FromSeconds(90));
            await done.CancelAsync();
            await Task.WhenAll(readers);

            var ordered = times.Order().ToList();
            double At(double share) => ordered[(int)(share * (ordered.Count - 1))];
            Console.WriteLine($"{ordered.Count} pages read meanwhile: p50 {At(0.5):0} ms, p95 {At(0.95):0} ms, p99 {At(0.99):0} ms; {PerMinute} mails in {sent.TotalSeconds:0.0} s{(errors > 0 ? $"; {errors} errors" : "")}");
            Drive.Say("10,000 invitations written, s", written.TotalSeconds, 60, true);
            Drive.Say("organiser's pages meanwhile, p95 ms", At(0.95), 200, true);
            // A handful is claimed at a time.
            Drive.Say("mails of the first minute", first, PerMinute + 16, true);
            Drive.Say($"mails of {minutes} minute(s)", sink.Count, minutes * PerMinute, false);
            return errors > 0 ? 1 : 0;

            async Task<bool> Read(string address)
            {
                var asked = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add("Cookie", cookie);
                using var page = await http.SendAsync(request);
                await page.Content.ReadAsByteArrayAsync();
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                return page.StatusCode == HttpStatusCode.OK;
            }
        }
        finally
        {
            await Drive.End(server);
        }
    }

    /// <returns>How long it took, or the patience.</returns>
    private static async Task<TimeSpan> Sent(MailSink sink, int count, TimeSpan patience)
    {
        var from = Stopwatch.GetTimestamp();
        while (sink.Count < count && Stopwatch.GetElapsedTime(from) < patience) await Task.Delay(50);
        return Stopwatch.GetElapsedTime(from);
    }

    /// <summary>An edition of its own each time, and nothing left of an earlier run to be sent.</summary>
    private static async Task<Guid> Fill(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using (var command = new NpgsqlCommand("SET session_replication_role = replica; DELETE FROM mail_due; DELETE FROM mail_pace", connection)) await command.ExecuteNonQueryAsync();
        await using var find = new NpgsqlCommand($"SELECT id FROM tenant WHERE identifier = '{Seed.Space}'", connection);
        var space = (Guid)(await find.ExecuteScalarAsync())!;
        using var db = Seed.Model();
        var copy = new BulkCopy(connection, db.Model);
        var edition = new ForumEdition(null, "Forum du banc", DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(3));
        await copy.Write<ForumEdition>(space, [edition]);
        await copy.Write(space, Enumerable.Range(1, Guests).Select(n => new ForumGuest(edition.Id, $"invite-{n}@example.org", $"Camille Invite {n}", $"Commune {n % 300}", null, null, null, GuestSource.Pasted)).ToList());
        await using var analyse = new NpgsqlCommand("ANALYZE forum_guest", connection);
        await analyse.ExecuteNonQueryAsync();
        return edition.Id;
    }

    /// <summary>A mail server that takes everything and keeps nothing but the count.</summary>
    private sealed class MailSink : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private int count;

        public MailSink()
        {
            listener.Start();
            _ = Accept();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
        public int Count => Volatile.Read(ref count);

        public void Dispose() => listener.Dispose();

        private async Task Accept()
        {
            try
            {
                while (true) _ = Talk(await listener.AcceptTcpClientAsync());
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                // The run is over.
            }
        }

        private async Task Talk(TcpClient client)
        {
            try
            {
                using (client)
                {
                    using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                    await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                    await writer.WriteLineAsync("220 banc");
                    while (await reader.ReadLineAsync() is { } line)
                        switch (line.Split(' ')[0].ToUpperInvariant())
                        {
                            case "DATA":
                                await writer.WriteLineAsync("354 go on");
                                while (await reader.ReadLineAsync() is { } text && text != ".") { }
                                Interlocked.Increment(ref count);
                                await writer.WriteLineAsync("250 taken");
                                break;
                            case "QUIT":
                                await writer.WriteLineAsync("221 bye");
                                return;
                            default:
                                await writer.WriteLineAsync("250 banc");
                                break;
                        }
                }
            }
            catch (IOException)
            {
                // The node has stopped.
            }
        }
    }
}
