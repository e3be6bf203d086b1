using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Members.Reference;

/// <summary>What the page shows: the EPCI that answer the text, and those ticked before that do not.</summary>
public static class FindEpcisToAdd
{
    [Needs(MembersPermissions.Write)]
    public sealed record Query(string? Text, IReadOnlyCollection<string> Ticked) : IRequest<View>;

    /// <param name="Kept">Ticked in earlier searches; they stay until they are unticked.</param>
    /// <param name="More">There are others: the text says too little.</param>
    /// <param name="Source">Latest year of the reference; null as long as the platform has not imported it.</param>
    public sealed record View(IReadOnlyList<Row> Found, IReadOnlyList<Row> Kept, bool More, ReferenceYear? Source);

    /// <param name="OrganisationId">Set when the space already has this EPCI, whatever its role.</param>
    public sealed record Row(SearchEpcis.Hit Epci, Guid? OrganisationId, bool Ticked)
    {
        public bool CanBeAdded => Epci.Exists && OrganisationId is null;
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var answer = await mediator.Send(new SearchEpcis.Query(query.Text), ct);
            var found = answer.Hits.Select(hit => hit.Siren).ToHashSet(StringComparer.Ordinal);
            var earlier = query.Ticked.Where(siren => !found.Contains(siren)).ToList();
            var kept = earlier.Count == 0 ? []
                : await SearchEpcis.Hit.Of(db, db.Set<Epci>().Where(e => earlier.Contains(e.Siren)).OrderBy(e => e.SearchName).ThenBy(e => e.Siren)).ToListAsync(ct);
            var shown = found.Concat(earlier).ToList();
            var known = shown.Count == 0 ? []
                : await db.Set<Organisation>().Where(o => o.Siren != null && shown.Contains(o.Siren)).ToDictionaryAsync(o => o.Siren!, o => o.Id, ct);
            var source = await db.Set<ReferenceYear>().OrderByDescending(y => y.Year).FirstOrDefaultAsync(ct);

            Row Of(SearchEpcis.Hit hit) => new(hit, known.TryGetValue(hit.Siren, out var id) ? id : null, query.Ticked.Contains(hit.Siren));
            return new([.. answer.Hits.Select(Of)], [.. kept.Select(Of)], answer.More, source);
        }
    }
}
