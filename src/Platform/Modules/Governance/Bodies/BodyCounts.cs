using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared.Lists;
using Counts = Platform.Modules.Shared.Lists.Counts<Platform.Modules.Governance.Bodies.BodyFacet>;

namespace Platform.Modules.Governance.Bodies;

/// <summary>What the list of bodies counts, and the facets made of it.</summary>
internal static class BodyCounts
{
    // Of all of them, for the first line.
    private const int RunningCode = 1, DecidingCode = 2, VacantCode = 3;

    private const int OverCode = 4, YesCode = 1, NoCode = 2;

    public static int Running(this Counts counts) => counts[BodyFacet.None, RunningCode];

    public static int Deciding(this Counts counts) => counts[BodyFacet.None, DecidingCode];

    /// <summary>Functions that nobody holds.</summary>
    public static int Vacant(this Counts counts) => counts[BodyFacet.None, VacantCode];

    public static Task<Counts> Read(PlatformDb db, Tallies tallies, Guid space, BodyFilter filter, DateOnly today, CancellationToken ct) =>
        Counts.Read(tallies, space, $"instances {today:O}", filter, () => Counted(db, filter, today), ct);

    private static IQueryable<CountLine> Counted(PlatformDb db, BodyFilter filter, DateOnly today)
    {
        const int situation = (int)BodyFacet.Situation, role = (int)BodyFacet.Role;
        var (all, situations, roles) = (db.Set<Body>(), filter.Apply(db, today, BodyFacet.Situation), filter.Apply(db, today, BodyFacet.Role));
        var (running, empty) = (BodyFilter.Running(situations, today), BodyFilter.Empty(db, today));
        return CountLine.Of(0, 0, filter.Apply(db, today))
            .Concat(CountLine.All(all))
            .Concat(CountLine.Of(0, RunningCode, BodyFilter.Running(all, today)))
            .Concat(CountLine.Of(0, DecidingCode, BodyFilter.Running(all, today).Where(b => b.Decides)))
            .Concat(CountLine.Of(0, VacantCode, BodyFilter.Running(all, today).SelectMany(b => empty.Where(m => m.BodyId == b.Id))))
            .Concat(CountLine.Of(situation, RunningCode, running))
            .Concat(CountLine.Of(situation, VacantCode, running.Where(b => empty.Any(m => m.BodyId == b.Id))))
            .Concat(CountLine.Of(situation, OverCode, situations.Where(b => b.EndedOn < today)))
            .Concat(CountLine.Of(role, YesCode, roles.Where(b => b.Decides)))
            .Concat(CountLine.Of(role, NoCode, roles.Where(b => !b.Decides)))
            .Concat(CountLine.By((int)BodyFacet.Kind, filter.Apply(db, today, BodyFacet.Kind), b => (int)b.Kind));
    }

    public static IReadOnlyList<Facet> Facets(this Counts counts, BodyFilter filter)
    {
        FacetValue[] situations =
        [
            new(BodyFilter.InForce, "En cours", counts[BodyFacet.Situation, RunningCode], filter.Situations.Contains(BodyFilter.InForce)),
            new(BodyFilter.Vacancy, "Fonction vacante", counts[BodyFacet.Situation, VacantCode], filter.Situations.Contains(BodyFilter.Vacancy)),
            new(BodyFilter.Over, "Terminées", counts[BodyFacet.Situation, OverCode], filter.Situations.Contains(BodyFilter.Over)),
        ];
        FacetValue[] roles =
        [
            new(BodyFilter.Decides, "Décide", counts[BodyFacet.Role, YesCode], filter.Roles.Contains(BodyFilter.Decides)),
            new(BodyFilter.Advises, "Avis et travail", counts[BodyFacet.Role, NoCode], filter.Roles.Contains(BodyFilter.Advises)),
        ];
        return
        [
            new("situation", "Situation", [.. situations.Where(v => v.Count > 0 || v.Chosen)]),
            new("role", "Rôle", [.. roles.Where(v => v.Count > 0 || v.Chosen)]),
            new("nature", "Nature", counts.Values(BodyFacet.Kind, Enum.GetValues<BodyKind>(), filter.Kinds, k => EnumNames.Slug(k), k => EnumNames.Of(k))),
        ];
    }
}
