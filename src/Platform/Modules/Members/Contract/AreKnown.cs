using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>Whether every identifier that a form sent is an organisation, or a person, of this space. The keys of the
/// database refuse the others anyway; this lets the form say so beside its field.</summary>
public static class AreKnown
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Organisations, IReadOnlyCollection<Guid> People) : IRequest<Answer>;

    public sealed record Answer(bool Organisations, bool People);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (organisations, people) = (query.Organisations.Distinct().ToList(), query.People.Distinct().ToList());
            return new(
                organisations.Count == 0 || await db.Set<Organisation>().CountAsync(o => organisations.Contains(o.Id), ct) == organisations.Count,
                people.Count == 0 || await db.Set<Person>().CountAsync(p => people.Contains(p.Id), ct) == people.Count);
        }
    }
}
