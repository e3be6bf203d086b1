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

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => query.People.Count == 0 ? []
            : await db.Set<Person>().Where(p => query.People.Contains(p.Id) && p.ArchivedAt == null).OrderBy(p => p.NameKey).ThenBy(p => p.Id)
                .Select(p => new Row(p.Id, p.GivenName + " " + p.FamilyName, p.Email)).ToListAsync(ct);
    }
}
