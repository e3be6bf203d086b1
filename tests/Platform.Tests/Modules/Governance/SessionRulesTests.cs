using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Tests.Modules.Governance;

[Trait("Category", "unit")]
public sealed class SessionRulesTests
{
    private static readonly DateOnly Day = new(2027, 3, 12);

    [Theory]
    [InlineData(Quorum.None, 13, 0)]
    [InlineData(Quorum.MoreThanHalf, 13, 7)]
    [InlineData(Quorum.MoreThanHalf, 12, 7)]
    [InlineData(Quorum.Half, 13, 7)]
    [InlineData(Quorum.Half, 12, 6)]
    [InlineData(Quorum.Third, 13, 5)]
    [InlineData(Quorum.TwoThirds, 13, 9)]
    [InlineData(Quorum.Quarter, 13, 4)]
    public void A_quorum_is_a_share_rounded_up(Quorum quorum, int seats, int needed) => Assert.Equal(needed, quorum.Needed(seats));

    [Theory]
    [InlineData(Majority.Simple, 6, 6, Outcome.Rejected)]
    [InlineData(Majority.Simple, 7, 6, Outcome.Adopted)]
    [InlineData(Majority.TwoThirds, 8, 4, Outcome.Adopted)]
    [InlineData(Majority.TwoThirds, 7, 4, Outcome.Rejected)]
    [InlineData(Majority.Unanimity, 5, 0, Outcome.Adopted)]
    [InlineData(Majority.Unanimity, 12, 1, Outcome.Rejected)]
    [InlineData(Majority.Unanimity, 0, 0, null)]
    public void A_vote_gives_what_the_rule_says(Majority majority, int votesFor, int against, Outcome? outcome) => Assert.Equal(outcome, majority.Of(votesFor, against));

    private static (Body Body, Meeting Meeting) Assembly(int seats, Func<int, string?>? college = null, bool byCollege = false, bool proxiesMakeQuorum = false)
    {
        var body = new Body(BodyKind.GeneralAssembly, "Assemblée générale", true);
        body.Rule("AG", Quorum.MoreThanHalf, byCollege, Majority.Simple, 1, proxiesMakeQuorum, null);
        for (var i = 0; i < seats; i++) body.Appoint(MandateFunction.Titular, null, Guid.NewGuid(), null, Day.AddYears(-1)).Count(college?.Invoke(i), 1);
        body.Appoint(MandateFunction.Substitute, null, Guid.NewGuid(), null, Day.AddYears(-1));
        body.Appoint(MandateFunction.Guest, null, Guid.NewGuid(), null, Day.AddYears(-1));
        var meeting = new Meeting(body.Id, Day);
        meeting.Seat(body.Mandates);
        return (body, meeting);
    }

    [Fact]
    public void Guests_and_substitutes_do_not_make_a_quorum_but_a_substitute_holds_a_seat()
    {
        var (body, meeting) = Assembly(4);
        var (voters, substitute, guest) = (meeting.Attendances.FindAll(a => a.Votes), meeting.Attendances.Find(a => a.Function == MandateFunction.Substitute)!, meeting.Attendances.Find(a => a.Function == MandateFunction.Guest)!);
        guest.Come(Coming.Present, null);
        substitute.Come(Coming.Present, null);
        voters[0].Come(Coming.Present, null);
        voters[1].Come(Coming.Present, null);
        var hall = new Hall(body, meeting.Attendances);
        Assert.Equal((2, 4, 3, false), (hall.Quorum().Present, hall.Quorum().Seats, hall.Quorum().Needed, hall.Quorum().IsMet));
        voters[2].Come(Coming.Substitute, substitute.Id);
        Assert.True(hall.Quorum().IsMet);
        // Somebody concerned by the point leaves it: the count says so.
        Assert.False(hall.Quorum([voters[0].Id]).IsMet);
    }

