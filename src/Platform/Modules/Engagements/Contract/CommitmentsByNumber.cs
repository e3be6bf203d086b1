using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;

namespace Platform.Modules.Engagements.Contract;

/// <summary>Commitments by the number that people write on paper, or by identifier; unknown ones are absent.</summary>
public static class CommitmentsByNumber
{
    [AnyMember]
    public sealed record Query(IReadOnlyCollection<int> Numbers, IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, int Number, string Title);

    internal sealed class Handler(PlatformDb db) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct) => query.Numbers.Count + query.Ids.Count == 0 ? []
            : await db.Set<Commitment>().Where(c => query.Numbers.Contains(c.Number) || query.Ids.Contains(c.Id)).OrderBy(c => c.Number)
                .Select(c => new Row(c.Id, c.Number, c.Title)).ToListAsync(ct);
    }
}
