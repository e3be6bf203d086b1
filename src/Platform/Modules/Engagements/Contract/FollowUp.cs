using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Support;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Opens a dated task about a coalition for each of those who facilitate it, written with what the caller saves.</summary>
public static class FollowUp
{
    private const string Kind = "Donner suite à ce qui s’est dit";

    /// <param name="Person">Who has the task; null: nobody facilitates the coalition, so it waits for whoever runs coalitions.</param>
    public sealed record Asked(Guid Id, Guid? Person);

    /// <returns>The tasks; none for a coalition that is unknown or has ended.</returns>
    public static async Task<IReadOnlyList<Asked>> Ask(PlatformDb db, Guid coalitionId, string details, DateOnly dueOn, DateOnly today, CurrentUser by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(by);
        if (await db.Set<Coalition>().SingleOrDefaultAsync(c => c.Id == coalitionId && c.State != CoalitionState.Ended, ct) is not { } coalition) return [];
        var people = await CoalitionFacilitator.On(db, today).Where(f => f.CoalitionId == coalitionId && f.PersonId != null).Select(f => f.PersonId).Distinct().ToListAsync(ct);
        var line = await Line(db, today, ct);
        var asked = new List<Asked>();
        foreach (var person in people.DefaultIfEmpty())
        {
            var request = db.Add(new SupportRequest(coalition, line, French.Cut(details, SupportRequest.DetailsLength), dueOn, today, Author.Of(by))).Entity;
            if (person is not null) request.Answer(coalition, SupportState.Accepted, person, dueOn, null, today);
            SearchTerms.Add(db, SearchKind.Support, request.Id, [request.Details]);
            asked.Add(new(request.Id, person));
        }
        return asked;
    }

    // A line of the guide that nobody is offered: a coalition does not ask for this, it is asked.
    private static async Task<Guid> Line(PlatformDb db, DateOnly today, CancellationToken ct)
    {
        if (db.Set<GuideLine>().Local.FirstOrDefault(l => l.Text == Kind) is { } made) return made.Id;
        if (await db.Set<GuideLine>().Where(l => l.Part == GuidePart.Support && l.Text == Kind).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct) is { } known) return known;
        // The shipped ones first: a guide with a line is taken for one that has them.
        await GuideBook.Open(db, ct);
        var line = db.Add(new GuideLine(GuidePart.Support, 999, Kind)).Entity;
        line.Retire(today);
        return line.Id;
    }
}
