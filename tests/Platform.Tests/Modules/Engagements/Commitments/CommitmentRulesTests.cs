using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Engagements.Commitments;

[Trait("Category", "unit")]
public sealed class CommitmentRulesTests
{
    private static readonly Author Somebody = new(null, "Quelqu’un");
    private static readonly DateOnly Day = new(2027, 3, 1);
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Word Engagement = Vocabulary.Default.Commitment, Lead = new("piste", "pistes", true);

    [Theory]
    [InlineData(CommitmentState.Draft, "Proposed Abandoned")]
    [InlineData(CommitmentState.Proposed, "Draft Adopted Abandoned")]
    [InlineData(CommitmentState.Adopted, "Proposed UnderWay Abandoned")]
    [InlineData(CommitmentState.UnderWay, "Kept PartlyKept Abandoned")]
    [InlineData(CommitmentState.Kept, "UnderWay")]
    [InlineData(CommitmentState.PartlyKept, "UnderWay")]
    [InlineData(CommitmentState.Abandoned, "Proposed")]
    public void From_each_state_these_moves_and_no_other(CommitmentState from, string to)
    {
        foreach (var target in Enum.GetValues<CommitmentState>())
        {
            var commitment = In(from);
            var allowed = to.Split(' ').Contains(target.ToString());
            if (allowed) Assert.Equal((from, target), (commitment.To(target, Day, Now, Somebody, "Parce que.").From!.Value, commitment.State));
            else Assert.Equal("commitment.move", Assert.Throws<RuleViolation>(() => commitment.To(target, Day, Now, Somebody, "Parce que.")).Code);
        }
    }

    [Fact]
    public void Abandoning_and_going_back_on_a_decision_need_a_reason_and_nothing_else_does()
    {
        Assert.Equal(
        [
            (CommitmentState.Draft, CommitmentState.Abandoned), (CommitmentState.Proposed, CommitmentState.Abandoned), (CommitmentState.Adopted, CommitmentState.Proposed),
            (CommitmentState.Adopted, CommitmentState.Abandoned), (CommitmentState.UnderWay, CommitmentState.Abandoned), (CommitmentState.Kept, CommitmentState.UnderWay),
            (CommitmentState.PartlyKept, CommitmentState.UnderWay), (CommitmentState.Abandoned, CommitmentState.Proposed),
        ], Moves.All.Where(m => m.NeedsReason).Select(m => (m.From, m.To)));
        foreach (var move in Moves.All.Where(m => m.NeedsReason))
            Assert.Equal("commitment.reason", Assert.Throws<RuleViolation>(() => In(move.From).To(move.To, Day, Now, Somebody, " ")).Code);
    }

    [Fact]
    public void Every_change_of_state_leaves_who_when_and_why()
    {
        var commitment = In(CommitmentState.UnderWay);
        commitment.To(CommitmentState.Abandoned, Day, Now, new Author(Guid.NewGuid(), "Fanny"), "Le financeur se retire.");
        Assert.Equal([(null, CommitmentState.Draft), (CommitmentState.Draft, CommitmentState.Proposed), (CommitmentState.Proposed, CommitmentState.Adopted),
            (CommitmentState.Adopted, CommitmentState.UnderWay), (CommitmentState.UnderWay, CommitmentState.Abandoned)], commitment.Transitions.Select(t => (t.From, t.To)));
        Assert.Equal((Day, Now, "Fanny", "Le financeur se retire."), (commitment.Transitions[^1].HappenedOn, commitment.Transitions[^1].RecordedAt, commitment.Transitions[^1].AuthorName, commitment.Transitions[^1].Reason));
    }

    [Fact]
    public void Late_begins_the_day_after_the_due_date_and_ends_when_it_is_closed()
    {
        var commitment = In(CommitmentState.UnderWay);
        commitment.Plan(Day, Day.AddDays(10), 90);
        Assert.False(commitment.IsLate(Day.AddDays(10)));
        Assert.True(commitment.IsLate(Day.AddDays(11)));
        commitment.To(CommitmentState.Kept, Day.AddDays(12), Now, Somebody);
        Assert.False(commitment.IsLate(Day.AddDays(40)));
        commitment.To(CommitmentState.UnderWay, Day.AddDays(20), Now, Somebody, "Un avenant.");
        Assert.True(commitment.IsLate(Day.AddDays(21)));
    }

