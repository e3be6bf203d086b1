using Platform.Modules.Engagements.Coalitions;

namespace Platform.Tests.Modules.Engagements.Coalitions;

[Trait("Category", "unit")]
public sealed class RhythmTests
{
    private static string Next(Rhythm rhythm, string from) => string.Join(" ", rhythm.Next(DateOnly.Parse(from), 3).Select(d => d.ToString("yyyy-MM-dd")));

    [Fact]
    public void Weeks_keep_the_weekday()
    {
        var rhythm = new Rhythm(new DateOnly(2026, 1, 6), 2, RhythmUnit.Weeks, "18 h 30", "salle des Cèdres");
        Assert.Equal("2026-01-06 2026-01-20 2026-02-03", Next(rhythm, "2026-01-01"));
        Assert.Equal("2026-02-03 2026-02-17 2026-03-03", Next(rhythm, "2026-01-21"));
        Assert.Equal("Toutes les 2 semaines, le mardi, à 18 h 30, salle des Cèdres", rhythm.Sentence);
        Assert.Equal("Chaque mardi", new Rhythm(new DateOnly(2026, 1, 6), 1, RhythmUnit.Weeks, null, null).Sentence);
    }

    [Fact]
    public void Months_keep_the_rank_of_the_weekday()
    {
        var rhythm = new Rhythm(new DateOnly(2026, 1, 13), 2, RhythmUnit.Months, null, null);
        Assert.Equal("2026-01-13 2026-03-10 2026-05-12", Next(rhythm, "2026-01-13"));
        Assert.Equal("Tous les 2 mois, le 2e mardi", rhythm.Sentence);
        Assert.Equal("Chaque mois, le 1er lundi", new Rhythm(new DateOnly(2026, 6, 1), 1, RhythmUnit.Months, null, null).Sentence);
    }

    [Fact]
    public void A_fifth_weekday_stands_for_the_last_one()
    {
        var rhythm = new Rhythm(new DateOnly(2026, 3, 31), 1, RhythmUnit.Months, null, null);
        Assert.Equal("2026-03-31 2026-04-28 2026-05-26", Next(rhythm, "2026-03-01"));
        Assert.Equal("Chaque mois, le dernier mardi", rhythm.Sentence);
    }

    [Fact]
    public void The_first_meeting_may_be_to_come_or_long_past()
    {
        Assert.Equal("2030-01-01 2030-01-08 2030-01-15", Next(new(new DateOnly(2030, 1, 1), 1, RhythmUnit.Weeks, null, null), "2026-01-01"));
        Assert.StartsWith("2026-01-0", Next(new(new DateOnly(1950, 1, 4), 1, RhythmUnit.Weeks, null, null), "2026-01-01"), StringComparison.Ordinal);
    }
}
