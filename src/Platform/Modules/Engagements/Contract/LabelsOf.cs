using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Leads;

namespace Platform.Modules.Engagements.Contract;

/// <summary>What the module's things are called, by identifier, in one round trip: for whoever shows an identifier that it stored.
/// One that is unknown here is absent from the answer.</summary>
public static class LabelsOf
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, string>>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyDictionary<Guid, string>>
    {
        public async Task<IReadOnlyDictionary<Guid, string>> Handle(Query query, CancellationToken ct)
        {
            var ids = query.Ids.Distinct().ToList();
            if (ids.Count == 0) return new Dictionary<Guid, string>();
            return await db.Set<Theme>().Where(t => ids.Contains(t.Id)).Select(t => new Named { Id = t.Id, Name = t.Name })
                .Concat(db.Set<Axis>().Where(a => ids.Contains(a.Id)).Select(a => new Named { Id = a.Id, Name = a.Title }))
                .Concat(db.Set<Framework>().Where(f => ids.Contains(f.Id)).Select(f => new Named { Id = f.Id, Name = f.Name }))
                .Concat(db.Set<Objective>().Where(o => ids.Contains(o.Id)).Select(o => new Named { Id = o.Id, Name = o.Title }))
                .Concat(db.Set<Coalition>().Where(c => ids.Contains(c.Id)).Select(c => new Named { Id = c.Id, Name = c.Name }))
                .Concat(db.Set<Commitment>().Where(c => ids.Contains(c.Id)).Select(c => new Named { Id = c.Id, Name = c.Title }))
                .Concat(db.Set<Lead>().Where(l => ids.Contains(l.Id)).Select(l => new Named { Id = l.Id, Name = l.Title }))
                .Concat(db.Set<ScreeningQuestion>().Where(q => ids.Contains(q.Id)).Select(q => new Named { Id = q.Id, Name = q.Text }))
                .Concat(db.Set<GuideLine>().Where(l => ids.Contains(l.Id)).Select(l => new Named { Id = l.Id, Name = l.Text }))
                .ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        }
    }

    // Members are set by name: EF unites queries only over such projections.
    private sealed class Named
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
    }
}