    [Fact]
    public void Silent_counts_from_the_adoption_then_from_the_last_news()
    {
        var commitment = In(CommitmentState.Proposed);
        commitment.Plan(null, null, 30);
        Assert.Null(commitment.NextNewsDueOn);
        commitment.To(CommitmentState.Adopted, Day, Now, Somebody);
        Assert.False(commitment.IsSilent(Day.AddDays(30)));
        Assert.True(commitment.IsSilent(Day.AddDays(31)));
        Tell(commitment, UpdateStatus.OnTrack, null, Day.AddDays(40));
        Assert.Equal(Day.AddDays(70), commitment.NextNewsDueOn);
        // Starting is no news.
        commitment.To(CommitmentState.UnderWay, Day.AddDays(60), Now, Somebody);
        Assert.Equal(Day.AddDays(70), commitment.NextNewsDueOn);
        commitment.Plan(null, null, 60);
        Assert.Equal(Day.AddDays(100), commitment.NextNewsDueOn);
        commitment.To(CommitmentState.Kept, Day.AddDays(90), Now, Somebody);
        Assert.Null(commitment.NextNewsDueOn);
        // Reopened long after: nobody owes news of the time when it was closed.
        commitment.To(CommitmentState.UnderWay, Day.AddDays(500), Now, Somebody, "Rien ne tient.");
        Assert.Equal(Day.AddDays(560), commitment.NextNewsDueOn);
    }

    [Theory]
    [InlineData("Pacific/Noumea", "2027-03-11")]
    [InlineData("Indian/Reunion", "2027-03-11")]
    [InlineData("Europe/Paris", "2027-03-10")]
    [InlineData("America/Guadeloupe", "2027-03-10")]
    [InlineData("Pacific/Tahiti", "2027-03-10")]
    public void Today_is_the_spaces_own_day(string zone, string today)
    {
        var space = SpaceIn(zone);
        var day = space.On(new DateTimeOffset(2027, 3, 10, 21, 30, 0, TimeSpan.Zero));
        Assert.Equal(DateOnly.Parse(today), day);
        var commitment = In(CommitmentState.UnderWay);
        commitment.Plan(null, new DateOnly(2027, 3, 10), 90);
        Assert.Equal(day > new DateOnly(2027, 3, 10), commitment.IsLate(day));
    }

    [Fact]
    public void The_last_news_that_stands_says_status_progress_and_blocked()
    {
        var commitment = In(CommitmentState.UnderWay);
        Tell(commitment, UpdateStatus.OnTrack, 40, Day.AddDays(1));
        var wrong = Tell(commitment, UpdateStatus.Blocked, 90, Day.AddDays(5));
        Assert.Equal((true, 90, Day.AddDays(5)), (commitment.IsBlocked, commitment.Progress!.Value, commitment.LastNewsOn!.Value));
        // Of an earlier day: it enriches the history, it does not become the last news.
        Tell(commitment, UpdateStatus.Attention, 10, Day.AddDays(2));
        Assert.Equal((true, 90, Day.AddDays(5)), (commitment.IsBlocked, commitment.Progress!.Value, commitment.LastNewsOn!.Value));
        Tell(commitment, UpdateStatus.OnTrack, null, Day.AddDays(3), wrong.Id);
        Assert.Equal((false, 10, Day.AddDays(3)), (commitment.IsBlocked, commitment.Progress!.Value, commitment.LastNewsOn!.Value));
    }

    [Fact]
    public void A_draft_and_what_is_closed_take_no_news_but_what_was_said_can_be_corrected()
    {
        Assert.Equal("commitment.draft", Assert.Throws<RuleViolation>(() => Tell(In(CommitmentState.Draft), UpdateStatus.OnTrack, null, Day)).Code);
        var commitment = In(CommitmentState.UnderWay);
        var said = Tell(commitment, UpdateStatus.Done, 100, Day);
        commitment.To(CommitmentState.Kept, Day, Now, Somebody);
        Assert.Equal("commitment.closed", Assert.Throws<RuleViolation>(() => Tell(commitment, UpdateStatus.OnTrack, null, Day)).Code);
        Tell(commitment, UpdateStatus.Done, 95, Day, said.Id);
        Assert.Equal(95, commitment.Progress);
    }

    [Fact]
    public void News_of_tomorrow_or_beyond_a_hundred_percent_do_not_exist()
    {
        Assert.Equal("update.future", Assert.Throws<RuleViolation>(() => new Update(Guid.NewGuid(), Guid.NewGuid(), UpdateStatus.OnTrack, null, "…", Day.AddDays(1), Now, Day, Somebody)).Code);
        foreach (var progress in new[] { -1, 101 })
            Assert.Equal("update.progress", Assert.Throws<RuleViolation>(() => new Update(Guid.NewGuid(), Guid.NewGuid(), UpdateStatus.OnTrack, progress, "…", Day, Now, Day, Somebody)).Code);
    }

