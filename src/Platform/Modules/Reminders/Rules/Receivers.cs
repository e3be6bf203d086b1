using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Members.Contract;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Rules;

/// <param name="Id">Of the person, or of the account that stands for nobody.</param>
internal sealed record Receiver(Guid Id, string Name, string Email, bool IsPerson);

/// <param name="Rung">The lowest on which this receiver stands: the first is asked, the others are told.</param>
internal sealed record Told(Receiver To, Rungs Rung)
{
    public bool IsAsked => Rung == Rungs.Referent;

    /// <summary>Asked, and somebody who may act by an address of one's own.</summary>
    public bool ActsAlone => IsAsked && To.IsPerson;
}

/// <summary>Who stands on which rung of a thing, and can be written to.</summary>
internal sealed class Receivers(PlatformDb db, IMediator mediator, CurrentTenant tenant)
{
    private readonly Dictionary<Roles, IReadOnlyList<Receiver>> staff = [];

    /// <summary>Everybody on the ladders of these, those without an address left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Receiver>> Of(IEnumerable<Owed> owed, CancellationToken ct) =>
        (await mediator.Send(new ContactsOf.Query(owed.SelectMany(o => o.Referents.Concat(o.Facilitators).Concat(o.Elected)).Distinct().Select(id => (Guid?)id)), ct))
            .ToDictionary(c => c.Id, c => new Receiver(c.Id, c.Name, c.Email, true));

    /// <summary>Who is written to about this. Where nobody of the rungs asked for can be, the next one up is: a reminder does not fall
    /// into a void. Before its day a thing climbs only if nobody else will ever be asked: those above have enough of what is late.</summary>
    public async Task<IReadOnlyList<Told>> Audience(Owed owed, Step step, IReadOnlyDictionary<Guid, Receiver> people, CancellationToken ct)
    {
        var ladder = KindBook.Of(owed.Kind).Ladder.ToList();
        var found = new List<Told>();
        foreach (var rung in ladder.Where(r => step.To.HasFlag(r))) found.AddRange((await On(rung, owed, people, ct)).Select(p => new Told(p, rung)));
        foreach (var rung in ladder.Where(r => r > step.To && (step.Days >= 0 || owed.Kind == ReminderKind.Obligation)))
        {
            if (found.Count > 0) break;
            found.AddRange((await On(rung, owed, people, ct)).Select(p => new Told(p, rung)));
        }
        // The same person on two rungs, or two people of one address, get one mail.
        return [.. found.DistinctBy(t => t.To.Id).DistinctBy(t => t.To.Email, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<IReadOnlyList<Receiver>> On(Rungs rung, Owed owed, IReadOnlyDictionary<Guid, Receiver> people, CancellationToken ct)
    {
        switch (rung)
        {
            case Rungs.Referent: return Known(owed.Referents, people);
            case Rungs.Elected: return Known(owed.Elected, people);
            case Rungs.Administrator: return await Staff(Roles.Administrator, ct);
            default:
                var own = Known(owed.Facilitators, people);
                return own.Count > 0 ? own : await Staff(Roles.Facilitator, ct);
        }
    }

    private static List<Receiver> Known(IEnumerable<Guid> ids, IReadOnlyDictionary<Guid, Receiver> people) => [.. ids.Where(people.ContainsKey).Select(id => people[id])];

    private async Task<IReadOnlyList<Receiver>> Staff(Roles role, CancellationToken ct)
    {
        if (staff.TryGetValue(role, out var known)) return known;
        return staff[role] = [.. (await StaffOf.Read(db, tenant.Id, role, ct)).Select(s => new Receiver(s.Id, s.Name, s.Email, s.IsPerson))];
    }
}
