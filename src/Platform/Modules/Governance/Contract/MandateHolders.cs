using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Governance.Bodies;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Contract;

/// <summary>How many mandates each person holds today; people without one are absent.</summary>
public static class MandateHolders
{
    [AnyMember]
    public sealed record Query : IRequest<IReadOnlyDictionary<Guid, int>>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, IReadOnlyDictionary<Guid, int>>
    {
        public async Task<IReadOnlyDictionary<Guid, int>> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            return await Mandate.RunningOn(db, today).Where(m => m.PersonId != null)
                .GroupBy(m => m.PersonId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        }
    }
}
