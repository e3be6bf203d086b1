using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>How much the space's files take, and which take most.</summary>
public static class ReadStorage
{
    private const int Most = 20;

    [Needs(TenancyPermissions.Settings)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(long Used, long Quota, int Files, int Links, IReadOnlyList<Row> Largest)
    {
        public int Percent => (int)Math.Min(100, Used * 100 / Math.Max(1, Quota));
    }

    /// <param name="CommitmentId">On which it hangs, itself or by its news and steps; null, as <paramref name="CoalitionId"/>, when it hangs elsewhere.</param>
    public sealed record Row(Guid Id, string Name, int Size, DateTimeOffset AddedAt, string AddedBy, Guid? CommitmentId, Guid? CoalitionId);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var (used, quota) = await Filing.Storage(db, ct);
            var counts = await db.Set<Document>().Where(d => d.RemovedOn == null).GroupBy(d => d.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var largest = await ReadDocument.Files(db).OrderByDescending(d => d.Size).ThenBy(d => d.Id).Take(Most)
                .Select(d => new Row(d.Id, d.Name, d.Size, d.AddedAt, d.AddedBy, d.CommitmentId, d.CoalitionId)).ToListAsync(ct);
            return new(used, quota, counts.GetValueOrDefault(DocumentKind.File), counts.GetValueOrDefault(DocumentKind.Link), largest);
        }
    }
}
