using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Where an objective stands, computed and never typed.</summary>
public enum Pace { Unmeasured, Underway, OnTrack, Behind, Reached, Missed }

/// <param name="Percent">Of the way from the baseline to the target, negative when it goes the wrong way; null when it cannot be
/// told (no value, no baseline, nothing to gain) — a percentage of the target alone would flatter or alarm for no reason.</param>
/// <param name="Expected">Where a straight line from the baseline's year to the target's year would be on the day of the last value.</param>
public sealed record Standing(Pace Pace, int? Percent, int? Expected)
{
    /// <summary>A year is reached at its end.</summary>
    public static Standing Of(Direction direction, decimal? baseline, int? baselineYear, decimal target, int targetYear,
        decimal? last, DateOnly? lastOn, DateOnly today)
    {
        if (last is not { } value || lastOn is not { } on) return new(Pace.Unmeasured, null, null);
        var reached = direction == Direction.Decrease ? value <= target : value >= target;
        if (reached) return new(Pace.Reached, 100, null);
        var missed = today.Year > targetYear;
        // A level to be held is held or it is not.
        if (direction == Direction.Maintain) return new(missed ? Pace.Missed : Pace.Behind, null, null);
        if (baseline is not { } start || start == target) return new(missed ? Pace.Missed : Pace.Underway, null, null);

        var percent = (int)Math.Clamp(Math.Floor((value - start) / (target - start) * 100), -999, 99);
        if (missed) return new(Pace.Missed, percent, null);
        if (baselineYear is not { } from) return new(Pace.Underway, percent, null);
        var (first, end) = (EndOf(from), EndOf(targetYear));
        var expected = Math.Clamp((int)Math.Floor(100m * (on.DayNumber - first.DayNumber) / (end.DayNumber - first.DayNumber)), 0, 100);
        return new(percent >= expected ? Pace.OnTrack : Pace.Behind, percent, expected);
    }

    public static DateOnly EndOf(int year) => new(year, 12, 31);

    public Badge Badge(Word objective) => Pace switch
    {
        Pace.Unmeasured => new("Sans relevé", Tone.Silent, "help-circle"),
        Pace.Underway => new("En chemin", Tone.Active, "progress"),
        Pace.OnTrack => new("Dans les temps", Tone.Active, "progress-check"),
        Pace.Behind => new("En retard", Tone.Late, "clock-exclamation"),
        Pace.Reached => new(objective.Agree("Atteint"), Tone.Ok, "circle-check"),
        _ => new(objective.Agree("Manqué"), Tone.Late, "circle-x"),
    };

    /// <summary>"9 objectifs : 3 atteints, 2 en retard, 4 sans relevé"</summary>
    public static string Sentence(Word objective, IReadOnlyCollection<Standing> all)
    {
        int Of(params Pace[] paces) => all.Count(s => paces.Contains(s.Pace));
        var parts = new (int Count, string Text)[]
        {
            (Of(Pace.Reached), objective.Agree("atteint", Of(Pace.Reached))),
            (Of(Pace.OnTrack, Pace.Underway), "en chemin"),
            (Of(Pace.Behind), "en retard"),
            (Of(Pace.Missed), objective.Agree("manqué", Of(Pace.Missed))),
            (Of(Pace.Unmeasured), "sans relevé"),
        };
        var told = parts.Where(p => p.Count > 0).Select(p => $"{p.Count}\u00a0{p.Text}").ToList();
        return told.Count == 0 ? objective.No : $"{objective.Count(all.Count)}\u00a0: {string.Join(", ", told)}";
    }
}
