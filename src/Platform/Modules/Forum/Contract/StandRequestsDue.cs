using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Forum.Stands;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Contract;

/// <summary>What was said at the stands and waits for whoever is signed in: the tasks of a coalition's facilitator.</summary>
public static class StandRequestsDue
{
    public const int Most = 50;

    [AnyMember]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, Guid EditionId, string Name, string Coalition, bool IsJoining, DateTimeOffset TakenAt);

    internal sealed class Handler(PlatformDb db, IMediator mediator, Memberships memberships, CurrentTenant tenant) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum) || !tenant.Space.Has(SpaceModules.Coalitions) || !memberships.May(ForumPermissions.Stands)) return [];
            var waiting = await db.Set<StandRequest>().Where(r => r.State == StandState.Waiting).Select(r => r.CoalitionId).Distinct().ToListAsync(ct);
            if (waiting.Count == 0) return [];
            var mine = (await mediator.Send(new CoalitionStands.Mine(), ct)).Intersect(waiting).ToList();
            var rows = await db.Set<StandRequest>().Where(r => r.State == StandState.Waiting && mine.Contains(r.CoalitionId)).OrderBy(r => r.TakenAt).ThenBy(r => r.Id).Take(Most)
                .Select(r => new { r.Id, r.EditionId, r.Name, r.CoalitionId, r.Kind, r.TakenAt }).ToListAsync(ct);
            var names = await mediator.Send(new LabelsOf.Query(mine), ct);
            return rows.ConvertAll(r => new Row(r.Id, r.EditionId, r.Name, names.GetValueOrDefault(r.CoalitionId, ""), r.Kind == StandKind.Join, r.TakenAt));
        }
    }
}
