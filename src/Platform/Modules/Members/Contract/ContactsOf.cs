using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>Who can be written to, among these people: those who have gone or have no address are absent from the answer.</summary>
public static class ContactsOf
{
    [AnyMember]
    public sealed record Query(IEnumerable<Guid?> Ids) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, string Email);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var ids = query.Ids.OfType<Guid>().Distinct().ToList();
            if (ids.Count == 0) return [];
            return await db.Set<Person>().Where(p => ids.Contains(p.Id) && p.Email != null && p.ArchivedAt == null)
                .OrderBy(p => p.Id).Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Email!)).ToListAsync(ct);
        }
    }
}
