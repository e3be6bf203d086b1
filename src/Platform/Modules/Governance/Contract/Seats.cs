using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Governance.Meetings;

namespace Platform.Modules.Governance.Contract;

/// <summary>A mandate as a list of people tells it.</summary>
/// <param name="OrganisationId">The organisation represented; null: the person's own, when written.</param>
public sealed record Seat(Guid BodyId, MandateFunction Function, string? Precision, Guid? OrganisationId, DateOnly Start, DateOnly? End)
{
    /// <summary>The same seat, at times that meet: one of the two corrects the other.</summary>
    public bool IsSame(Seat other) => BodyId == other.BodyId && Function == other.Function && Folding.Fold(Precision) == Folding.Fold(other.Precision)
        && (Start == other.Start || ((other.End is null || Start <= other.End) && (End is null || other.Start <= End)));
}

/// <summary>The bodies of the space by name.</summary>
public static class BodyNames
{
    [AnyMember]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="EndedOn">No mandate runs in it after that day.</param>
    public sealed record Row(Guid Id, string Name, string NameKey, DateOnly? EndedOn);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) =>
            await db.Set<Body>().OrderBy(b => b.NameKey).ThenBy(b => b.Id).Select(b => new Row(b.Id, b.Name, b.NameKey, b.EndedOn)).ToListAsync(ct);
    }
}

/// <summary>The mandates of several people, by start.</summary>
public static class SeatsOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> People) : IRequest<ILookup<Guid, Seat>>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, ILookup<Guid, Seat>>
    {
        public async Task<ILookup<Guid, Seat>> Handle(Query query, CancellationToken ct) =>
            (await db.Set<Mandate>().AsNoTracking().Where(m => m.PersonId != null && query.People.Contains(m.PersonId!.Value))
                .OrderBy(m => m.Start).ThenBy(m => m.Id).Select(m => new { m.PersonId, Seat = new Seat(m.BodyId, m.Function, m.Precision, m.OrganisationId, m.Start, m.End) })
                .ToListAsync(ct)).ToLookup(m => m.PersonId!.Value, m => m.Seat);
    }
}

/// <summary>Of the mandates of several people, those that a meeting has called: they can be ended, and no more withdrawn.</summary>
public static class SeatsCalled
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> People) : IRequest<ILookup<Guid, Seat>>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, ILookup<Guid, Seat>>
    {
        public async Task<ILookup<Guid, Seat>> Handle(Query query, CancellationToken ct) =>
            (await db.Set<Mandate>().AsNoTracking().Where(m => m.PersonId != null && query.People.Contains(m.PersonId!.Value) && db.Set<Attendance>().Any(a => a.MandateId == m.Id))
                .Select(m => new { m.PersonId, Seat = new Seat(m.BodyId, m.Function, m.Precision, m.OrganisationId, m.Start, m.End) })
                .ToListAsync(ct)).ToLookup(m => m.PersonId!.Value, m => m.Seat);
    }
}

/// <summary>Makes a person's mandates what a list says: those that were there and are no more wanted are withdrawn, the others given or corrected.</summary>
public static class SetSeats
{
    /// <param name="OrganisationId">The person's own, which a mandate represents when it says no other.</param>
    [Needs(GovernancePermissions.Write)]
    public sealed record Command(Guid PersonId, Guid? OrganisationId, IReadOnlyList<Seat> Before, IReadOnlyList<Seat> After) : ICommand;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            foreach (var id in c.Before.Concat(c.After).Select(s => s.BodyId).Distinct())
            {
                // Whoever sets the seats of many people does not read the body again for each.
                var body = db.Set<Body>().Local.FirstOrDefault(b => b.Id == id)
                    ?? await db.Set<Body>().Include(b => b.Mandates).SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new NotFound(nameof(Body));
                var wanted = c.After.Where(s => s.BodyId == id).ToList();
                foreach (var (old, mandate) in c.Before.Where(s => s.BodyId == id)
                    .Select(s => (s, body.Mandates.Find(m => m.PersonId == c.PersonId && m.Function == s.Function && m.Start == s.Start && Folding.Fold(m.Precision) == Folding.Fold(s.Precision)))))
                {
                    var now = wanted.Find(old.IsSame);
                    if (mandate is null) continue;
                    if (now is null) body.Withdraw(mandate.Id);
                    else if (now != old) body.Correct(mandate.Id, now.Function, now.Precision, c.PersonId, now.OrganisationId ?? mandate.OrganisationId, now.Start, now.End);
                    wanted.Remove(now!);
                }
                foreach (var seat in wanted) db.Add(body.Appoint(seat.Function, seat.Precision, c.PersonId, seat.OrganisationId ?? c.OrganisationId, seat.Start, seat.End));
                db.Touch(body);
            }
            return Unit.Value;
        }
    }
}
