using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>What a select of people offers: those who are not archived, by family name, with their organisation, and those already chosen.</summary>
public static class PersonOptions
{
    /// <param name="Chosen">Identifiers that the form already holds.</param>
    /// <param name="Organisations">Only the people of these organisations.</param>
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid>? Chosen = null, IReadOnlyCollection<Guid>? Organisations = null) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string? Title, Guid? OrganisationId, string? Organisation)
    {
        /// <summary>"Claire Morvan (Redon Agglomération)"</summary>
        public string Shown => Organisation is null ? Name : $"{Name} ({Organisation})";
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var (chosen, all, organisations) = (query.Chosen ?? [], query.Organisations is null, query.Organisations ?? []);
            return await db.Set<Person>()
                .Where(p => chosen.Contains(p.Id) || (p.ArchivedAt == null && (all || organisations.Contains(p.OrganisationId!.Value))))
                .OrderBy(p => p.NameKey).ThenBy(p => p.Id)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Title, p.OrganisationId,
                    db.Set<Organisation>().Where(o => o.Id == p.OrganisationId).Select(o => o.ShortName ?? o.Name).FirstOrDefault()))
                .ToListAsync(ct);
        }
    }
}
