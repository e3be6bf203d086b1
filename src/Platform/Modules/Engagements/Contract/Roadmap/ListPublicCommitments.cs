using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>The public commitments, narrowed, page by page, the next due first.</summary>
public static class ListPublicCommitments
{
    public const int Size = 30, MostChoices = 200;

    [Anonymous]
    public sealed record Query(RoadmapFilter Filter, string? Cursor = null) : IRequest<Answer>;

    /// <param name="All">Of every public commitment: the choices of the form are counted on the whole, so that they stay where they are.</param>
    /// <param name="Found">Of those that the filter leaves.</param>
    public sealed record Answer(Totals All, Totals Found, PageOf<Card> Page, IReadOnlyList<Choice> Themes, IReadOnlyList<Choice> Axes, IReadOnlyList<Choice> Holders)
    {
        public string? NameOf(Guid id) => Themes.Concat(Axes).Concat(Holders).FirstOrDefault(c => c.Id == id)?.Name;
    }

    /// <param name="Group">Heading under which a select shows it.</param>
    public sealed record Choice(Guid Id, string Name, int Count, string? Group = null);

    private enum Kind { Theme = 1, Axis, Organisation, Coalition }

    // Members are set by name: EF unites queries only over such projections.
    private sealed class Line
    {
        public int Kind { get; init; }
        public Guid? Id { get; init; }
        public string? Name { get; init; }
        public string? Of { get; init; }
        public int Order { get; init; }
        public int Count { get; init; }
    }

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (today, words) = (tenant.Space.Today(clock), tenant.Space.Words);
            var all = new RoadmapFilter().Apply(db, today);
            var found = (await query.Filter.Read(db, ct)).Apply(db, today);
            var total = await Totals.Read(all, today, ct);
            var left = query.Filter.IsUsed ? await Totals.Read(found, today, ct) : total;
            var page = await Card.Read(db, mediator, words.Commitment, found, today, query.Cursor, Size, left.All, ct);
            var lines = await Choices(all).ToListAsync(ct);
            var names = await mediator.Send(new OrganisationNames.Query(lines.Where(l => l.Kind == (int)Kind.Organisation).Select(l => l.Id!.Value)), ct);
            List<Choice> Of(Kind kind, string? group = null) => [.. lines.Where(l => l.Kind == (int)kind)
                .Select(l => (Line: l, Choice: new Choice(l.Id!.Value, kind == Kind.Axis ? $"{l.Order}. {l.Name}" : l.Name ?? names[l.Id.Value], l.Count, l.Of ?? group)))
                .OrderBy(c => c.Choice.Group, StringComparer.Ordinal).ThenBy(c => c.Line.Order).ThenBy(c => Folding.Key(c.Choice.Name), StringComparer.Ordinal).Select(c => c.Choice).Take(MostChoices)];
            var coalitions = Of(Kind.Coalition, Word.Capital(words.Coalition.Plural));
            return new(total, left, page, Of(Kind.Theme), tenant.Space.Has(SpaceModules.Frameworks) ? Of(Kind.Axis) : [], [.. coalitions, .. Of(Kind.Organisation, coalitions.Count > 0 ? "Organisations" : null)]);
        }

        // Only what has a public commitment is a choice, and of axes only those of a public framework. Counted before it is named, as facets are.
        private IQueryable<Line> Choices(IQueryable<Commitment> all) => CountLine.By((int)Kind.Theme, all, c => c.ThemeId)
            .Join(db.Set<Theme>(), l => l.Id, t => t.Id, (l, t) => new Line { Kind = l.Facet, Id = l.Id, Name = t.Name, Of = null, Order = t.Position, Count = l.Count })
            .Concat(CountLine.By((int)Kind.Axis, all, c => c.AxisId).Join(db.Set<Axis>(), l => l.Id, a => a.Id, (l, a) => new { l.Facet, l.Count, a.Id, a.Title, a.Number, a.FrameworkId })
                .Join(db.Set<Framework>().Where(f => f.IsPublic && f.ArchivedOn == null), a => a.FrameworkId, f => f.Id,
                    (a, f) => new Line { Kind = a.Facet, Id = a.Id, Name = a.Title, Of = f.Name, Order = a.Number, Count = a.Count }))
            .Concat(all.SelectMany(c => c.Holders).GroupBy(h => h.OrganisationId)
                .Select(g => new Line { Kind = (int)Kind.Organisation, Id = g.Key, Name = null, Of = null, Order = 0, Count = g.Count() }))
            .Concat(CountLine.By((int)Kind.Coalition, all, c => c.CoalitionId)
                .Join(db.Set<Coalition>(), l => l.Id, x => x.Id, (l, x) => new Line { Kind = l.Facet, Id = l.Id, Name = x.Name, Of = null, Order = 0, Count = l.Count }));
    }
}
