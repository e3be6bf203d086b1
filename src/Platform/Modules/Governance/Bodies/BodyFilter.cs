using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Search;

namespace Platform.Modules.Governance.Bodies;

public enum BodyFacet { None, Situation, Role, Kind }

/// <summary>How the bodies are narrowed, as it stands in the address. Unless asked for, those that have ended stay out.</summary>
public sealed record BodyFilter
{
    /// <summary>Values of the address.</summary>
    public const string InForce = "en-cours", Over = "terminee", Vacancy = "vacante", Decides = "decide", Advises = "avis";

    public string? Words { get; init; }
    public IReadOnlyList<string> Situations { get; init; } = [];
    public IReadOnlyList<string> Roles { get; init; } = [];
    public IReadOnlyList<BodyKind> Kinds { get; init; } = [];

    /// <param name="except">The facet whose own choice is left out, to count its values.</param>
    internal IQueryable<Body> Apply(PlatformDb db, DateOnly today, BodyFacet except = BodyFacet.None)
    {
        var found = db.Set<Body>().AsNoTracking();
        foreach (var word in SearchTerms.Typed(Words))
        {
            // By its name or by what it is: "comité" finds the technical committees, whatever they are called.
            var (own, kinds) = (SearchTerms.Beginning(db, SearchKind.Body, word),
                Enum.GetValues<BodyKind>().Where(k => Folding.Words(EnumNames.Of(k)).Any(w => w.StartsWith(word, StringComparison.Ordinal))).ToList());
            found = found.Where(b => own.Contains(b.Id) || kinds.Contains(b.Kind));
        }
        if (except != BodyFacet.Situation) found = InSituation(db, found, today);
        if (Kinds.Count > 0 && except != BodyFacet.Kind) found = found.Where(b => Kinds.Contains(b.Kind));
        return (except == BodyFacet.Role ? (false, false) : (Roles.Contains(Decides), Roles.Contains(Advises))) switch
        {
            (true, false) => found.Where(b => b.Decides),
            (false, true) => found.Where(b => !b.Decides),
            _ => found,
        };
    }

    private IQueryable<Body> InSituation(PlatformDb db, IQueryable<Body> found, DateOnly today)
    {
        var (running, over, vacant) = (Situations.Contains(InForce), Situations.Contains(Over), Situations.Contains(Vacancy));
        if (!running && !over && !vacant) return Running(found, today);
        var empty = Empty(db, today);
        return found.Where(b => (running && (b.EndedOn == null || b.EndedOn >= today)) || (over && b.EndedOn < today)
            || (vacant && (b.EndedOn == null || b.EndedOn >= today) && empty.Any(m => m.BodyId == b.Id)));
    }

    internal static IQueryable<Body> Running(IQueryable<Body> bodies, DateOnly today) => bodies.Where(b => b.EndedOn == null || b.EndedOn >= today);

    /// <summary>Functions without anybody on that day.</summary>
    internal static IQueryable<Mandate> Empty(PlatformDb db, DateOnly today) => Mandate.RunningOn(db, today).Where(m => m.PersonId == null);
}
