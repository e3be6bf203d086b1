using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Coalitions that can be joined: those that have not ended, by name.</summary>
public static class CoalitionStands
{
    public const int Most = 500;

    [AnyMember]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <summary>One that everybody may see; null: there is none of that identifier.</summary>
    [Anonymous]
    public sealed record Public(Guid Id) : IRequest<Row?>;

    /// <summary>Those for which whoever is signed in answers: which they facilitate today and, for who runs coalitions, those that nobody does.</summary>
    [AnyMember]
    public sealed record Mine : IRequest<IReadOnlyList<Guid>>;

    public sealed record Row(Guid Id, string Name, string? Purpose, bool IsPublic);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, Memberships memberships, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>, IRequestHandler<Public, Row?>, IRequestHandler<Mine, IReadOnlyList<Guid>>
    {
        private IQueryable<Coalition> Running => db.Set<Coalition>().Where(c => c.State != CoalitionState.Ended);

        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) =>
            await Rows(Running.OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(Most)).ToListAsync(ct);

        public async Task<Row?> Handle(Public query, CancellationToken ct) =>
            tenant.Space.Has(SpaceModules.Coalitions) ? await Rows(Running.Where(c => c.Id == query.Id && c.IsPublic)).SingleOrDefaultAsync(ct) : null;

        public async Task<IReadOnlyList<Guid>> Handle(Mine mine, CancellationToken ct)
        {
            var (today, me, manages) = (tenant.Space.Today(clock), memberships.Known?.PersonId, memberships.Known?.May(EngagementPermissions.ManageCoalitions) == true);
            var facilitators = CoalitionFacilitator.On(db, today).Where(f => f.PersonId != null);
            return await Running.Where(c => (me != null && facilitators.Any(f => f.CoalitionId == c.Id && f.PersonId == me))
                || (manages && !facilitators.Any(f => f.CoalitionId == c.Id))).Select(c => c.Id).ToListAsync(ct);
        }

        private static IQueryable<Row> Rows(IQueryable<Coalition> coalitions) => coalitions.Select(c => new Row(c.Id, c.Name, c.Purpose, c.IsPublic));
    }
}
