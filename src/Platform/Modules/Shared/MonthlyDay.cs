using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Modules.Shared;

/// <summary>A weekday of the month: the first Tuesday, the last Thursday.</summary>
/// <param name="Week">The n-th of that weekday; <see cref="Last"/> is the last.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MonthlyDay(int Week, DayOfWeek Day)
{
    public const int Last = 5;

    /// <summary>The weekday that a day is in its month.</summary>
    public static MonthlyDay Of(DateOnly day) => new(((day.Day - 1) / 7) + 1, day.DayOfWeek);

    public DateOnly In(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays((((int)Day - (int)first.DayOfWeek + 7) % 7) + (7 * (Week - 1)));
        // A fifth Thursday does not come every month: it stands for the last one.
        return day.Month == month ? day : day.AddDays(-7);
    }

    /// <summary>"2e mardi", "dernier jeudi"</summary>
    public string Said => $"{Week switch { 1 => "1er", Last => "dernier", _ => $"{Week}e" }} {CultureInfo.GetCultureInfo("fr-FR").DateTimeFormat.GetDayName(Day)}";
}
