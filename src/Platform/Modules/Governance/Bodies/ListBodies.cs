using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>Every body of the space, those that decide first. A space has some dozens of them: one page.</summary>
public static class ListBodies
{
    private const int Most = 500;

    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Bodies, DateOnly Today)
    {
        public IReadOnlyList<Row> InForce => [.. Bodies.Where(b => b.EndedOn is null || b.EndedOn >= Today)];
        public IReadOnlyList<Row> Ended => [.. Bodies.Where(b => b.EndedOn < Today)];
    }

    /// <param name="Mandates">Functions held today.</param>
    /// <param name="Vacant">Functions without anybody today.</param>
    public sealed record Row(Guid Id, BodyKind Kind, string Name, int? CadencePerYear, bool Decides, DateOnly? EndedOn, int Mandates, int Vacant);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var bodies = await db.Set<Body>().OrderByDescending(b => b.Decides).ThenBy(b => b.Kind).ThenBy(b => b.NameKey).ThenBy(b => b.Id).Take(Most)
                .Select(b => new Row(b.Id, b.Kind, b.Name, b.CadencePerYear, b.Decides, b.EndedOn,
                    b.Mandates.Count(m => m.PersonId != null && m.Start <= today && (m.End == null || m.End >= today)),
                    b.Mandates.Count(m => m.PersonId == null && m.Start <= today && (m.End == null || m.End >= today))))
                .ToListAsync(ct);
            return new(bodies, today);
        }
    }
}
