using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Everything that a table of commitments may name, by folded name.</summary>
internal sealed class CommitmentNames(PlatformDb db, IMediator mediator)
{
    private static readonly ILookup<string, Guid> None = Enumerable.Empty<Guid>().ToLookup(_ => "");

    private readonly Dictionary<Guid, string> names = [];
    private Dictionary<Guid, Guid?> axisOfTheme = [], axisOfObjective = [];

    public ILookup<string, Guid> Organisations { get; private set; } = None;
    public ILookup<string, Guid> People { get; private set; } = None;
    public ILookup<string, Guid> Coalitions { get; private set; } = None;
    public ILookup<string, Guid> Themes { get; private set; } = None;
    public ILookup<string, Guid> Axes { get; private set; } = None;
    public ILookup<string, Guid> Objectives { get; private set; } = None;

    public async Task Read(CancellationToken ct)
    {
        var every = await mediator.Send(new EveryName.Query(), ct);
        (Organisations, People) = (every.Organisations, every.People);
        foreach (var (id, name) in every.Names) names[id] = name;
        Coalitions = Known(await db.Set<Coalition>().AsNoTracking().Select(c => new { c.Id, c.Name }).ToListAsync(ct), c => (c.Id, c.Name));
        var themes = await db.Set<Theme>().AsNoTracking().Select(t => new { t.Id, t.Name, t.AxisId }).ToListAsync(ct);
        (Themes, axisOfTheme) = (Known(themes, t => (t.Id, t.Name)), themes.ToDictionary(t => t.Id, t => t.AxisId));
        var axes = await db.Set<Axis>().AsNoTracking().Select(a => new { a.Id, a.Number, a.Title }).ToListAsync(ct);
        Known(axes, a => (a.Id, a.Title));
        Axes = axes.SelectMany(a => new[] { a.Title, $"{a.Number}. {a.Title}", $"{a.Number} – {a.Title}" }.Select(name => Folding.Key(name)).Distinct(), (a, key) => (Key: key, a.Id)).ToLookup(a => a.Key, a => a.Id, StringComparer.Ordinal);
        var objectives = await db.Set<Objective>().AsNoTracking().Select(o => new { o.Id, o.Title, o.AxisId }).ToListAsync(ct);
        (Objectives, axisOfObjective) = (Known(objectives, o => (o.Id, o.Title)), objectives.ToDictionary(o => o.Id, o => o.AxisId));
    }

    public string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;

    public Guid? AxisOfTheme(Guid? theme) => theme is { } id ? axisOfTheme.GetValueOrDefault(id) : null;

    public Guid? AxisOfObjective(Guid objective) => axisOfObjective.GetValueOrDefault(objective);

    private ILookup<string, Guid> Known<T>(IReadOnlyCollection<T> rows, Func<T, (Guid Id, string Name)> read)
    {
        foreach (var (id, name) in rows.Select(read)) names[id] = name;
        return rows.Select(read).ToLookup(r => Folding.Key(r.Name), r => r.Id, StringComparer.Ordinal);
    }
}
