using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Reference;

namespace Platform.Modules.Members.Contract;

/// <summary>Official total populations of EPCI, per reference year, latest first. A SIREN that is not an EPCI's is absent from the answer.</summary>
public static class PopulationsOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<string> Sirens) : IRequest<IReadOnlyDictionary<string, IReadOnlyList<Figure>>>;

    /// <param name="Repeats">The earlier year whose figures the national source published again unchanged, if it did: say so beside them.</param>
    public sealed record Figure(int Year, int Population, int? Repeats);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<string, IReadOnlyList<Figure>>>
    {
        public async Task<IReadOnlyDictionary<string, IReadOnlyList<Figure>>> Handle(Query query, CancellationToken ct)
        {
            var figures = await db.Set<EpciPopulation>().Where(p => query.Sirens.Contains(p.Siren))
                .Join(db.Set<ReferenceYear>(), p => p.Year, y => y.Year, (p, y) => new { p.Siren, Figure = new Figure(p.Year, p.Population, y.RepeatsYear) })
                .ToListAsync(ct);
            return figures.GroupBy(f => f.Siren, f => f.Figure, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, IReadOnlyList<Figure> (g) => [.. g.OrderByDescending(f => f.Year)], StringComparer.Ordinal);
        }
    }
}
