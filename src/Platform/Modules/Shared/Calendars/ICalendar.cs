using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared.Calendars;

/// <summary>Something that has a place in people's calendars.</summary>
/// <param name="Id">Of the row: the entry keeps its UID whatever becomes of the row, in mails, downloads and feeds alike.</param>
/// <param name="Sequence">Grows when time, place or state change: a calendar ignores an older one.</param>
/// <param name="StartMinute">After midnight in the space's zone; null: the whole day.</param>
public sealed record CalendarEntry(Guid Id, int Sequence, string Title, DateOnly Date, int? StartMinute, int? EndMinute)
{
    /// <summary>When it lasts several days; the end is then on this one.</summary>
    public DateOnly? LastDate { get; init; }
    public string? Place { get; init; }
    public string? Description { get; init; }
    /// <summary>The page of the entry: open to members, never a personal link, since people share calendars.</summary>
    public string? Address { get; init; }
    public bool IsCancelled { get; init; }
    /// <summary>Not called yet: the date may still move.</summary>
    public bool IsTentative { get; init; }
}

/// <param name="Method">REQUEST asks one person, PUBLISH tells everybody, CANCEL takes it back; the MIME type repeats it.</param>
public enum CalendarMethod { Publish, Request, Cancel }

/// <summary>Writes iCalendar (RFC 5545, 5546).</summary>
public static class ICalendar
{
    /// <summary>A meeting without an end is taken to last this long.</summary>
    public const int UsualMinutes = 120;

    private const int Octets = 75;

    public static string ContentType(CalendarMethod method) => $"text/calendar; charset=utf-8; method={Name(method)}";

    /// <param name="attendee">Name and address of the one person asked; only ever with REQUEST or CANCEL.</param>
    /// <param name="organiser">Who asks; needed with an attendee.</param>
    public static string Write(Space space, IReadOnlyCollection<CalendarEntry> entries, CalendarMethod method, DateTimeOffset now, (string Name, string Address)? attendee = null, (string Name, string Address)? organiser = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(entries);
        if (method == CalendarMethod.Publish && attendee is not null) throw new ArgumentException("What is published names no attendee.", nameof(attendee));
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Plateforme//Cooperation//FR");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:" + Name(method));
        if (method == CalendarMethod.Publish) Line(text, "X-WR-CALNAME:" + Escape(space.ShortName));
        if (entries.Any(e => e.StartMinute is not null)) text.Append(Zone(space.TimeZone, entries.Min(e => e.Date.Year), entries.Max(e => (e.LastDate ?? e.Date).Year)));
        foreach (var entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            // The space's identifier never changes; its host name may.
            Line(text, $"UID:{entry.Id}@{space.Identifier}");
            Line(text, "DTSTAMP:" + Utc(now));
            Line(text, $"SEQUENCE:{entry.Sequence.ToString(CultureInfo.InvariantCulture)}");
            Times(text, space, entry);
            Line(text, "SUMMARY:" + Escape(entry.Title));
            if (entry.Place is { } place) Line(text, "LOCATION:" + Escape(place));
            if (entry.Description is { } description) Line(text, "DESCRIPTION:" + Escape(description));
            if (entry.Address is { } address) Line(text, "URL:" + Bare(address));
            Line(text, "STATUS:" + (entry.IsCancelled || method == CalendarMethod.Cancel ? "CANCELLED" : entry.IsTentative ? "TENTATIVE" : "CONFIRMED"));
            if (organiser is { } by) Line(text, $"ORGANIZER;CN={Quoted(by.Name)}:mailto:{Bare(by.Address)}");
            if (attendee is { } asked) Line(text, $"ATTENDEE;CN={Quoted(asked.Name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:{Bare(asked.Address)}");
            Line(text, "END:VEVENT");
        }
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Name(CalendarMethod method) => method.ToString().ToUpperInvariant();

    private static void Times(StringBuilder text, Space space, CalendarEntry entry)
    {
        if (entry.StartMinute is not { } start)
        {
            Line(text, $"DTSTART;VALUE=DATE:{entry.Date:yyyyMMdd}");
            Line(text, $"DTEND;VALUE=DATE:{(entry.LastDate ?? entry.Date).AddDays(1):yyyyMMdd}");
            return;
        }
        var from = entry.Date.ToDateTime(TimeOnly.MinValue).AddMinutes(start);
        var last = entry.LastDate ?? entry.Date;
        var to = entry.EndMinute is { } end && (end > start || last > entry.Date) ? last.ToDateTime(TimeOnly.MinValue).AddMinutes(end) : last.ToDateTime(TimeOnly.MinValue).AddMinutes(start + UsualMinutes);
        Line(text, $"DTSTART;TZID={space.TimeZone.Id}:{from:yyyyMMdd'T'HHmmss}");
        Line(text, $"DTEND;TZID={space.TimeZone.Id}:{to:yyyyMMdd'T'HHmmss}");
    }

    // Ten thousand invitations of one forum need the same text: there are few zones and few years, so nothing is ever thrown away.
    private static string Zone(TimeZoneInfo zone, int first, int last) => Zones.GetOrAdd((zone.Id, first, last), _ => Written(zone, first, last));

    private static readonly ConcurrentDictionary<(string, int, int), string> Zones = new();

    // One observance per change of the clock around the entries, found by looking: the system's own rules come in several shapes.
    private static string Written(TimeZoneInfo zone, int first, int last)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VTIMEZONE");
        Line(text, "TZID:" + zone.Id);
        var from = new DateTime(first - 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Observance(text, zone, from, zone.GetUtcOffset(from));
        for (var day = from; day.Year <= last; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) == zone.GetUtcOffset(day.AddDays(1))) continue;
            var (before, after) = (day, day.AddDays(1));
            while (after - before > TimeSpan.FromMinutes(1))
            {
                var middle = before + (after - before) / 2;
                if (zone.GetUtcOffset(middle) == zone.GetUtcOffset(day)) before = middle;
                else after = middle;
            }
            // To the minute: clocks change on one.
            after = new DateTime((after.Ticks + TimeSpan.TicksPerMinute / 2) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
            Observance(text, zone, after, zone.GetUtcOffset(day));
        }
        Line(text, "END:VTIMEZONE");
        return text.ToString();
    }

    private static void Observance(StringBuilder text, TimeZoneInfo zone, DateTime at, TimeSpan before)
    {
        var kind = zone.IsDaylightSavingTime(at) ? "DAYLIGHT" : "STANDARD";
        Line(text, "BEGIN:" + kind);
        Line(text, $"DTSTART:{at + before:yyyyMMdd'T'HHmmss}");
        Line(text, "TZOFFSETFROM:" + Offset(before));
        Line(text, "TZOFFSETTO:" + Offset(zone.GetUtcOffset(at)));
        Line(text, "END:" + kind);
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string value) => Kept(value).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // A parameter holds neither quotes nor line breaks, escaped or not.
    private static string Quoted(string value) => $"\"{Bare(value).Replace('"', '\'')}\"";

    private static string Bare(string value) => string.Concat(value.Where(c => !char.IsControl(c)));

    private static string Kept(string value) => string.Concat(value.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    /// <summary>Lines of at most 75 octets, a character never cut in two; what follows on the next begins with a space.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Octets)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
