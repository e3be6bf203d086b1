namespace Platform.Modules.Governance.Meetings;

/// <summary>Dates for a body's year: as many as its rhythm says, evenly apart, on its usual weekday, out of the summer and of public holidays.</summary>
public static class YearProposal
{
    private const int Notice = 14;

    /// <param name="known">Meetings that the year already has.</param>
    /// <param name="from">Nothing is proposed before, but for the time that a convocation needs.</param>
    public static IReadOnlyList<DateOnly> Of(int year, int cadence, IReadOnlyCollection<DateOnly> known, DayOfWeek weekday, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(known);
        var slots = Enumerable.Range(0, cadence).Select(i => Settle(new DateOnly(year, 1, 1).AddDays((int)((i + 0.5) * 365 / cadence)), weekday)).Distinct().ToList();
        // A meeting that is there takes the slot nearest to it.
        foreach (var date in known)
            if (slots.Count > 0) slots.Remove(slots.MinBy(s => Math.Abs(s.DayNumber - date.DayNumber)));
        return [.. slots.Where(s => s >= from.AddDays(Notice) && s.Year == year && !known.Contains(s)).Order()];
    }

    private static DateOnly Settle(DateOnly day, DayOfWeek weekday)
    {
        // From mid-July to the end of August nobody comes.
        if ((day.Month == 7 && day.Day > 14) || day.Month == 8) day = day < new DateOnly(day.Year, 8, 1) ? new DateOnly(day.Year, 7, 1) : new DateOnly(day.Year, 9, 8);
        day = day.AddDays((weekday - day.DayOfWeek + 10) % 7 - 3);
        while (IsHoliday(day) || (day.Month == 12 && day.Day > 20)) day = day.AddDays(-7);
        return day;
    }

    /// <summary>Easter Monday, Ascension and Whit Monday move with the moon; the other days stand still.</summary>
    public static bool IsHoliday(DateOnly day)
    {
        if ((day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)) return true;
        var after = day.DayNumber - Easter(day.Year).DayNumber;
        return after is 1 or 39 or 50;
    }

    // Anonymous Gregorian computus.
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
