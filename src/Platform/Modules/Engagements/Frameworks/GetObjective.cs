using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

public static class GetObjective
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    public sealed record Sheet(ObjectiveRow Objective, Place Place, IReadOnlyList<ValueRow> Values, DateOnly Today)
    {
        public Standing Standing => Objective.At(Today);
    }

    public sealed record Place(Guid FrameworkId, string Framework, string? Axis);

    /// <summary>Latest first.</summary>
    public sealed record ValueRow(Guid Id, DateOnly MeasuredOn, decimal Value, string? Comment, string? Source);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var found = db.Set<Objective>().Where(o => o.Id == query.Id);
            var objective = await ObjectiveRow.In(db, found).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Objective));
            var place = await db.Set<Framework>().Where(f => f.Id == objective.FrameworkId)
                .Select(f => new Place(f.Id, f.Name, f.Axes.Where(a => a.Id == objective.AxisId).Select(a => a.Number + ". " + a.Title).FirstOrDefault()))
                .SingleAsync(ct);
            var values = await db.Set<ObjectiveValue>().Where(v => v.ObjectiveId == query.Id).OrderByDescending(v => v.MeasuredOn)
                .Select(v => new ValueRow(v.Id, v.MeasuredOn, v.Value, v.Comment, v.Source)).ToListAsync(ct);
            return new(objective, place, values, tenant.Space.Today(clock));
        }
    }
}
