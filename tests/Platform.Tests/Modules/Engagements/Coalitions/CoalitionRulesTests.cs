using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Engagements.Coalitions;

[Trait("Category", "unit")]
public sealed class CoalitionRulesTests
{
    private static readonly DateOnly Start = new(2025, 1, 1);
    private readonly Coalition coalition = new("Technopôle", Start);
    private readonly Guid one = Guid.NewGuid(), two = Guid.NewGuid();

    private static void Refused(string rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleViolation>(act).Code);

    [Fact]
    public void A_new_facilitator_ends_the_term_of_the_one_before_on_the_eve()
    {
        coalition.Entrust(one, null, Start, null);
        coalition.Entrust(null, two, new(2025, 7, 1), null);
        Assert.Equal([new DateOnly(2025, 6, 30), null], coalition.Facilitators.Select(f => f.Until));
    }

    [Theory]
    [InlineData("2025-03-31", null)]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2024-01-01", "2026-01-01")]
    [InlineData("2024-01-01", null)]
    public void Terms_of_facilitation_never_overlap(string since, string? until)
    {
        coalition.Entrust(one, null, Start, new(2025, 3, 31));
        Refused("coalition.facilitator.overlap", () => coalition.Entrust(two, null, DateOnly.Parse(since), until is null ? null : DateOnly.Parse(until)));
    }

    [Fact]
    public void A_gap_between_two_terms_is_allowed_and_a_term_may_be_written_before_another()
    {
        coalition.Entrust(one, null, new(2025, 6, 1), null);
        coalition.Entrust(two, null, Start, new(2025, 3, 31));
        Assert.Equal(2, coalition.Facilitators.Count);
        Assert.Null(coalition.Facilitators[0].Until);
    }

    [Fact]
    public void A_facilitator_is_a_person_or_an_organisation_and_does_not_stop_before_starting()
    {
        Refused("coalition.facilitator.who", () => coalition.Entrust(one, two, Start, null));
        Refused("coalition.facilitator.who", () => coalition.Entrust(null, null, Start, null));
        Refused("coalition.facilitator.dates", () => coalition.Entrust(one, null, Start, Start.AddDays(-1)));
    }

    [Fact]
    public void An_organisation_is_a_member_once_at_a_time_and_may_come_back()
    {
        coalition.Welcome(one, CoalitionRole.Member, Start, new(2025, 6, 30));
        Refused("coalition.member.twice", () => coalition.Welcome(one, CoalitionRole.Lead, new(2025, 6, 30)));
        Refused("coalition.member.dates", () => coalition.Welcome(two, CoalitionRole.Lead, Start, Start.AddDays(-1)));
        var back = coalition.Welcome(one, CoalitionRole.Lead, new(2025, 9, 1));
        Refused("coalition.member.twice", () => coalition.Change(back, CoalitionRole.Lead, new(2025, 6, 1), null));
        Assert.Equal(2, coalition.Members.Count);
    }

    [Fact]
    public void The_last_step_of_the_launch_makes_it_active()
    {
        Guid[] launch = [one, two];
        Assert.False(coalition.Take(one, new(2025, 2, 1), "Fanny", null, launch));
        Assert.Equal(CoalitionState.Launching, coalition.State);
        Assert.True(coalition.Take(two, new(2025, 3, 1), "Fanny", null, launch));
        Assert.Equal((CoalitionState.Active, new DateOnly(2025, 3, 1)), (coalition.State, coalition.StateSince));
        // Done again, a step is put right, not doubled.
        Assert.False(coalition.Take(two, new(2025, 3, 2), "Fanny", "Compte rendu", launch));
        Assert.Equal(2, coalition.Steps.Count);
    }

    [Fact]
    public void Its_end_closes_what_runs_and_it_may_be_opened_again()
    {
        coalition.Welcome(one, CoalitionRole.Member, Start);
        coalition.Entrust(two, null, new(2025, 9, 1), null);
        coalition.End(new(2025, 6, 30), "Objectif atteint");
        Assert.Equal(new DateOnly(2025, 6, 30), coalition.Members.Single().LeftOn);
        // A term that had not begun does not end before its beginning.
        Assert.Equal(new DateOnly(2025, 9, 1), coalition.Facilitators.Single().Until);
        Refused("coalition.ended", () => coalition.Welcome(two, CoalitionRole.Member, Start));
        Refused("coalition.ended", () => coalition.Entrust(one, null, Start, null));
        Refused("coalition.state", () => coalition.End(new(2025, 7, 1), "Encore"));
        Refused("coalition.state.before", () => coalition.Activate(new(2025, 6, 1)));
        coalition.Activate(new(2025, 7, 1));
        Assert.Equal((CoalitionState.Active, null), (coalition.State, coalition.StateReason));
    }

    [Fact]
    public void What_remains_is_told()
    {
        Assert.Equal("Il reste 2 étapes\u00a0: S’inspirer\u00a0; Planifier.", Stage.Of([("Découvrir", true), ("S’inspirer", false), ("Planifier", false)]).Sentence);
        Assert.Equal("Il reste une étape\u00a0: Planifier.", Stage.Of([("Découvrir", true), ("Planifier", false)]).Sentence);
        Assert.Equal("Toutes les étapes sont franchies.", Stage.Of([("Découvrir", true)]).Sentence);
        Assert.Equal(("étape 3 sur 7", "guide terminé"), (Stage.Short(2, 7), Stage.Short(7, 7)));
    }

    [Fact]
    public void The_first_line_counts_and_agrees_with_the_word_of_the_space()
    {
        var all = new CoalitionStates.Totals(1, 2, 0, 1);
        Assert.Equal("3 coalitions : 1 en lancement, 2 engagées", CoalitionStates.Sentence(Vocabulary.Default.Coalition, all).Replace('\u00a0', ' '));
        Assert.Equal("3 groupes : 1 en lancement, 2 engagés", CoalitionStates.Sentence(new Word("groupe", "groupes", false), all).Replace('\u00a0', ' '));
        Assert.Equal("aucune coalition", CoalitionStates.Sentence(Vocabulary.Default.Coalition, new(0, 0, 0, 0)));
    }
}
