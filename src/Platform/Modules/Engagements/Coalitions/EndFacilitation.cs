using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>A term of facilitation ends today, or is taken away because it was entered by mistake.</summary>
public static class EndFacilitation
{
    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Command(Guid CoalitionId, Guid Id) : ICommand;

    [Needs(EngagementPermissions.ManageCoalitions)]
    public sealed record Remove(Guid CoalitionId, Guid Id) : ICommand;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, Unit>, IRequestHandler<Remove, Unit>
    {
        public async Task<Unit> Handle(Command c, CancellationToken ct)
        {
            var (coalition, term) = await Find(c.CoalitionId, c.Id, ct);
            term.End(coalition, tenant.Space.Today(clock));
            return Unit.Value;
        }

        public async Task<Unit> Handle(Remove c, CancellationToken ct)
        {
            db.Remove((await Find(c.CoalitionId, c.Id, ct)).Term);
            return Unit.Value;
        }

        private async Task<(Coalition, CoalitionFacilitator Term)> Find(Guid coalitionId, Guid id, CancellationToken ct)
        {
            var coalition = await db.ToChange(coalitionId, x => x.Include(x => x.Facilitators), ct);
            return (coalition, coalition.Facilitators.Find(f => f.Id == id) ?? throw new NotFound(nameof(CoalitionFacilitator)));
        }
    }
}
