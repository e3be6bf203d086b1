using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Contract;

/// <summary>How many commitments anybody may read: public ones, drafts apart.</summary>
public static class CountPublicCommitments
{
    [Anonymous]
    public sealed record Query : IRequest<Counts>;

    public sealed record Counts(int All, int Kept);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, Counts>
    {
        public async Task<Counts> Handle(Query query, CancellationToken ct)
        {
            var states = await db.Set<Commitment>().Where(Commitment.Published)
                .GroupBy(c => c.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(ct);
            return new(states.Sum(s => s.Count), states.Where(s => s.State == CommitmentState.Kept).Sum(s => s.Count));
        }
    }
}