    [Fact]
    public void A_proxy_speaks_only_while_its_holder_is_there_and_counts_only_if_the_statutes_say_so()
    {
        var (body, meeting) = Assembly(4);
        var voters = meeting.Attendances.FindAll(a => a.Votes);
        voters[0].Come(Coming.Present, null);
        voters[1].Come(Coming.Proxy, voters[0].Id);
        voters[2].Come(Coming.Present, null);
        var hall = new Hall(body, meeting.Attendances);
        Assert.Equal(3, hall.Voices.Count);
        Assert.Equal(2, hall.Quorum().Present);
        body.Rule("AG", Quorum.MoreThanHalf, false, Majority.Simple, 1, true, null);
        Assert.Equal(3, hall.Quorum().Present);
        voters[0].Come(Coming.Absent, null);
        Assert.Single(hall.Voices);
    }

    [Fact]
    public void A_quorum_by_college_needs_each_college()
    {
        var (body, meeting) = Assembly(6, i => i < 4 ? "Public" : "Privé", byCollege: true);
        var voters = meeting.Attendances.FindAll(a => a.Votes);
        foreach (var voter in voters.Take(4)) voter.Come(Coming.Present, null);
        var hall = new Hall(body, meeting.Attendances);
        Assert.Equal([("Public", true), ("Privé", false)], hall.Quorum().Colleges.Select(c => (c.College, c.IsMet)));
        Assert.False(hall.Quorum().IsMet);
        foreach (var voter in voters) voter.Come(Coming.Present, null);
        Assert.True(hall.Quorum().IsMet);
    }

    [Fact]
    public void A_vacant_seat_is_no_member_in_office_and_one_person_has_one_voice()
    {
        var body = new Body(BodyKind.Bureau, "Bureau", true);
        var claire = Guid.NewGuid();
        body.Appoint(MandateFunction.President, null, claire, null, Day.AddYears(-1));
        body.Appoint(MandateFunction.VicePresident, "Mobilités", claire, null, Day.AddYears(-1));
        body.Appoint(MandateFunction.Secretary, null, null, null, Day.AddYears(-1));
        body.Appoint(MandateFunction.Treasurer, null, Guid.NewGuid(), null, Day.AddDays(1));
        var meeting = new Meeting(body.Id, Day);
        meeting.Seat(body.Mandates);
        Assert.Equal(1, new Hall(body, meeting.Attendances).Quorum().Seats);
        Assert.Equal(2, meeting.Attendances.Count);
    }

    [Fact]
    public void Who_takes_another_function_keeps_the_seat_and_whoever_was_seen_in_the_room_stays_noted()
    {
        var (body, meeting) = Assembly(3);
        var voters = meeting.Attendances.FindAll(a => a.Votes);
        var (chosen, absent, there) = (voters[0], voters[1], voters[2]);
        chosen.Reply(Coming.Present, null, null, "Claire", default);
        there.Come(Coming.Present, null);
        foreach (var seat in voters) body.EndMandate(seat.MandateId, Day.AddDays(-1));
        var chair = body.Appoint(MandateFunction.President, null, chosen.PersonId, null, Day);
        meeting.Seat(body.Mandates);
        Assert.Equal((chair.Id, MandateFunction.President, Coming.Present), (chosen.MandateId, chosen.Function, chosen.Answer!.Value));
        Assert.DoesNotContain(absent, meeting.Attendances);
        Assert.Contains(there, meeting.Attendances);
    }

    [Fact]
    public void A_line_says_nothing_of_a_state_that_it_is_no_more_in()
    {
        var line = new CascadeLine(Guid.NewGuid(), Guid.NewGuid(), Day);
        line.Tell(CascadeState.Adopted, Day, "2027-14", Day, null, null, Day, null, "Rémi");
        line.Tell(CascadeState.OnAgenda, Day.AddDays(9), line.Reference, line.ActOn, null, null, Day, null, "Rémi");
        Assert.Equal((Day.AddDays(9), null, null), (line.CouncilOn!.Value, line.Reference, line.ActOn));
        line.Tell(CascadeState.ToDo, line.CouncilOn, null, null, null, null, Day, null, "Rémi");
        Assert.Null(line.CouncilOn);
    }

