using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

public static class GetObjective
{
    /// <summary>Commitments shown on the sheet.</summary>
    public const int MostCommitments = 20;

    /// <summary>The latest values: four years of weekly ones.</summary>
    public const int MostValues = 200;

    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    public sealed record Sheet(ObjectiveRow Objective, Place Place, IReadOnlyList<ValueRow> Values, IReadOnlyList<CommitmentRow> Commitments, DateOnly Today)
    {
        public Standing Standing => Objective.At(Today);
    }

    public sealed record Place(Guid FrameworkId, string Framework, string? Axis);

    /// <summary>Latest first.</summary>
    public sealed record ValueRow(Guid Id, DateOnly MeasuredOn, decimal Value, string? Comment, string? Source);

    /// <summary>A commitment that serves it; those that can still be kept come first.</summary>
    public sealed record CommitmentRow(Guid Id, string Title, Commitments.Standing Standing, DateOnly? DueOn, int? Progress);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var found = db.Set<Objective>().Where(o => o.Id == query.Id);
            var objective = await ObjectiveRow.In(db, found).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Objective));
            var place = await db.Set<Framework>().Where(f => f.Id == objective.FrameworkId)
                .Select(f => new Place(f.Id, f.Name, f.Axes.Where(a => a.Id == objective.AxisId).Select(a => a.Number + ". " + a.Title).FirstOrDefault()))
                .SingleAsync(ct);
            var values = await db.Set<ObjectiveValue>().Where(v => v.ObjectiveId == query.Id).OrderByDescending(v => v.MeasuredOn).Take(MostValues)
                .Select(v => new ValueRow(v.Id, v.MeasuredOn, v.Value, v.Comment, v.Source)).ToListAsync(ct);
            var commitments = await db.Set<Commitment>().Where(c => c.State != CommitmentState.Abandoned && c.Objectives.Any(t => t.ObjectiveId == query.Id))
                .OrderBy(c => c.State >= CommitmentState.Kept).ThenBy(c => c.DueOn).ThenBy(c => c.Id).Take(MostCommitments)
                .Select(c => new CommitmentRow(c.Id, c.Title, new Commitments.Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked), c.DueOn, c.Progress)).ToListAsync(ct);
            return new(objective, place, values, commitments, tenant.Space.Today(clock));
        }
    }
}
