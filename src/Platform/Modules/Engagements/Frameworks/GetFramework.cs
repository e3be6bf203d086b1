using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

public static class GetFramework
{
    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Sheet>;

    public sealed record Sheet(ListFrameworks.Row Framework, ILookup<Guid?, ThemeRow> Themes, DateOnly Today)
    {
        public IReadOnlyList<Standing> Standings => [.. Framework.Objectives.Select(o => o.At(Today))];
    }

    public sealed record ThemeRow(Guid Id, string Name, int Colour, Guid? AxisId);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Sheet>
    {
        public async Task<Sheet> Handle(Query query, CancellationToken ct)
        {
            var framework = await db.Set<Framework>().Where(f => f.Id == query.Id)
                .Select(f => new ListFrameworks.Row(f.Id, f.Name, f.Description, f.StartYear, f.EndYear, f.ArchivedOn,
                    f.Axes.OrderBy(a => a.Number).Select(a => new ListFrameworks.AxisRow(a.Id, a.Number, a.Title)).ToList()))
                .SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Framework));
            var objectives = await ObjectiveRow.In(db, db.Set<Objective>().Where(o => o.FrameworkId == query.Id)).ToListAsync(ct);
            var themes = await db.Set<Theme>().Where(t => db.Set<Axis>().Any(a => a.Id == t.AxisId && a.FrameworkId == query.Id))
                .OrderBy(t => t.Position).ThenBy(t => t.NameKey).Select(t => new ThemeRow(t.Id, t.Name, t.Colour, t.AxisId)).ToListAsync(ct);
            return new(framework with { Objectives = [.. objectives.OrderBy(o => o.Position).ThenBy(o => o.Title)] },
                themes.ToLookup(t => t.AxisId), tenant.Space.Today(clock));
        }
    }
}
