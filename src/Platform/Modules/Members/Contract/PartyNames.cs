using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>Names of organisations and people together, in one query: what a row of a list shows. Ended and archived ones too.</summary>
public static class PartyNames
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Organisations, IReadOnlyCollection<Guid> People) : IRequest<Answer>;

    public sealed class Answer(IReadOnlyDictionary<Guid, string> names)
    {
        /// <summary>The short name when there is one.</summary>
        public string Organisation(Guid id) => names.GetValueOrDefault(id, "organisation inconnue");

        public string Person(Guid id) => names.GetValueOrDefault(id, "personne inconnue");
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct) => query.Organisations.Count + query.People.Count == 0
            ? new(new Dictionary<Guid, string>())
            : new(await db.Set<Organisation>().Where(o => query.Organisations.Contains(o.Id)).Select(o => new { o.Id, Name = o.ShortName ?? o.Name })
                .Concat(db.Set<Person>().Where(p => query.People.Contains(p.Id)).Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName }))
                .ToDictionaryAsync(n => n.Id, n => n.Name, ct));
    }
}
