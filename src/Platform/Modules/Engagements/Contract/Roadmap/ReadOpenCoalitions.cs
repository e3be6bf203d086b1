using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Members.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>The coalitions that are shown to everybody, as data.</summary>
public static class ReadOpenCoalitions
{
    [Anonymous]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Members">Organisations of the day.</param>
    /// <param name="Commitments">How many that everybody may read.</param>
    public sealed record Row(Guid Id, string Name, string? Purpose, string PerimeterKind, string Perimeter, string? Theme, string State, DateOnly StartedOn, IReadOnlyList<string> Members, int Commitments);

    internal sealed class Handler(PlatformDb db, IMediator mediator, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Coalitions)) return [];
            var today = tenant.Space.Today(clock);
            var published = db.Set<Commitment>().Where(Commitment.Published);
            var rows = await db.Set<Coalition>().Where(c => c.IsPublic).OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(ListPublicCoalitions.Most).Select(c => new
            {
                c.Id, c.Name, c.Purpose, c.PerimeterKind, c.Perimeter, c.State, c.StartedOn, Theme = db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
                Members = c.Members.Where(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)).OrderBy(m => m.Role).Select(m => m.OrganisationId).ToList(),
                Commitments = published.Count(k => k.CoalitionId == c.Id),
            }).ToListAsync(ct);
            var names = await mediator.Send(new OrganisationNames.Query(rows.SelectMany(r => r.Members)), ct);
            return [.. rows.Select(r => new Row(r.Id, r.Name, r.Purpose, EnumNames.Of(r.PerimeterKind), r.Perimeter, r.Theme, EnumNames.Slug(r.State), r.StartedOn, [.. r.Members.Select(id => names[id])], r.Commitments))];
        }
    }
}
