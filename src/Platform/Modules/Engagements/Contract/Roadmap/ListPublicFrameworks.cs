using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;
using Standing = Platform.Modules.Engagements.Frameworks.Standing;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>The frameworks that are shown to everybody and in force, axis by axis: what was measured against what is aimed at, and
/// what became of the public commitments. Comments and sources of the figures stay inside.</summary>
public static class ListPublicFrameworks
{
    [Anonymous]
    public sealed record Query(Guid? Only = null) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Sentence">"9 objectifs : 3 atteints, 2 en retard"; "" without an objective.</param>
    public sealed record Row(Guid Id, string Name, string? Description, int StartYear, int EndYear, string Sentence, IReadOnlyList<Part> Parts);

    /// <summary>An axis, or what stands under none.</summary>
    public sealed record Part(Guid? AxisId, int? Number, string? Title, Totals Commitments, IReadOnlyList<Aim> Objectives);

    /// <param name="Percent">Of the way from the start to the target; null when it cannot be told.</param>
    /// <param name="Expected">Where a straight line would be on the day of the last value.</param>
    public sealed record Aim(string Title, string? Indicator, string Target, string? Last, DateOnly? LastOn, Badge Badge, int? Percent, int? Expected, bool IsBehind, Figures Figures);

    /// <summary>The same as numbers.</summary>
    public sealed record Figures(string Unit, string Direction, decimal? Baseline, int? BaselineYear, decimal Target, int TargetYear, decimal? Last);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var (today, words) = (tenant.Space.Today(clock), tenant.Space.Words);
            if (!tenant.Space.Has(SpaceModules.Frameworks)) return [];
            var shown = db.Set<Framework>().Where(f => f.IsPublic && f.ArchivedOn == null && (query.Only == null || f.Id == query.Only));
            var frameworks = await shown.OrderByDescending(f => f.EndYear).ThenBy(f => f.NameKey).ThenBy(f => f.Id)
                .Select(f => new { f.Id, f.Name, f.Description, f.StartYear, f.EndYear, Axes = f.Axes.OrderBy(a => a.Number).Select(a => new { a.Id, a.Number, a.Title }).ToList() }).ToListAsync(ct);
            if (frameworks.Count == 0) return [];
            var objectives = (await ObjectiveRow.In(db, db.Set<Objective>().Where(o => shown.Any(f => f.Id == o.FrameworkId))).ToListAsync(ct)).ToLookup(o => o.FrameworkId);
            var totals = await Totals.ByAxis(db.Set<Commitment>().Where(Commitment.Published), today, ct);
            return [.. frameworks.Select(f =>
            {
                var own = objectives[f.Id].OrderBy(o => o.Position).ThenBy(o => o.Title, StringComparer.Ordinal).ToList();
                var parts = f.Axes.Select(a => new Part(a.Id, a.Number, a.Title, totals.GetValueOrDefault(a.Id, Totals.None), [.. own.Where(o => o.AxisId == a.Id).Select(Of)]))
                    .Append(new Part(null, null, null, Totals.None, [.. own.Where(o => o.AxisId is null).Select(Of)])).Where(p => p.AxisId is not null || p.Objectives.Count > 0).ToList();
                return new Row(f.Id, f.Name, f.Description, f.StartYear, f.EndYear, own.Count == 0 ? "" : Standing.Sentence(words.Objective, [.. own.Select(o => o.At(today))]), parts);
            })];

            Aim Of(ObjectiveRow o)
            {
                var standing = o.At(today);
                return new(o.Title, o.Indicator, o.Aim, o.LastValue is { } value ? ObjectiveRow.Figure(value, o.Unit) : null, o.LastOn, standing.Badge(words.Objective),
                    standing.Percent, standing.Expected, standing.Pace is Pace.Behind or Pace.Missed,
                    new(o.Unit, o.Direction switch { Direction.Increase => "augmenter", Direction.Decrease => "diminuer", _ => "maintenir" }, o.Baseline, o.BaselineYear, o.Target, o.TargetYear, o.LastValue));
            }
        }
    }
}
