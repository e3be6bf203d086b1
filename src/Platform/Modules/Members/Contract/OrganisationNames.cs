using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Members.Contract;

/// <summary>Names of organisations by identifier, for public pages: never of people, whose identifiers find nothing here.</summary>
public static class OrganisationNames
{
    [Anonymous]
    public sealed record Query(IEnumerable<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, string>>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, string>>
    {
        public async Task<IReadOnlyDictionary<Guid, string>> Handle(Query query, CancellationToken ct)
        {
            var ids = query.Ids.Distinct().ToList();
            return ids.Count == 0 ? new Dictionary<Guid, string>()
                : await db.Set<Organisation>().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        }
    }
}
