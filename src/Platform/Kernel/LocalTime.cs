namespace Platform.Kernel;

/// <summary>Hours as clocks on the wall show them.</summary>
internal static class LocalTime
{
    /// <summary>The last instant, up to now, at which the clocks there showed that hour: once each day, whatever the clocks do.</summary>
    public static DateTimeOffset Latest(TimeZoneInfo zone, TimeOnly at, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var today = Instant(zone, day, at);
        return today <= now ? today : Instant(zone, day.AddDays(-1), at);
    }

    /// <summary>An hour that a day skips is that at which its clocks jump; an hour that a day has twice is the first.</summary>
    public static DateTimeOffset Instant(TimeZoneInfo zone, DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        if (zone.IsInvalidTime(local))
        {
            // The offset before the jump, applied to the hour that is missing, falls after it by as much as the clocks jumped.
            while (zone.IsInvalidTime(local.AddMinutes(-1))) local = local.AddMinutes(-1);
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddMinutes(-1))).ToUniversalTime();
        }
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
