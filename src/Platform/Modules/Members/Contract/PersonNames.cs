using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>Names of people by identifier, archived ones too. An unknown identifier is absent from the answer.</summary>
public static class PersonNames
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, Row>>;

    public sealed record Row(Guid Id, string Name, string? Title, Guid? OrganisationId, bool IsArchived);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, Row>>
    {
        public async Task<IReadOnlyDictionary<Guid, Row>> Handle(Query query, CancellationToken ct) => query.Ids.Count == 0
            ? new Dictionary<Guid, Row>()
            : await db.Set<Person>().Where(p => query.Ids.Contains(p.Id))
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Title, p.OrganisationId, p.ArchivedAt != null)).ToDictionaryAsync(r => r.Id, ct);
    }
}
