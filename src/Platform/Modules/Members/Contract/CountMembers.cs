using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Members.Contract;

/// <summary>How many organisations have each role today. An organisation with two roles counts in both.</summary>
public static class CountMembers
{
    [Anonymous]
    public sealed record Query : IRequest<Counts>;

    public sealed record Counts(int Members, int Partners, int Funders, int Guests);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Counts>
    {
        public async Task<Counts> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var counts = await OrganisationRole.RunningOn(db, today)
                .GroupBy(r => r.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Kind, g => g.Count, ct);
            return new(counts.GetValueOrDefault(RoleKind.Member), counts.GetValueOrDefault(RoleKind.Partner),
                counts.GetValueOrDefault(RoleKind.Funder), counts.GetValueOrDefault(RoleKind.Guest));
        }
    }
}
