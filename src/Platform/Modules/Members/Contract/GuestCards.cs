using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>People to invite: these, and those of these organisations; neither archived nor erased.</summary>
public static class GuestCards
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> People, IReadOnlyCollection<Guid> Organisations) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string? Email, Guid? OrganisationId, string? Organisation);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => query.People.Count + query.Organisations.Count == 0 ? []
            : await db.Set<Person>().Where(p => p.ArchivedAt == null && (query.People.Contains(p.Id) || (p.OrganisationId != null && query.Organisations.Contains(p.OrganisationId.Value))))
                .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Email, p.OrganisationId, db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.ShortName ?? o.Name).FirstOrDefault()))
                .ToListAsync(ct);
    }
}
