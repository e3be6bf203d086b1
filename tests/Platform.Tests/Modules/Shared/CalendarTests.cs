using System.Text;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Shared;

[Trait("Category", "unit")]
public sealed class CalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("01930000-0000-7000-8000-000000000001");

    private static Space In(string zone) => new(Guid.NewGuid(), "ailb", TenantKind.Alliance, "Alliance", "AILB", TimeZoneInfo.FindSystemTimeZoneById(zone), "#17424f", false, 1, "AILB", Vocabulary.Default,
        new HashSet<string>(), TenantState.Active, false);

    private static CalendarEntry Bureau => new(Id, 3, "Bureau ; point, budget", new DateOnly(2027, 3, 12), 9 * 60, 11 * 60 + 30) { Place = "Mairie,\nRedon", Address = "https://exemple.fr/ailb/reunions/1" };

    private static string Write(CalendarMethod method = CalendarMethod.Publish, string zone = "Europe/Paris", CalendarEntry? entry = null, (string, string)? attendee = null) =>
        ICalendar.Write(In(zone), [entry ?? Bureau], method, Now, attendee, attendee is null ? null : ("AILB", "ne-pas-repondre@exemple.fr"));

    [Fact]
    public void A_published_meeting_reads_as_the_standard_says() => Assert.Equal("""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Plateforme//Cooperation//FR
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:AILB
        BEGIN:VTIMEZONE
        TZID:Europe/Paris
        BEGIN:STANDARD
        DTSTART:20260101T010000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:20270328T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20271031T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:01930000-0000-7000-8000-000000000001@ailb
        DTSTAMP:20261121T140000Z
        SEQUENCE:3
        DTSTART;TZID=Europe/Paris:20270312T090000
        DTEND;TZID=Europe/Paris:20270312T113000
        SUMMARY:Bureau \; point\, budget
        LOCATION:Mairie\,\nRedon
        URL:https://exemple.fr/ailb/reunions/1
        STATUS:CONFIRMED
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"), Write());

    [Fact]
    public void An_invitation_names_one_person_and_what_is_published_nobody()
    {
        var request = Write(CalendarMethod.Request, attendee: ("Claire \"Morvan\"\r\nX-BAD:1", "claire@exemple.fr"));
        Assert.Contains("METHOD:REQUEST\r\n", request);
        Assert.Contains("ATTENDEE;CN=\"Claire 'Morvan'X-BAD:1\";ROLE=REQ-PARTICIPANT;", request.Replace("\r\n ", "", StringComparison.Ordinal));
        Assert.Single(request.Split("ATTENDEE").Skip(1));
        Assert.DoesNotContain("ATTENDEE", Write());
        Assert.Throws<ArgumentException>(() => Write(CalendarMethod.Publish, attendee: ("Claire", "claire@exemple.fr")));
    }

    [Fact]
    public void What_is_cancelled_keeps_its_identity()
    {
        var (asked, cancelled) = (Write(CalendarMethod.Request), Write(CalendarMethod.Cancel, entry: Bureau with { Sequence = 4, IsCancelled = true }));
        string Of(string text, string name) => text.Split("\r\n").Single(l => l.StartsWith(name, StringComparison.Ordinal));
        Assert.Equal(Of(asked, "UID:"), Of(cancelled, "UID:"));
        Assert.Equal(("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"), (Of(cancelled, "METHOD"), Of(cancelled, "STATUS"), Of(cancelled, "SEQUENCE")));
    }

    [Theory]
    [InlineData("Indian/Reunion", "+0400")]
    [InlineData("Pacific/Noumea", "+1100")]
    [InlineData("America/Cayenne", "-0300")]
    [InlineData("Pacific/Marquesas", "-0930")]
    public void A_zone_whose_clocks_stand_still_has_one_observance(string zone, string offset)
    {
        var text = Write(zone: zone);
        Assert.Single(text.Split("BEGIN:STANDARD").Skip(1));
        Assert.DoesNotContain("DAYLIGHT", text);
        Assert.Contains("TZOFFSETTO:" + offset, text);
    }

    [Fact]
    public void A_day_without_an_hour_is_a_whole_day() =>
        Assert.Contains("DTSTART;VALUE=DATE:20270312\r\nDTEND;VALUE=DATE:20270313\r\n", Write(entry: Bureau with { StartMinute = null, EndMinute = null }));

    [Fact]
    public void Lines_are_folded_by_octets_and_no_character_is_cut()
    {
        var title = string.Concat(Enumerable.Repeat("Réunion élargie à l’été 🌱 ", 12));
        var text = Write(entry: Bureau with { Title = title });
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("SUMMARY:" + title.Trim(), text.Replace("\r\n ", "", StringComparison.Ordinal));
    }
}
