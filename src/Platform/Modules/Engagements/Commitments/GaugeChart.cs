using Platform.Modules.Shared;
using Platform.Modules.Shared.Tags;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>What was measured against what was aimed at, date by date.</summary>
internal static class GaugeChart
{
    /// <summary>Null while there is nothing to compare: a single figure is said better by a sentence.</summary>
    public static Chart? Of(ShowCommitment.Gauge gauge)
    {
        var actual = gauge.Values.Where(v => v.Kind == IndicatorValueKind.Actual).ToDictionary(v => v.On, v => (decimal?)v.Value);
        var aimed = gauge.Values.Where(v => v.Kind == IndicatorValueKind.Target).ToDictionary(v => v.On, v => (decimal?)v.Value);
        if (gauge is { TargetOn: { } on, Target: { } target }) aimed[on] = target;
        var days = actual.Keys.Concat(aimed.Keys).Distinct().Order().ToList();
        if (days.Count < 2) return null;
        var series = new List<Series> { new("Constaté", [.. days.Select(d => actual.GetValueOrDefault(d))]) };
        if (aimed.Count > 0) series.Add(new("Visé", [.. days.Select(d => aimed.GetValueOrDefault(d))], Tone.Neutral));
        return new($"{gauge.Name} : constaté et visé", "Date", [.. days.Select(French.Date)], series) { Lines = true, Unit = gauge.Unit };
    }
}
