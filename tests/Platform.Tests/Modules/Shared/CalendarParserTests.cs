using System.Diagnostics;
using System.Text.Json;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Shared;

/// <summary>Our calendar files as somebody else's parser reads them: ical.js, which Thunderbird uses.</summary>
[Trait("Category", "unit")]
public sealed class CalendarParserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("01930000-0000-7000-8000-000000000001");
    private static readonly string Long = string.Concat(Enumerable.Repeat("Réunion élargie à l’été 🌱 ; point, budget\\ ", 12)).Trim();

    private static string File(string zone, CalendarMethod method, CalendarEntry entry, params CalendarEntry[] more) => ICalendar.Write(
        new(Guid.NewGuid(), "ailb", TenantKind.Alliance, "Alliance", "AILB", TimeZoneInfo.FindSystemTimeZoneById(zone), "#17424f", false, 1, "AILB", Vocabulary.Default, new HashSet<string>(), TenantState.Active, false),
        [entry, .. more], method, Now, method == CalendarMethod.Publish ? null : ("Claire \"Morvan\"", "claire@exemple.fr"), method == CalendarMethod.Publish ? null : ("AILB", "ne-pas-repondre@exemple.fr"));

    private static CalendarEntry On(DateOnly day, int? start = 9 * 60, int? end = 11 * 60 + 30) => new(Id, 3, "Bureau", day, start, end) { Place = "Mairie,\nRedon", Address = "https://exemple.fr/ailb/reunions/1" };

    [Fact]
    public async Task Another_parser_reads_what_was_meant()
    {
        DateOnly winter = new(2027, 1, 15), summer = new(2027, 7, 15);
        string[] files =
        [
            File("Europe/Paris", CalendarMethod.Request, On(winter)),
            File("Europe/Paris", CalendarMethod.Request, On(summer) with { Sequence = 4, Title = Long }),
            File("Europe/Paris", CalendarMethod.Cancel, On(summer) with { Sequence = 5, IsCancelled = true }),
            File("Indian/Reunion", CalendarMethod.Publish, On(summer), On(winter) with { Id = Guid.Parse("01930000-0000-7000-8000-000000000002") }),
            File("Europe/Paris", CalendarMethod.Publish, On(winter, null, null)),
            // Two days: to the last one's end, or whole.
            File("Europe/Paris", CalendarMethod.Publish, On(winter, 14 * 60, 12 * 60) with { LastDate = winter.AddDays(1) }, On(winter, null, null) with { LastDate = winter.AddDays(1), Id = Guid.Parse("01930000-0000-7000-8000-000000000004") }),
            // On either side of the night when the clocks change.
            File("Europe/Paris", CalendarMethod.Publish, On(new(2027, 3, 28), 60, 4 * 60), On(new(2027, 10, 31), 60, 4 * 60) with { Id = Guid.Parse("01930000-0000-7000-8000-000000000003") }),
        ];
        var read = await Parsed(files);

        var (asked, moved, cancelled) = (read[0].Events[0], read[1].Events[0], read[2].Events[0]);
        Assert.Equal(("REQUEST", 3, "2027-01-15T08:00:00.000Z", "2027-01-15T10:30:00.000Z"), (read[0].Method, asked.Sequence, asked.Start, asked.End));
        Assert.Equal(("Mairie,\nRedon", "mailto:claire@exemple.fr", "Europe/Paris"), (asked.Location, Assert.Single(asked.Attendees), Assert.Single(read[0].Zones)));
        // An update and a cancellation are the same entry, later.
        Assert.Equal((asked.Uid, 4, "2027-07-15T07:00:00.000Z", Long), (moved.Uid, moved.Sequence, moved.Start, moved.Summary));
        Assert.Equal(("CANCEL", asked.Uid, 5, "CANCELLED"), (read[2].Method, cancelled.Uid, cancelled.Sequence, cancelled.Status));
        // Four hours ahead all the year round; nobody is named in what is published.
        Assert.Equal(["2027-07-15T05:00:00.000Z", "2027-01-15T05:00:00.000Z"], read[3].Events.Select(e => e.Start));
        Assert.All(read[3].Events, e => Assert.Empty(e.Attendees));
        Assert.Equal(("2027-01-15", "2027-01-16"), (read[4].Events[0].Start, read[4].Events[0].End));
        Assert.Equal([("2027-01-15T13:00:00.000Z", "2027-01-16T11:00:00.000Z"), ("2027-01-15", "2027-01-17")], read[5].Events.Select(e => (e.Start, e.End)));
        Assert.Equal([("2027-03-28T00:00:00.000Z", "2027-03-28T02:00:00.000Z"), ("2027-10-30T23:00:00.000Z", "2027-10-31T03:00:00.000Z")], read[6].Events.Select(e => (e.Start, e.End)));
    }

    internal sealed record Calendar(string Method, string[] Zones, Event[] Events);

    internal sealed record Event(string Uid, int Sequence, string Start, string End, string Summary, string? Location, string? Status, string[] Attendees);

    private const string Script = """
        const ICAL = require(process.argv[1]);
        let text = '';
        process.stdin.on('data', d => text += d).on('end', () => console.log(JSON.stringify(JSON.parse(text).map(file => {
          ICAL.TimezoneService.reset();
          const calendar = new ICAL.Component(ICAL.parse(file));
          const zones = calendar.getAllSubcomponents('vtimezone').map(z => new ICAL.Timezone(z));
          zones.forEach(z => ICAL.TimezoneService.register(z));
          const when = t => t.isDate ? t.toString() : t.toJSDate().toISOString();
          return { method: calendar.getFirstPropertyValue('method'), zones: zones.map(z => z.tzid), events: calendar.getAllSubcomponents('vevent').map(v => {
            const e = new ICAL.Event(v);
            return { uid: e.uid, sequence: e.sequence, start: when(e.startDate), end: when(e.endDate), summary: e.summary, location: e.location, status: v.getFirstPropertyValue('status'), attendees: e.attendees.map(a => a.getFirstValue()) };
          }) };
        }))));
        """;

    internal static async Task<Calendar[]> Parsed(IReadOnlyList<string> files)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "Platform.sln"))) folder = folder.Parent;
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // As UTF-8 whatever the terminal of this machine speaks.
        (start.StandardInputEncoding, start.StandardOutputEncoding) = (new System.Text.UTF8Encoding(false), System.Text.Encoding.UTF8);
        foreach (var argument in new[] { "-e", Script, Path.Combine(folder.FullName, "src/Platform/Assets/node_modules/ical.js/dist/ical.es5.cjs") }) start.ArgumentList.Add(argument);
        start.Environment["TZ"] = "America/New_York";
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(files));
        node.StandardInput.Close();
        var (said, wrong) = (await node.StandardOutput.ReadToEndAsync(), await node.StandardError.ReadToEndAsync());
        return JsonSerializer.Deserialize<Calendar[]>(said, JsonSerializerOptions.Web) ?? throw new InvalidOperationException(wrong);
    }
}
