using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>How to write to people: those who are neither archived nor erased, by family name.</summary>
public static class AddressesOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> People) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Email">Null: nobody wrote one down.</param>
    public sealed record Row(Guid Id, string Name, string? Email);

    /// <summary>The same within a request of somebody who is no member and follows a personal link.</summary>
    public static async Task<IReadOnlyList<Row>> Read(PlatformDb db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(people);
        return people.Count == 0 ? []
            : await db.Set<Person>().Where(p => people.Contains(p.Id) && p.ArchivedAt == null).OrderBy(p => p.NameKey).ThenBy(p => p.Id)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Email)).ToListAsync(ct);
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => Read(db, query.People, ct);
    }
}
