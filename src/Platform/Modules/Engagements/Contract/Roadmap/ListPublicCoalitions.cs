using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>The coalitions that are shown to everybody, by name; those that have ended come last.</summary>
public static class ListPublicCoalitions
{
    public const int Most = 200;

    [Anonymous]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, string Name, Badge Badge, string Perimeter, string? Theme, int Members, int Commitments, int Late);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Coalitions)) return [];
            var today = tenant.Space.Today(clock);
            var published = db.Set<Commitment>().Where(Commitment.Published);
            var rows = await db.Set<Coalition>().Where(c => c.IsPublic).OrderBy(c => c.State == CoalitionState.Ended).ThenBy(c => c.NameKey).ThenBy(c => c.Id).Take(Most).Select(c => new
            {
                c.Id, c.Name, c.State, c.Perimeter, Theme = db.Set<Theme>().Where(t => t.Id == c.ThemeId).Select(t => t.Name).FirstOrDefault(),
                Members = c.Members.Count(m => m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn >= today)),
                Commitments = published.Count(k => k.CoalitionId == c.Id), Late = published.Count(k => k.CoalitionId == c.Id && k.OpenDueOn < today && !k.IsBlocked),
            }).ToListAsync(ct);
            return [.. rows.Select(r => new Row(r.Id, r.Name, r.State.Badge(tenant.Space.Words.Coalition), r.Perimeter, r.Theme, r.Members, r.Commitments, r.Late))];
        }
    }
}
