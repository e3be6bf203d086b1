using System.Globalization;
using System.Runtime.InteropServices;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Rules;

/// <summary>A reminder of a rule: so many days after the anchor (before, when negative), to these rungs.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(int Days, Rungs To)
{
    public const int Most = 6, Farthest = 365;

    /// <summary>How late a step may still go: a long weekend without a node. After that it is passed over.</summary>
    public const int Grace = 3;

    /// <summary>"7 jours avant", "le jour même", "14 jours après"</summary>
    public string When => Days switch
    {
        0 => "le jour même",
        -1 => "la veille",
        1 => "le lendemain",
        < 0 => $"{French.Count(-Days, "jour", "jours")} avant",
        _ => $"{French.Count(Days, "jour", "jours")} après",
    };

    /// <summary>The last step that is reached on that day and may still go; null for none. Those before it are passed over: no burst.</summary>
    public static Step? Reached(IReadOnlyList<Step> steps, DateOnly anchor, DateOnly today)
    {
        Step? last = null;
        foreach (var step in steps)
            if (today.DayNumber - anchor.DayNumber - step.Days is >= 0 and <= Grace && (last is null || step.Days > last.Value.Days)) last = step;
        return last;
    }

    /// <summary>The anchors that have a step on that day, or had one within the grace.</summary>
    public static IReadOnlyList<DateOnly> Anchors(IReadOnlyList<Step> steps, DateOnly today) =>
        [.. steps.SelectMany(s => Enumerable.Range(0, Grace + 1).Select(late => today.AddDays(-s.Days - late))).Distinct()];

    /// <summary>"J-7 : référent ; J : référent ; J+14 : référent, animation": as it is stored, and read in the journal.</summary>
    public static string Write(IEnumerable<Step> steps) => string.Join(" ; ", steps.OrderBy(s => s.Days)
        .Select(s => string.Create(CultureInfo.InvariantCulture, $"J{(s.Days == 0 ? "" : s.Days.ToString("+0;-0", CultureInfo.InvariantCulture))} : {EnumNames.Of(s.To)}")));

    public static IReadOnlyList<Step> Read(string text) =>
        [.. text.Split(" ; ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(" : ")).Select(p => new Step(
            p[0].Length == 1 ? 0 : int.Parse(p[0].AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            p[1].Split(", ").Select(Rung).Aggregate(Rungs.None, (all, one) => all | one)))];

    private static Rungs Rung(string name) => Enum.GetValues<Rungs>().First(r => r != Rungs.None && EnumNames.Of(r) == name);
}
