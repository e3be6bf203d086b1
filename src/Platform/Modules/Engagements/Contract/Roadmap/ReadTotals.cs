using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>What became of everything that was promised in public.</summary>
public static class ReadTotals
{
    [Anonymous]
    public sealed record Query : IRequest<Totals>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Totals>
    {
        public Task<Totals> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            return Totals.Read(new RoadmapFilter().Apply(db, today), today, ct);
        }
    }
}
