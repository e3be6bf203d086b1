using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Shared;

namespace Platform.Modules.Engagements.Coalitions;

public enum RhythmUnit : short
{
    [Display(Name = "semaines")] Weeks = 1,
    [Display(Name = "mois")] Months,
}

/// <summary>How often a coalition meets, told by its first meeting: every n weeks on its weekday, or every n months on the same weekday of
/// the month ("le 2e mardi"). The next dates are computed.</summary>
[Display(Name = "Rythme de réunion")]
public sealed class CoalitionRhythm : TenantOwned
{
    public const int PlaceLength = 200, TimeLength = 40, Longest = 26;

    private string label = "";

    private CoalitionRhythm() { }

    public CoalitionRhythm(Coalition coalition, DateOnly firstOn, int every, RhythmUnit unit, string? time, string? place)
    {
        CoalitionId = coalition.Id;
        Change(coalition, firstOn, every, unit, time, place);
    }

    public Guid CoalitionId { get; private set; }
    [Display(Name = "Première réunion")] public DateOnly FirstOn { get; private set; }
    [Display(Name = "Toutes les")] public int Every { get; private set; } = 1;
    [Display(Name = "Unité")] public RhythmUnit Unit { get; private set; } = RhythmUnit.Months;
    [Display(Name = "Heure")] public string? Time { get; private set; }
    [Display(Name = "Lieu")] public string? Place { get; private set; }

    public override string Label => label;

    public void Change(Coalition coalition, DateOnly firstOn, int every, RhythmUnit unit, string? time, string? place) =>
        (FirstOn, Every, Unit, Time, Place, label) = (firstOn, every, unit, time, place, coalition.Name);

    internal sealed class Table : IEntityTypeConfiguration<CoalitionRhythm>
    {
        public void Configure(EntityTypeBuilder<CoalitionRhythm> b)
        {
            b.Property(r => r.Time).HasMaxLength(TimeLength);
            b.Property(r => r.Place).HasMaxLength(PlaceLength);
            b.BelongsTo<CoalitionRhythm, Coalition>(nameof(CoalitionId));
            b.HasIndex(r => new { r.TenantId, r.CoalitionId }).IsUnique();
        }
    }
}

/// <summary>A rhythm as pages read it.</summary>
public sealed record Rhythm(DateOnly FirstOn, int Every, RhythmUnit Unit, string? Time, string? Place)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The next meetings, from a day on (that day included).</summary>
    public IEnumerable<DateOnly> Next(DateOnly from, int count) => All().Where(d => d >= from).Take(count);

    /// <summary>"Tous les 2 mois, le 2e mardi, à 18 h 30, salle des Cèdres"</summary>
    public string Sentence
    {
        get
        {
            var day = FirstOn.ToString("dddd", French);
            var often = (Unit, Every) switch
            {
                (RhythmUnit.Weeks, 1) => $"Chaque {day}",
                (RhythmUnit.Weeks, _) => $"Toutes les {Every} semaines, le {day}",
                (_, 1) => $"Chaque mois, le {MonthlyDay.Of(FirstOn).Said}",
                _ => $"Tous les {Every} mois, le {MonthlyDay.Of(FirstOn).Said}",
            };
            return often + (Time is null ? "" : $", à {Time}") + (Place is null ? "" : $", {Place}");
        }
    }

    private IEnumerable<DateOnly> All()
    {
        if (Unit == RhythmUnit.Weeks)
        {
            for (var day = FirstOn; day.Year < 2200; day = day.AddDays(7 * Every)) yield return day;
            yield break;
        }
        var weekday = MonthlyDay.Of(FirstOn);
        for (var month = new DateOnly(FirstOn.Year, FirstOn.Month, 1); month.Year < 2200; month = month.AddMonths(Every)) yield return weekday.In(month.Year, month.Month);
    }
}
