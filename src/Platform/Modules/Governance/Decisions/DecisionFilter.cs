using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Governance.Decisions;

public enum DecisionFacet { None, Situation, Outcome, Body, Year }

/// <summary>How the register is narrowed, as it stands in the address.</summary>
public sealed record DecisionFilter
{
    /// <summary>Values of the address.</summary>
    public const string Open = "a-decliner", Late = "retard", Waiting = "a-ratifier", Uncounted = "sans-vote";

    public string? Words { get; init; }
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];
    public IReadOnlyList<Guid> Bodies { get; init; } = [];
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>A member's council has still to answer.</summary>
    internal static Expression<Func<Decision, bool>> IsOpen { get; } = d => d.Lines.Any(l => l.State == CascadeState.ToDo || l.State == CascadeState.OnAgenda);

    internal static Expression<Func<Decision, bool>> IsLate(DateOnly today) => d => d.ExpectedBy < today && d.Lines.Any(l => l.State == CascadeState.ToDo || l.State == CascadeState.OnAgenda);

    /// <summary>Adopted, and not yet by every member concerned.</summary>
    internal static Expression<Func<Decision, bool>> IsWaiting { get; } = d => d.Outcome == Outcome.Adopted && d.Lines.Any(l => l.State != CascadeState.NotConcerned && l.State != CascadeState.Adopted);

    internal static Expression<Func<Decision, bool>> IsUncounted { get; } = d => d.VotesFor == null || d.VotesAgainst == null || d.Seats == null;

    /// <summary>The national schema asks for a number, a subject, and votes that do not outnumber the members: a weighted vote counts voices, not people.</summary>
    internal static Expression<Func<Decision, bool>> IsPublishable { get; } = d => d.Code != null && d.Subject != null && d.Outcome != Outcome.Deferred
        && d.VotesFor != null && d.VotesAgainst != null && d.VotesFor + d.VotesAgainst + (d.Abstentions ?? 0) + (d.Recused ?? 0) <= d.Seats;

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<Decision> Apply(PlatformDb db, DateOnly today, DecisionFacet except = DecisionFacet.None)
    {
        var found = db.Set<Decision>().AsNoTracking();
        foreach (var word in SearchTerms.Typed(Words))
        {
            // By what it says or by who took it.
            var (own, bodies) = (SearchTerms.Beginning(db, SearchKind.Decision, word), SearchTerms.Beginning(db, SearchKind.Body, word));
            found = found.Where(d => own.Contains(d.Id) || bodies.Contains(d.BodyId));
        }
        if (except != DecisionFacet.Situation) found = InSituation(found, today);
        if (Outcomes.Count > 0 && except != DecisionFacet.Outcome) found = found.Where(d => Outcomes.Contains(d.Outcome));
        if (Bodies.Count > 0 && except != DecisionFacet.Body) found = found.Where(d => Bodies.Contains(d.BodyId));
        if (Years.Count > 0 && except != DecisionFacet.Year) found = found.Where(d => Years.Contains(d.Date.Year));
        return found;
    }

    private IQueryable<Decision> InSituation(IQueryable<Decision> found, DateOnly today)
    {
        (string Value, Expression<Func<Decision, bool>> Is)[] all = [(Open, IsOpen), (Late, IsLate(today)), (Waiting, IsWaiting), (Uncounted, IsUncounted)];
        var chosen = all.Where(s => Situations.Contains(s.Value)).Select(s => s.Is).ToList();
        return chosen.Count == 0 ? found : found.Where(Either.Of(chosen));
    }
}
