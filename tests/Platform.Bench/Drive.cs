using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace Platform.Bench;

/// <summary>Starts the published application, signs in, drives each page and its floor with wrk, and prints the table.</summary>
internal static partial class Drive
{
    private sealed record Page(string Name, IReadOnlyList<string> Addresses, bool SignedIn = true, string? Form = null);

    private sealed record Result(double Rps, double P50, double P99, long Errors, double Cpu);

    private sealed record Row(string page, double rps, double p50_ms, double p99_ms, double rps_1, double p50_1_ms, double floor_rps, double? ratio, int cpu_percent, int rss_mb, int bytes, long errors);

    internal const string Root = "/" + Seed.Space;

    public static async Task<int> Run(Options options)
    {
        var (app, port) = (options.Text("app"), options.Number("port"));
        var site = $"http://127.0.0.1:{port}";
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site) };
        using var server = Start(app, site, options);
        try
        {
            var ready = await FirstPage(http, server);
            Console.WriteLine($"Start to first page: {ready.TotalSeconds:0.0} s");
            var cookie = await SignIn(http);
            var pages = await Pages(http, cookie, options.Text("connection"));
            foreach (var page in pages)
                for (var i = 0; i < page.Addresses.Count && i < Recorded; i++) await Record(http, page, i, cookie);
            (await http.GetAsync(Floor.Stop)).EnsureSuccessStatusCode();

            // An instance that has just started compiles its methods while it answers: what is measured is one at its speed.
            Console.WriteLine("Warming up…");
            foreach (var page in pages.Where(p => p.Form is null)) await Load(page.Addresses, 8, WarmUp, null, page.SignedIn ? cookie : null, site, server);

            var rows = new List<Row>();
            Console.WriteLine($"{"page",-18}{"req/s",8}{"p50 ms",8}{"p99 ms",8}{"1: req/s",10}{"1: p50",8}{"floor/s",9}{"ratio",7}{"cpu %",7}{"MB",6}{"bytes",8}");
            foreach (var page in pages)
            {
                var row = await Measure(http, page, cookie, site, server, options);
                rows.Add(row);
                Console.WriteLine($"{row.page,-18}{row.rps,8:0}{row.p50_ms,8:0.0}{row.p99_ms,8:0.0}{row.rps_1,10:0}{row.p50_1_ms,8:0.0}{row.floor_rps,9:0}{row.ratio,7:0.00}{row.cpu_percent,7}{row.rss_mb,6}{row.bytes,8}{(row.errors > 0 ? $"  {row.errors} errors" : "")}");
            }
            Compare(rows);
            if (options.Find("json") is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(rows, Indented));
            return rows.Exists(r => r.errors > 0) ? 1 : 0;
        }
        finally
        {
            await End(server);
        }
    }

    private const int Recorded = 16, WarmUp = 2;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static Process Start(string app, string site, Options options, params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet", ["Platform.dll"]) { WorkingDirectory = app, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        // What happens by itself is not what is measured.
        start.Environment["Node__Role"] = "web";
        start.Environment["ASPNETCORE_URLS"] = site;
        start.Environment["ConnectionStrings__Platform"] = options.Text("application");
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Drive).Assembly.Location;
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(Drive).Assembly.GetName().Name;
        foreach (var (name, value) in more) start.Environment[name] = value;
        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        return server;
    }

    internal static async Task End(Process server)
    {
        if (!server.HasExited) server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    internal static async Task<TimeSpan> FirstPage(HttpClient http, Process server)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1))
        {
            if (server.HasExited) throw new InvalidOperationException("The application stopped; its message is above.");
            try
            {
                if ((await http.GetAsync($"{Root}/connexion")).IsSuccessStatusCode) return Stopwatch.GetElapsedTime(started);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new TimeoutException("The application does not answer.");
    }

    /// <summary>The form of the sign-in page, as a browser sends it.</summary>
    internal static async Task<string> SignIn(HttpClient http)
    {
        var (token, cookie) = await Token(http, $"{Root}/connexion", "");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/connexion")
        {
            Content = new FormUrlEncodedContent([new("Input.Email", Seed.Email), new("Input.Password", Seed.Password), new("__RequestVerificationToken", token)]),
        };
        request.Headers.Add("Cookie", cookie);
        var answer = await http.SendAsync(request);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Sign-in answers {(int)answer.StatusCode}.");
        return cookie + "; " + Cookies(answer);
    }

    internal static async Task<(string Token, string Cookie)> Token(HttpClient http, string address, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie.Length > 0) request.Headers.Add("Cookie", cookie);
        var answer = (await http.SendAsync(request)).EnsureSuccessStatusCode();
        var token = TokenField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        return (token, string.Join("; ", new[] { cookie, Cookies(answer) }.Where(c => c.Length > 0)));
    }

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0]).Where(c => !c.EndsWith('='))) : "";

    private static async Task<List<Page>> Pages(HttpClient http, string cookie, string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        async Task<List<string>> Read(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            var found = new List<string>();
            while (await reader.ReadAsync()) found.Add(reader.GetValue(0).ToString()!);
            return found;
        }
        const string Mine = "FROM commitment c JOIN tenant t ON t.id = c.tenant_id AND t.identifier = '" + Seed.Space + "'";
        var some = await Read($"SELECT c.id {Mine} WHERE c.state = 4 ORDER BY md5(c.id::text) LIMIT 2000");
        var shown = await Read($"SELECT c.id {Mine} WHERE c.visibility = 2 ORDER BY md5(c.id::text) LIMIT 500");
        var far = (await Read($"SELECT replace(c.id::text, '-', '') || to_char(c.due_key, 'YYYY-MM-DD') {Mine} ORDER BY c.due_key DESC, c.id DESC OFFSET 60 LIMIT 1"))[0];
        var holder = (await Read("SELECT h.organisation_id FROM commitment_holder h JOIN tenant t ON t.id = h.tenant_id AND t.identifier = '" + Seed.Space + "' LIMIT 1"))[0];
        var cursor = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(far));
        var (token, _) = await Token(http, $"{Root}/engagements/{some[0]}", cookie);
        var list = $"{Root}/engagements";
        List<Page> pages =
        [
            new("sign-in", [$"{Root}/connexion"], SignedIn: false),
            new("dashboard", [$"{Root}/tableau-de-bord"]),
            new("list", [list]),
            new("list filtered", [$"{list}?situation=retard&porteur={holder}"]),
            new("list sorted", [$"{list}?tri=titre"]),
            new("list deep", [$"{list}?apres={cursor}"]),
            new("detail", [.. some.Take(500).Select(id => $"{list}/{id}")]),
            new("search", [.. new[] { "haies", "chaleur", "vall%C3%A9e", "rives" }.SelectMany(word => new[] { "r%C3%A9nover", "planter", "financer" }.Select(act => $"{list}?q={act}+{word}"))]),
            new("public roadmap", [$"{Root}/"], SignedIn: false),
            new("public list", [$"{Root}/public/engagements"], SignedIn: false),
            new("public sheet", [.. shown.Select(id => $"{Root}/public/engagements/{id}")], SignedIn: false),
            new("save", [.. some.Select(id => $"{list}/{id}?handler=News")], Form:
                $"News.FormKey=KEY&News.Status=OnTrack&News.Progress=50&News.Text=Les+travaux+avancent.&__RequestVerificationToken={Uri.EscapeDataString(token)}"),
        ];
        var there = new List<Page>();
        foreach (var page in pages)
        {
            using var request = Ask(page, 0, cookie);
            var status = (int)(await http.SendAsync(request)).StatusCode;
            // What this version of the application does not have is not measured; anything else must answer.
            if (status == 404 && page.Name.StartsWith("public", StringComparison.Ordinal)) continue;
            if (status is not (200 or 302)) throw new InvalidOperationException($"{page.Name} answers {status}.");
            there.Add(page);
        }
        return there;
    }

    private static HttpRequestMessage Ask(Page page, int at, string cookie)
    {
        var request = new HttpRequestMessage(page.Form is null ? HttpMethod.Get : HttpMethod.Post, page.Addresses[at]);
        if (page.SignedIn) request.Headers.Add("Cookie", cookie);
        if (page.Form is { } form) request.Content = new StringContent(form.Replace("KEY", Guid.CreateVersion7().ToString(), StringComparison.Ordinal), null, "application/x-www-form-urlencoded");
        return request;
    }

    private static async Task Record(HttpClient http, Page page, int at, string cookie)
    {
        using var request = Ask(page, at, cookie);
        request.Headers.Add(Floor.Header, $"{page.Name.Replace(' ', '-')}-{at}");
        await http.SendAsync(request);
    }

    private static async Task<Row> Measure(HttpClient http, Page page, string cookie, string site, Process server, Options options)
    {
        var seconds = options.Number("seconds");
        var headers = page.SignedIn ? cookie : null;
        var floors = Enumerable.Range(0, Math.Min(page.Addresses.Count, Recorded)).Select(i => $"/floor/{page.Name.Replace(' ', '-')}-{i}").ToList();
        await Load(page.Addresses, 8, 1, page.Form, headers, site, server);
        var one = await Load(page.Addresses, 1, Math.Max(2, seconds / 2), page.Form, headers, site, server);
        var eight = await Load(page.Addresses, 8, seconds, page.Form, headers, site, server);
        var memory = Memory(server);
        await Load(floors, 8, 1, null, null, site, server);
        var floor = await Load(floors, 8, seconds, null, null, site, server);
        using var request = Ask(page with { Form = null, Addresses = [page.Addresses[0].Split("?handler")[0]] }, 0, cookie);
        request.Headers.Add("Accept-Encoding", "br");
        var bytes = (await (await http.SendAsync(request)).Content.ReadAsByteArrayAsync()).Length;
        return new(page.Name, Math.Round(eight.Rps), eight.P50, eight.P99, Math.Round(one.Rps), one.P50, Math.Round(floor.Rps), floor.Rps > 0 ? Math.Round(eight.Rps / floor.Rps, 2) : null,
            (int)eight.Cpu, memory, bytes, one.Errors + eight.Errors + floor.Errors);
    }

    private static async Task<Result> Load(IReadOnlyList<string> addresses, int connections, int seconds, string? form, string? cookie, string site, Process server)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, addresses);
            var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", Path.Combine(AppContext.BaseDirectory, "drive.lua"), .. cookie is null ? Array.Empty<string>() : ["-H", $"Cookie: {cookie}"], site])
            { RedirectStandardOutput = true };
            start.Environment["BENCH_URLS"] = file;
            if (form is not null) start.Environment["BENCH_FORM"] = form;
            var before = Ticks(server);
            using var wrk = Process.Start(start)!;
            var said = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            var line = said.Split('\n').Last(l => l.StartsWith("RESULT ", StringComparison.Ordinal)).Split(' ')[1..].Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            return new(line[0] / (line[1] / 1e6), line[2] / 1e3, line[3] / 1e3, (long)(line[4] + line[5]), (Ticks(server) - before) / (line[1] / 1e6));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Processor time so far, in hundredths of a second: the kernel's tick.</summary>
    private static double Ticks(Process process)
    {
        var fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
        return double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private static int Memory(Process process)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>The promises that compare two rows, each kept or not.</summary>
    private static void Compare(List<Row> rows)
    {
        Row? Of(string page) => rows.Find(r => r.page == page);
        Say("list, requests/s", Of("list")?.rps, 1000, false);
        Say("detail, requests/s", Of("detail")?.rps, 1000, false);
        Say("list, share of its floor", Of("list")?.ratio, 0.5, false);
        Say("detail, share of its floor", Of("detail")?.ratio, 0.5, false);
        Say("deep page / first page, p50", Of("list deep")?.p50_ms / Of("list")?.p50_ms, 1.2, true);
        Say("dashboard, p99 / p50", Of("dashboard")?.p99_ms / Of("dashboard")?.p50_ms, 5, true);
        Say("resident memory, MB", rows.Max(r => r.rss_mb), 350, true);
        Say("heaviest later page, KB compressed", rows.Max(r => r.bytes) / 1024.0, 20, true);
    }

    internal static void Say(string what, double? value, double limit, bool atMost)
    {
        if (value is { } v) Console.WriteLine($"{(atMost ? v <= limit : v >= limit) switch { true => "kept  ", false => "MISSED" }} {what}: {v:0.00} ({(atMost ? "at most" : "at least")} {limit:0.##})");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
