using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Engagements.Frameworks;

[Trait("Category", "unit")]
public sealed class StandingTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    private static Standing Of(Direction direction, double? baseline, int? since, double target, int by, double? value, string? on = "2026-06-30") =>
        Standing.Of(direction, (decimal?)baseline, since, (decimal)target, by, (decimal?)value, on is null ? null : DateOnly.Parse(on), Today);

    [Theory]
    // Half of the way, half of the time: in time. The same a year later would be late.
    [InlineData(Direction.Increase, 0d, 2020, 100d, 2030, 60d, "2025-12-31", Pace.OnTrack, 60)]
    [InlineData(Direction.Increase, 0d, 2020, 100d, 2030, 40d, "2025-12-31", Pace.Behind, 40)]
    [InlineData(Direction.Decrease, 100d, 2020, 50d, 2030, 70d, "2025-12-31", Pace.OnTrack, 60)]
    [InlineData(Direction.Decrease, 100d, 2020, 50d, 2030, 90d, "2025-12-31", Pace.Behind, 20)]
    // The wrong way is a negative share of the way, not zero.
    [InlineData(Direction.Decrease, 100d, 2020, 50d, 2030, 110d, "2025-12-31", Pace.Behind, -20)]
    // The last step is not taken until it is: 99.9 % does not round up.
    [InlineData(Direction.Increase, 0d, 2020, 1000d, 2030, 999d, "2025-12-31", Pace.OnTrack, 99)]
    [InlineData(Direction.Increase, 0d, 2020, 100d, 2030, 100d, "2025-12-31", Pace.Reached, 100)]
    [InlineData(Direction.Decrease, 100d, 2020, 50d, 2030, 49d, "2025-12-31", Pace.Reached, 100)]
    // Past the target's year.
    [InlineData(Direction.Increase, 0d, 2015, 100d, 2025, 80d, "2025-12-31", Pace.Missed, 80)]
    public void The_way_from_baseline_to_target_is_compared_with_a_straight_line(Direction direction, double baseline, int since, double target, int by, double value, string on, Pace pace, int percent)
    {
        var standing = Of(direction, baseline, since, target, by, value, on);
        Assert.Equal((pace, percent), (standing.Pace, standing.Percent));
    }

    [Fact]
    public void Without_a_baseline_no_percentage_is_made_up()
    {
        var standing = Of(Direction.Increase, null, null, 30, 2030, 18);
        Assert.Equal((Pace.Underway, null, null), (standing.Pace, standing.Percent, standing.Expected));
        Assert.Equal(Pace.Reached, Of(Direction.Increase, null, null, 30, 2030, 31).Pace);
    }

    [Fact]
    public void Without_the_baselines_year_no_lateness_is_made_up()
    {
        var standing = Of(Direction.Decrease, 100, null, 50, 2050, 98);
        Assert.Equal((Pace.Underway, 4, null), (standing.Pace, standing.Percent, standing.Expected));
    }

    [Fact]
    public void Without_a_value_nothing_is_said() => Assert.Equal(new Standing(Pace.Unmeasured, null, null), Of(Direction.Increase, 0, 2020, 100, 2030, null, null));

    [Fact]
    public void A_level_to_hold_is_held_or_not()
    {
        Assert.Equal(Pace.Reached, Of(Direction.Maintain, 12, 2020, 12, 2030, 12).Pace);
        Assert.Equal((Pace.Behind, null), (Of(Direction.Maintain, 12, 2020, 12, 2030, 11).Pace, Of(Direction.Maintain, 12, 2020, 12, 2030, 11).Percent));
    }

    [Fact]
    public void The_sentence_agrees_with_the_word_of_the_space()
    {
        Standing[] all = [new(Pace.Reached, 100, null), new(Pace.Reached, 100, null), new(Pace.Behind, 10, 40), new(Pace.Unmeasured, null, null)];
        Assert.Equal("4 cibles : 2 atteintes, 1 en retard, 1 sans relevé", Standing.Sentence(new Word("cible", "cibles", true), all).Replace('\u00a0', ' '));
        Assert.Equal("aucun objectif", Standing.Sentence(Vocabulary.Default.Objective, []));
    }
}
