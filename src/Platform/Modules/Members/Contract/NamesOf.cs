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

    private sealed class Line
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public bool IsPerson { get; init; }
        public Guid? OrganisationId { get; init; }
        public bool IsArchived { get; init; }
    }

    private static readonly FixedQuery<Guid[], Line> Names = new((db, ids) => db.Set<Person>().Where(p => ids.Contains(p.Id))
        .Select(p => new Line { Id = p.Id, Name = p.GivenName + " " + p.FamilyName, IsPerson = true, OrganisationId = p.OrganisationId, IsArchived = p.ArchivedAt != null })
        .Concat(db.Set<Organisation>().Where(o => ids.Contains(o.Id))
            .Select(o => new Line { Id = o.Id, Name = o.Name, IsPerson = false, OrganisationId = null, IsArchived = o.ArchivedAt != null })));

    /// <summary>The same within a request of somebody who is no member and follows a personal link.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Row>> Read(PlatformDb db, IEnumerable<Guid?> all, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var ids = all.OfType<Guid>().Distinct().ToArray();
        if (ids.Length == 0) return new Dictionary<Guid, Row>();
        return (await Names.ToList(db, ids, ct)).ToDictionary(r => r.Id, r => new Row(r.Id, r.Name, r.IsPerson, r.OrganisationId, r.IsArchived));
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, Row>>
    {
        public Task<IReadOnlyDictionary<Guid, Row>> Handle(Query query, CancellationToken ct) => Read(db, query.Ids, ct);
    }
}
