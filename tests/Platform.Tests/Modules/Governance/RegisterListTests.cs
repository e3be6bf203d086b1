using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Governance.Decisions;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Shared.Search;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Governance;

public sealed class RegisterListTests
{
    [Fact]
    public async Task Meetings_and_decisions_are_narrowed_ordered_and_paged_by_the_database_and_their_files_say_the_same()
    {
        var world = await World.New();
        var today = world.Space.Today(world.App.Clock);
        var (board, climate) = (await Body("Bureau", BodyKind.Bureau), await Body("Commission climat", BodyKind.WorkingGroup));
        var evening = await Meeting(climate, today.AddDays(3), "Budget", "Médiathèque", "18h");
        await Meeting(board, today.AddDays(3), null, null, "9h");
        await Meeting(board, today.AddDays(40), null, null, null);
        await Meeting(board, today.AddDays(-10), "Orientations", null, null);
        var off = await Meeting(board, today.AddDays(-400), null, null, null);
        await world.Given(new CancelMeeting.Command { Id = off, Version = (await world.Given(new SaveMeeting.Form(off))).Command.Version });

        // Those to come by day and hour, then those that were, the latest first.
        Assert.Equal(["Bureau", "Commission climat", "Bureau", "Bureau"], await Shown("/reunions"));
        foreach (var (query, found) in new[] { ("q=CLIMAT", 1), ("q=mediatheque+budg", 1), ("q=bureau", 3), ("q=budget+bureau", 0), ("situation=a-venir", 3), ("situation=passees", 1), ("situation=a-completer", 1), ("situation=annulees", 1),
            ("situation=annulees&situation=a-venir", 4), ($"instance={climate}", 1), ($"annee={today.AddDays(-400).Year}&situation=annulees", 1), ("annee=jamais&instance=aucune&situation=autre", 4) })
            Assert.Equal((query, found), (query, (await Shown("/reunions?" + query)).Count));
        var facets = (await world.Given(new ListMeetings.Query(new MeetingFilter { Situations = [MeetingFilter.Past] }))).Facets;
        Assert.Equal([("a-venir", 3), ("passees", 1), ("a-completer", 1), ("annulees", 1)], facets[0].Values.Select(v => (v.Value, v.Count!.Value)));
        Assert.Contains(facets[1].Values, v => v.Label == "Bureau" && v.Count == 1);
        Assert.Equal(3, (await Lines("/reunions?situation=a-venir")).Length - 1);
        // Words that were changed are found, those of before are not.
        var form = (await world.Given(new SaveMeeting.Form(evening))).Command;
        await world.Given(form with { Title = "Finances" });
        Assert.Equal((0, 1), ((await Shown("/reunions?q=budget")).Count, (await Shown("/reunions?q=finances")).Count));
        // Two lists one behind the other: the page in which the first ends begins the second, wherever that falls.
        for (var i = 0; i < 46; i++) await world.Insert(() => new Meeting(board, today.AddDays(i < 22 ? 50 + i : -50 - i)));
        foreach (var size in new[] { 25, 10 })
        {
            var (dates, cursor) = (new List<DateOnly>(), (string?)null);
            do
            {
                var page = (await world.Given(new ListMeetings.Query(new MeetingFilter(), cursor, Size: size))).Page;
                Assert.Equal(size, page.Rows.Count);
                dates.AddRange(page.Rows.Select(r => r.Date));
                cursor = page.Next;
            }
            while (cursor is not null);
            Assert.Equal(50, dates.Count);
            Assert.Equal([.. dates.Where(d => d >= today).Order(), .. dates.Where(d => d < today).OrderDescending()], dates);
        }

        var decided = await Decide("Charte vélo", today.AddDays(-3), Outcome.Adopted, c => c with { Seats = 9, VotesFor = 8, VotesAgainst = 1, Subject = "7.6", Text = "Des arceaux partout." });
        await Decide("Reportée", today.AddYears(-1), Outcome.Deferred);
        await world.Organisation("Redon");
        await world.Given((await world.Given(new SetCascade.Form(decided))).Command with { Expected = "Délibérer", By = today.AddDays(-1), Tell = false });
        Assert.Equal(["Charte vélo", "Reportée"], await Shown("/decisions"));
        foreach (var (query, found) in new[] { ("q=velo+arceau", 1), ("q=commission", 2), ("situation=a-decliner", 1), ("situation=retard", 1), ("situation=a-ratifier", 1), ("situation=sans-vote", 1), ("situation=sans-vote&situation=retard", 2),
            ("resultat=ajournee", 1), ($"annee={today.AddYears(-1).Year}", 1), ($"instance={board}", 0), ("resultat=aucun&annee=x", 2) })
            Assert.Equal((query, found), (query, (await Shown("/decisions?" + query)).Count));
        var answer = await world.Given(new ListDecisions.Query(new DecisionFilter()));
        Assert.Equal((2, 1, 1, 1), (answer.All, answer.Open, answer.Waiting, answer.Publishable));
        Assert.Equal(1, (await Lines("/decisions?situation=retard")).Length - 1);
        for (var i = 0; i < 30; i++) await world.Insert(() => new Decision(board, today.AddDays(-i % 7), $"Décision {i:00}"));
        var seen = await world.Bob.Walk("/decisions", "tbody .row-title a");
        Assert.Equal((32, 32), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(seen.AsEnumerable().Reverse(), await world.Bob.Walk("/decisions?tri=date", "tbody .row-title a"));
        // What is older than the search by words is found after one command.
        Assert.Equal(30, await world.Given(new CompleteGovernanceSearch.Command()));
        Assert.Equal(25, (await Shown("/decisions?q=decis")).Count);
        using var asked = RoundTrips.Of(world);
        await world.Bob.Open("/reunions?q=bur&situation=a-venir&situation=passees");
        Assert.InRange(asked.Commands.Count, 1, 6);

        Task<Guid> Body(string name, BodyKind kind) => world.Given(new SaveBody.Command { Name = name, Kind = kind, Decides = true });

        Task<Guid> Meeting(Guid body, DateOnly date, string? title, string? place, string? start) => world.Given(new SaveMeeting.Command { BodyId = body, Date = date, Title = title, Place = place, Start = start });

        Task<Guid> Decide(string title, DateOnly date, Outcome outcome, Func<SaveDecision.Command, SaveDecision.Command>? and = null)
        {
            var command = new SaveDecision.Command { BodyId = climate, Date = date, Title = title, Outcome = outcome };
            return world.Given(and?.Invoke(command) ?? command);
        }

        async Task<IReadOnlyList<string>> Shown(string address) => [.. (await world.Bob.Open(address)).QuerySelectorAll("tbody .row-title").Select(t => t.TextContent)];

        async Task<string[]> Lines(string address) => (await (await world.Bob.Get(address + "&handler=Export&format=csv")).Content.ReadAsStringAsync()).TrimEnd().Split("\r\n");
    }
}
