using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Contract;

/// <summary>How many commitments each organisation holds, itself and not through a coalition; those that hold none are absent.</summary>
public static class CountHeld
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Organisations) : IRequest<IReadOnlyDictionary<Guid, int>>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, int>>
    {
        public async Task<IReadOnlyDictionary<Guid, int>> Handle(Query query, CancellationToken ct) => query.Organisations.Count == 0
            ? new Dictionary<Guid, int>()
            : await db.Set<CommitmentHolder>().Where(h => query.Organisations.Contains(h.OrganisationId))
                .GroupBy(h => h.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }
}
