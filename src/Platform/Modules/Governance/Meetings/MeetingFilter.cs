using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Governance.Meetings;

public enum MeetingFacet { None, Situation, Body, Year }

/// <summary>How the meetings are narrowed, as it stands in the address. Cancelled ones stay out unless asked for.</summary>
public sealed record MeetingFilter
{
    /// <summary>Values of the address.</summary>
    public const string Coming = "a-venir", Past = "passees", Unrecorded = "a-completer", Cancelled = "annulees";

    public string? Words { get; init; }
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<Guid> Bodies { get; init; } = [];
    public IReadOnlyList<int> Years { get; init; } = [];

    internal static Expression<Func<Meeting, bool>> IsComing(DateOnly today) => m => m.Date >= today && m.State != MeetingState.Cancelled;

    internal static Expression<Func<Meeting, bool>> IsPast(DateOnly today) => m => m.Date < today && m.State != MeetingState.Cancelled;

    /// <summary>It took place, or should have, and nothing says what was said.</summary>
    internal static Expression<Func<Meeting, bool>> IsUnrecorded(DateOnly today) => m => m.Date < today && m.State < MeetingState.Held;

    internal static Expression<Func<Meeting, bool>> IsCancelled { get; } = m => m.State == MeetingState.Cancelled;

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<Meeting> Apply(PlatformDb db, DateOnly today, MeetingFacet except = MeetingFacet.None)
    {
        var found = db.Set<Meeting>().AsNoTracking();
        foreach (var word in SearchTerms.Typed(Words))
        {
            // By its own words or by who meets.
            var (own, bodies) = (SearchTerms.Beginning(db, SearchKind.Meeting, word), SearchTerms.Beginning(db, SearchKind.Body, word));
            found = found.Where(m => own.Contains(m.Id) || bodies.Contains(m.BodyId));
        }
        if (except != MeetingFacet.Situation) found = InSituation(found, today);
        if (Bodies.Count > 0 && except != MeetingFacet.Body) found = found.Where(m => Bodies.Contains(m.BodyId));
        if (Years.Count > 0 && except != MeetingFacet.Year) found = found.Where(m => Years.Contains(m.Date.Year));
        return found;
    }

    private IQueryable<Meeting> InSituation(IQueryable<Meeting> found, DateOnly today)
    {
        (string Value, Expression<Func<Meeting, bool>> Is)[] all = [(Coming, IsComing(today)), (Past, IsPast(today)), (Unrecorded, IsUnrecorded(today)), (Cancelled, IsCancelled)];
        var chosen = all.Where(s => Situations.Contains(s.Value)).Select(s => s.Is).ToList();
        return found.Where(chosen.Count == 0 ? m => m.State != MeetingState.Cancelled : Either.Of(chosen));
    }
}
