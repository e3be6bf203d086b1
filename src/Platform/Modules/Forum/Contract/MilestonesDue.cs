using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Forum.Editions;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Contract;

/// <summary>Milestones of open editions that are due soon, or were: the tasks of whoever organises, nobody else's.</summary>
public static class MilestonesDue
{
    public const int Ahead = 14, Most = 50;

    [AnyMember]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid EditionId, string Edition, string Title, DateOnly DueOn);

    internal sealed class Handler(PlatformDb db, Memberships memberships, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum) || !memberships.May(ForumPermissions.Organise)) return [];
            var until = tenant.Space.Today(clock).AddDays(Ahead);
            return await db.Set<ForumMilestone>().Where(m => m.DoneOn == null && m.DueOn < until)
                .Join(db.Set<ForumEdition>().Where(e => e.CancelledOn == null), m => m.EditionId, e => e.Id, (m, e) => new { m, e }).OrderBy(x => x.m.DueOn).ThenBy(x => x.m.Id).Take(Most)
                .Select(x => new Row(x.e.Id, x.e.Title, x.m.Title, x.m.DueOn)).ToListAsync(ct);
        }
    }
}
