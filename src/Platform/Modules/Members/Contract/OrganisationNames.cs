using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;

namespace Platform.Modules.Members.Contract;

/// <summary>Names of organisations by identifier, ended and archived ones too. An unknown identifier is absent from the answer.
/// Public pages name organisations as well, hence no account is asked for; no page sends it by itself.</summary>
public static class OrganisationNames
{
    [Anonymous]
    public sealed record Query(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, Row>>;

    public sealed record Row(Guid Id, string Name, string? ShortName, OrganisationKind Kind, bool IsArchived)
    {
        /// <summary>The short name when there is one: what a row of a list has room for.</summary>
        public string Shown => ShortName ?? Name;
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, Row>>
    {
        public async Task<IReadOnlyDictionary<Guid, Row>> Handle(Query query, CancellationToken ct) => query.Ids.Count == 0
            ? new Dictionary<Guid, Row>()
            : await db.Set<Organisation>().Where(o => query.Ids.Contains(o.Id))
                .Select(o => new Row(o.Id, o.Name, o.ShortName, o.Kind, o.ArchivedAt != null)).ToDictionaryAsync(r => r.Id, ct);
    }
}
