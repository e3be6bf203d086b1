using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Reference;

namespace Platform.Modules.Members.Contract;

/// <summary>EPCI of the national reference by name (the beginning of each word, in any order), by SIREN, or by the name or INSEE
/// code of a member commune. Nothing typed, nothing found.</summary>
public static class SearchEpcis
{
    public const int Most = 20;

    [AnyMember]
    public sealed record Query(string? Text) : IRequest<Answer>;

    /// <param name="More">There are others: the text says too little.</param>
    public sealed record Answer(IReadOnlyList<Hit> Hits, bool More);

    /// <param name="Department">Name of the department in which most of its communes are.</param>
    /// <param name="Population">Total population of <paramref name="LastYear"/>.</param>
    /// <param name="LastYear">Last reference year in which it existed.</param>
    /// <param name="Through">The member commune that was typed, when the name of the EPCI does not hold it.</param>
    public sealed record Hit(string Siren, string Name, EpciKind Kind, string? Department, int MemberCommunes, int Population,
        int LastYear, bool Exists, string? Through)
    {
        internal static IQueryable<Hit> Of(PlatformDb db, IQueryable<Epci> epcis) => epcis.Select(e => new Hit(e.Siren, e.Name, e.Kind,
            db.Set<Department>().Where(d => d.Code == e.DepartmentCode).Select(d => d.Name).FirstOrDefault(),
            e.MemberCommunes, e.Population, e.LastYear, e.LastYear == db.Set<ReferenceYear>().Max(y => (int?)y.Year), null));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var search = new PlaceSearch(db, query.Text);
            if (search.SaysNothing) return new([], false);
            var named = await Hit.Of(db, search.Epcis().Take(Most + 1)).ToListAsync(ct);
            if (named.Count > Most) return new(named[..Most], true);

            var communes = await search.Communes().Where(c => c.EpciSiren != null).Take(Most).Select(c => new { c.EpciSiren, c.Name }).ToListAsync(ct);
            var through = communes.Where(c => named.TrueForAll(hit => hit.Siren != c.EpciSiren)).DistinctBy(c => c.EpciSiren).ToList();
            if (through.Count == 0) return new(named, false);
            var sirens = through.ConvertAll(c => c.EpciSiren!);
            var around = await Hit.Of(db, db.Set<Epci>().Where(e => sirens.Contains(e.Siren))).ToDictionaryAsync(hit => hit.Siren, StringComparer.Ordinal, ct);
            named.AddRange(through.Select(c => around[c.EpciSiren!] with { Through = c.Name }));
            return new([.. named.Take(Most)], named.Count > Most);
        }
    }
}
