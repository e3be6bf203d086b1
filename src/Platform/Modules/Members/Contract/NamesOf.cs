using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>Names of organisations and of people by identifier, in one round trip: what a sheet that holds both needs.
/// Identifiers are unique across the two kinds; an unknown one is absent from the answer.</summary>
public static class NamesOf
{
    [AnyMember]
    public sealed record Query(IEnumerable<Guid?> Ids) : IRequest<IReadOnlyDictionary<Guid, Row>>;

    /// <param name="OrganisationId">A person's organisation; null for an organisation.</param>
    public sealed record Row(Guid Id, string Name, bool IsPerson, Guid? OrganisationId, bool IsArchived);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, Row>>
    {
        public async Task<IReadOnlyDictionary<Guid, Row>> Handle(Query query, CancellationToken ct)
        {
            var ids = query.Ids.OfType<Guid>().Distinct().ToList();
            if (ids.Count == 0) return new Dictionary<Guid, Row>();
            var people = db.Set<Person>().Where(p => ids.Contains(p.Id))
                .Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName, IsPerson = true, p.OrganisationId, IsArchived = p.ArchivedAt != null });
            var organisations = db.Set<Organisation>().Where(o => ids.Contains(o.Id))
                .Select(o => new { o.Id, o.Name, IsPerson = false, OrganisationId = (Guid?)null, IsArchived = o.ArchivedAt != null });
            return await people.Concat(organisations)
                .ToDictionaryAsync(r => r.Id, r => new Row(r.Id, r.Name, r.IsPerson, r.OrganisationId, r.IsArchived), ct);
        }
    }
}
