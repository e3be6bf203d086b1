using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Members.People;

namespace Platform.Modules.Members.Contract;

/// <summary>Organisations and people of the space by their folded names, archived ones too: what a file may name.</summary>
public static class EveryName
{
    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Organisations">By full name, or by short name where no other bears it in full.</param>
    /// <param name="People">By "given family", "family given", and "given family (organisation)".</param>
    /// <param name="Names">As they are written.</param>
    public sealed record Answer(ILookup<string, Guid> Organisations, ILookup<string, Guid> People, IReadOnlyDictionary<Guid, string> Names);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var organisations = await db.Set<Organisation>().AsNoTracking().Select(o => new { o.Id, o.Name, o.NameKey, o.ShortName }).ToListAsync(ct);
            var people = await db.Set<Person>().AsNoTracking().Select(p => new { p.Id, Name = p.GivenName + " " + p.FamilyName, p.NameKey, p.OrganisationId }).ToListAsync(ct);
            var full = organisations.Select(o => o.NameKey).ToHashSet(StringComparer.Ordinal);
            var names = organisations.ToDictionary(o => o.Id, o => o.Name);
            var shorts = organisations.Where(o => o.ShortName is not null).Select(o => (Key: Folding.Key(o.ShortName), o.Id)).Where(o => !full.Contains(o.Key));
            var known = people.SelectMany(p => new[] { Folding.Key(p.Name), p.NameKey, p.OrganisationId is { } of ? Folding.Key($"{p.Name} ({names[of]})") : p.NameKey }.Distinct(), (p, key) => (Key: key, p.Id));
            var answer = new Answer(organisations.Select(o => (Key: o.NameKey, o.Id)).Concat(shorts).ToLookup(o => o.Key, o => o.Id, StringComparer.Ordinal),
                known.ToLookup(p => p.Key, p => p.Id, StringComparer.Ordinal), names);
            foreach (var person in people) names[person.Id] = person.Name;
            return answer;
        }
    }
}
