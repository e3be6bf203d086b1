using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>What a select of axes offers: those of the frameworks in force.</summary>
public static class ListAxes
{
    /// <param name="FrameworkId">Only the axes of this framework.</param>
    /// <param name="Chosen">An axis that the form already holds, whatever became of its framework.</param>
    [AnyMember]
    public sealed record Query(Guid? FrameworkId = null, Guid? Chosen = null) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, int Number, string Title, string Framework)
    {
        public string Shown => $"{Number}. {Title}";
    }

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await db.Set<Framework>()
            .Where(f => query.FrameworkId == null ? f.ArchivedOn == null || f.Axes.Any(a => a.Id == query.Chosen) : f.Id == query.FrameworkId)
            .SelectMany(f => f.Axes, (f, a) => new { f.NameKey, f.Name, Axis = a })
            .OrderBy(x => x.NameKey).ThenBy(x => x.Axis.Number).ThenBy(x => x.Axis.Id)
            .Select(x => new Row(x.Axis.Id, x.Axis.Number, x.Axis.Title, x.Name)).ToListAsync(ct);
    }
}
