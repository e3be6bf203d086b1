using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Whether the space has logged a commitment yet.</summary>
public static class AnyCommitment
{
    [AnyMember]
    public sealed record Query : IRequest<bool>;

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, bool>
    {
        public Task<bool> Handle(Query query, CancellationToken ct) => db.Set<Commitment>().AnyAsync(ct);
    }
}
