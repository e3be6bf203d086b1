using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;

namespace Platform.Modules.Members.People;

/// <summary>What the space holds about a person, to be handed over at their request (RGPD, article 15): most have no account of their own.</summary>
public static class GivePersonData
{
    [Needs(MembersPermissions.Erase)]
    public sealed record Query(Guid Id) : IRequest<Archive>;

    internal sealed class Handler(PlatformDb db, DataArchive archive) : IRequestHandler<Query, Archive>
    {
        public async Task<Archive> Handle(Query query, CancellationToken ct)
        {
            var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Id && p.ErasedAt == null, ct) ?? throw new NotFound(nameof(Person));
            var accesses = await db.Memberships.AsNoTracking().Where(m => m.PersonId == person.Id).ToListAsync(ct);
            var ids = accesses.ConvertAll(m => m.AccountId);
            var addresses = await db.Users.Where(a => ids.Contains(a.Id)).Select(a => a.Email!).ToListAsync(ct);
            var whose = new Traces.Whose(ids.Count > 0 ? ids[0] : null, person.Id, [.. accesses.Select(m => m.Name).Append(person.FullName).Distinct()], [.. addresses.Append(person.Email).OfType<string>().Distinct()]);
            return await archive.Write("donnees", whose, ids, [person.Id, .. accesses.Select(m => m.Id)], ct);
        }
    }
}