    [Fact]
    public void Who_represents_whom_obeys_the_statutes()
    {
        var (body, meeting) = Assembly(4);
        var (voters, substitute, guest) = (meeting.Attendances.FindAll(a => a.Votes), meeting.Attendances.Find(a => a.Function == MandateFunction.Substitute)!, meeting.Attendances.Find(a => a.Function == MandateFunction.Guest)!);
        var hall = new Hall(body, meeting.Attendances);
        string Refused(Attendance seat, Coming how, Guid? to, int taken = 0) => Assert.Throws<RuleViolation>(() => hall.Check(seat, how, to, taken)).Code;
        Assert.Equal("attendance.proxy", Refused(voters[0], Coming.Proxy, guest.Id));
        Assert.Equal("attendance.proxies", Refused(voters[0], Coming.Proxy, voters[1].Id, 1));
        Assert.Equal("attendance.who", Refused(voters[0], Coming.Proxy, voters[0].Id));
        Assert.Equal("attendance.substitute", Refused(voters[0], Coming.Substitute, voters[1].Id));
        Assert.Equal("attendance.substitute", Refused(voters[0], Coming.Substitute, substitute.Id, 1));
        Assert.Equal("attendance.novote", Refused(guest, Coming.Proxy, voters[0].Id));
        hall.Check(voters[0], Coming.Substitute, substitute.Id, 0);
    }

    [Fact]
    public void The_year_is_proposed_on_the_usual_weekday_out_of_the_summer_and_of_holidays()
    {
        foreach (var cadence in new[] { 1, 2, 4, 5, 6, 12 })
        {
            var dates = YearProposal.Of(2027, cadence, [], DayOfWeek.Friday, new DateOnly(2026, 11, 1));
            Assert.Equal(cadence, dates.Count);
            Assert.All(dates, d => Assert.True(d.DayOfWeek == DayOfWeek.Friday && d.Month != 8 && !YearProposal.IsHoliday(d), $"{d}"));
        }
        // What is planned takes its slot; what is past is not proposed.
        Assert.Equal(3, YearProposal.Of(2027, 4, [new(2027, 2, 12)], DayOfWeek.Friday, new DateOnly(2026, 11, 1)).Count);
        Assert.Equal(2, YearProposal.Of(2027, 4, [], DayOfWeek.Friday, new DateOnly(2027, 6, 1)).Count);
        Assert.Empty(YearProposal.Of(2027, 0, [], DayOfWeek.Friday, new DateOnly(2026, 11, 1)));
        foreach (var holiday in new DateOnly[] { new(2027, 3, 29), new(2027, 5, 6), new(2027, 5, 17), new(2026, 4, 6) }) Assert.True(YearProposal.IsHoliday(holiday), $"{holiday}");
    }

    [Theory]
    [InlineData("18:30", 1110)]
    [InlineData("18h30", 1110)]
    [InlineData("18 h", 1080)]
    [InlineData("9h05", 545)]
    [InlineData("25:00", null)]
    [InlineData("midi", null)]
    public void Times_are_read_as_people_type_them(string typed, int? minute) => Assert.Equal(minute, MeetingTime.Read(typed));

    [Fact]
    public void A_number_follows_the_spaces_pattern_and_is_read_back()
    {
        var rules = DecisionRules.UsualFor(TenantKind.Alliance);
        Assert.Equal("2021-002-AG-AILB", rules.Number(2021, 2, "AG", "ailb"));
        Assert.Equal(2, rules.RankIn("2021-002-AG-AILB", 2021, "AG", "AILB"));
        Assert.Null(rules.RankIn("DEL 12", 2021, "AG", "AILB"));
        Assert.True(DecisionRules.IsPattern("{instance}/{annee}/{numero}"));
        foreach (var bad in new[] { "{annee}-{numero}", "{annee}-{numero}-{instance}-{mois}", "{annee}-{numero}-{instance}}", null }) Assert.False(DecisionRules.IsPattern(bad), bad);
    }

    [Fact]
    public void Every_subject_of_an_act_has_its_code() =>
        Assert.Equal(("Finances locales/Contributions budgétaires", null, 57), (ActSubjects.NameOf("7.6"), ActSubjects.NameOf("7.66"), ActSubjects.All.Count));
}
