using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Reference;

namespace Platform.Modules.Members.Contract;

/// <summary>Communes of the national reference by name (the beginning of each word, in any order), INSEE code or SIREN.</summary>
public static class SearchCommunes
{
    public const int Most = 20;

    [AnyMember]
    public sealed record Query(string? Text) : IRequest<Answer>;

    /// <param name="More">There are others: the text says too little.</param>
    public sealed record Answer(IReadOnlyList<Hit> Hits, bool More);

    /// <param name="Siren">Missing overseas, where the source has none.</param>
    /// <param name="Population">Municipal population; null where nobody lives.</param>
    public sealed record Hit(string Code, string Name, string? Siren, string Department, string? Epci, int? Population);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var search = new PlaceSearch(db, query.Text);
            if (search.SaysNothing) return new([], false);
            var hits = await search.Communes().Take(Most + 1).Select(c => new Hit(c.Code, c.Name, c.Siren,
                db.Set<Department>().First(d => d.Code == c.DepartmentCode).Name,
                db.Set<Epci>().Where(e => e.Siren == c.EpciSiren).Select(e => e.Name).FirstOrDefault(), c.Population)).ToListAsync(ct);
            return new([.. hits.Take(Most)], hits.Count > Most);
        }
    }
}
