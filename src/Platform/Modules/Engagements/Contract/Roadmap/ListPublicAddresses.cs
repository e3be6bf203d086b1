using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Coalitions;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>Every public sheet with the day of its last change, for the robots' map. A map holds 50,000 addresses at most (sitemaps.org).</summary>
public static class ListPublicAddresses
{
    public const int Most = 49_000;

    [Anonymous]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Path">"engagements/…", under "~/public/".</param>
    public sealed record Row(string Path, DateOnly? ChangedOn);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var commitments = await db.Set<Commitment>().Where(Commitment.Published).OrderByDescending(c => c.NewsKey).ThenByDescending(c => c.Id).Take(Most)
                .Select(c => new { c.Id, c.LastNewsOn, c.StateOn }).ToListAsync(ct);
            var frameworks = tenant.Space.Has(SpaceModules.Frameworks) ? await db.Set<Framework>().Where(f => f.IsPublic && f.ArchivedOn == null).OrderBy(f => f.Id).Select(f => f.Id).ToListAsync(ct) : [];
            var coalitions = tenant.Space.Has(SpaceModules.Coalitions) ? await db.Set<Coalition>().Where(c => c.IsPublic).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct) : [];
            return [.. commitments.Select(c => new Row($"engagements/{c.Id}", c.LastNewsOn > c.StateOn ? c.LastNewsOn : c.StateOn)),
                .. frameworks.Select(id => new Row($"cadres/{id}", null)), .. coalitions.Select(id => new Row($"coalitions/{id}", null))];
        }
    }
}
