using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Every framework of the space with its axes and where each objective stands.</summary>
public static class ListFrameworks
{
    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Frameworks, DateOnly Today)
    {
        public IEnumerable<Row> InForce => Frameworks.Where(f => f.ArchivedOn is null);
        public IEnumerable<Row> Archived => Frameworks.Where(f => f.ArchivedOn is not null);
        public IReadOnlyList<Standing> Standings => [.. InForce.SelectMany(f => f.Objectives).Select(o => o.At(Today))];
    }

    public sealed record Row(Guid Id, string Name, string? Description, int StartYear, int EndYear, DateOnly? ArchivedOn, IReadOnlyList<AxisRow> Axes)
    {
        public IReadOnlyList<ObjectiveRow> Objectives { get; init; } = [];

        /// <summary>Each axis with its objectives, then the objectives of none.</summary>
        public IEnumerable<(AxisRow? Axis, IReadOnlyList<ObjectiveRow> Objectives)> Parts =>
            Axes.Select(a => ((AxisRow?)a, (IReadOnlyList<ObjectiveRow>)[.. Objectives.Where(o => o.AxisId == a.Id)]))
                .Append((null, [.. Objectives.Where(o => o.AxisId is null)]));
    }

    public sealed record AxisRow(Guid Id, int Number, string Title);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var frameworks = await db.Set<Framework>().OrderByDescending(f => f.EndYear).ThenBy(f => f.NameKey).ThenBy(f => f.Id)
                .Select(f => new Row(f.Id, f.Name, f.Description, f.StartYear, f.EndYear, f.ArchivedOn,
                    f.Axes.OrderBy(a => a.Number).Select(a => new AxisRow(a.Id, a.Number, a.Title)).ToList())).ToListAsync(ct);
            var objectives = (await ObjectiveRow.In(db, db.Set<Objective>()).ToListAsync(ct)).ToLookup(o => o.FrameworkId);
            return new([.. frameworks.Select(f => f with { Objectives = [.. objectives[f.Id].OrderBy(o => o.Position).ThenBy(o => o.Title)] })],
                tenant.Space.Today(clock));
        }
    }
}
