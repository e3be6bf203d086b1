using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>The themes of the space in their order, with the axis under which each comes.</summary>
public static class ListThemes
{
    [AnyMember]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, int Colour, Guid? AxisId, int? AxisNumber, string? Axis, string? Framework);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => await (
            from t in db.Set<Theme>()
            join a in db.Set<Axis>() on t.AxisId equals (Guid?)a.Id into axes
            from a in axes.DefaultIfEmpty()
            join f in db.Set<Framework>() on a.FrameworkId equals f.Id into frameworks
            from f in frameworks.DefaultIfEmpty()
            orderby t.Position, t.NameKey, t.Id
            select new Row(t.Id, t.Name, t.Colour, t.AxisId, a == null ? null : a.Number, a == null ? null : a.Title, f == null ? null : f.Name)).ToListAsync(ct);
    }
}
