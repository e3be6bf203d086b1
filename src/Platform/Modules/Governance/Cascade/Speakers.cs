using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Governance.Cascade;

/// <summary>Who carries the space's decisions home: those who hold a mandate for the member today.</summary>
internal static class Speakers
{
    /// <returns>Member and person; people without an address are left out, and each person comes once per member.</returns>
    public static async Task<IReadOnlyList<(Guid Member, AddressesOf.Row Person)>> Of(PlatformDb db, IMediator mediator, IReadOnlyCollection<Guid> members, DateOnly today, CancellationToken ct)
    {
        var seats = await Mandate.RunningOn(db, today).Where(m => m.PersonId != null && m.OrganisationId != null && members.Contains(m.OrganisationId!.Value))
            .Select(m => new { Member = m.OrganisationId!.Value, Person = m.PersonId!.Value }).Distinct().ToListAsync(ct);
        var people = (await mediator.Send(new AddressesOf.Query([.. seats.Select(s => s.Person).Distinct()]), ct)).Where(p => p.Email is not null).ToDictionary(p => p.Id);
        return [.. seats.Where(s => people.ContainsKey(s.Person)).Select(s => (s.Member, people[s.Person]))];
    }
}