    [Fact]
    public void Organisations_or_a_coalition_hold_it_never_both_never_neither()
    {
        var commitment = In(CommitmentState.Draft);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal("commitment.holders", Assert.Throws<RuleViolation>(() => commitment.HeldBy([], null)).Code);
        Assert.Equal("commitment.holders", Assert.Throws<RuleViolation>(() => commitment.HeldBy([one], Guid.NewGuid())).Code);
        commitment.HeldBy([one, two], null);
        Assert.Equal([(one, true), (two, false)], commitment.Holders.Select(h => (h.OrganisationId, h.IsLead)));
        commitment.HeldBy([two], null);
        Assert.Equal([(two, true)], commitment.Holders.Select(h => (h.OrganisationId, h.IsLead)));
        commitment.HeldBy([], one);
        Assert.Empty(commitment.Holders);
    }

    [Fact]
    public void A_due_date_before_the_start_and_a_cadence_out_of_bounds_are_refused()
    {
        var commitment = In(CommitmentState.Draft);
        Assert.Equal("commitment.dates", Assert.Throws<RuleViolation>(() => commitment.Plan(Day, Day.AddDays(-1), 90)).Code);
        foreach (var cadence in new[] { 6, 731 }) Assert.Equal("commitment.cadence", Assert.Throws<RuleViolation>(() => commitment.Plan(null, null, cadence)).Code);
    }

    [Fact]
    public void The_first_line_says_where_it_stands_in_the_spaces_own_words()
    {
        var commitment = In(CommitmentState.UnderWay);
        commitment.Plan(null, Day.AddDays(10), 30);
        Assert.Equal("En cours, échéance dans 10\u00a0jours", Sentence(Engagement, Day));
        Assert.Equal("En cours, en retard de 12\u00a0jours", Sentence(Engagement, Day.AddDays(22)));
        Assert.Equal("En cours, en retard de 3 mois, sans nouvelles depuis 4 mois", Sentence(Lead, Day.AddDays(125)));
        Tell(commitment, UpdateStatus.Blocked, null, Day.AddDays(20));
        Assert.Equal("En cours, bloquée, en retard de 12\u00a0jours, dernière nouvelle avant-hier", Sentence(Lead, Day.AddDays(22)));
        commitment.To(CommitmentState.Kept, Day.AddDays(30), Now, Somebody);
        Assert.Equal("Tenue le 31 mars 2027", Sentence(Lead, Day.AddDays(60)));
        Assert.Equal("Brouillon", In(CommitmentState.Draft) is var draft ? Standing(draft).Sentence(Lead, draft.StateOn, draft.AliveSince, Day) : "");

        string Sentence(Word word, DateOnly today) => Standing(commitment).Sentence(word, commitment.StateOn, commitment.AliveSince, today);
    }

    [Fact]
    public void States_and_acts_agree_with_the_word()
    {
        Assert.Equal("Adopté", CommitmentState.Adopted.Label(Engagement));
        Assert.Equal("Adoptée", CommitmentState.Adopted.Label(Lead));
        var kept = Moves.Find(CommitmentState.UnderWay, CommitmentState.PartlyKept)!;
        Assert.Equal(("Déclarer tenu en partie", "Tenue en partie"), (kept.ActFor(Engagement), kept.FactFor(Lead)));
    }

    private static Standing Standing(Commitment c) => new(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked);

    private static Update Tell(Commitment commitment, UpdateStatus status, int? progress, DateOnly on, Guid? corrects = null) =>
        commitment.Tell(new Update(commitment.Id, Guid.NewGuid(), status, progress, "Du neuf.", on, Now.AddMinutes(commitment.Updates.Count), DateOnly.MaxValue, Somebody, corrects));

    private static Commitment In(CommitmentState state)
    {
        var commitment = new Commitment(1, "Plan vélo", Guid.NewGuid(), Day, Now, Somebody);
        foreach (var step in state == CommitmentState.Abandoned ? Moves.Road(CommitmentState.Proposed) : Moves.Road(state)) commitment.To(step, Day, Now, Somebody);
        if (!state.IsOpen()) commitment.To(state, Day, Now, Somebody, "Parce que.");
        return commitment;
    }

    private static Space SpaceIn(string zone) => new(Guid.NewGuid(), "essai", TenantKind.Alliance, "Essai", null, TimeZoneInfo.FindSystemTimeZoneById(zone),
        Contrast.DefaultAccent, false, 0, "Essai", Vocabulary.Default, new HashSet<string>(), TenantState.Active, false);
}
