using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Search;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

/// <summary>The leads and commitments of the space whose titles say nearly the same, the most alike first: the neighbour's project that
/// one was about to enter twice. Three queries.</summary>
public static class FindSimilar
{
    public const int Most = 5;

    /// <param name="Except">The lead or commitment whose title it is.</param>
    [AnyMember]
    public sealed record Query(string? Title, Guid? Except = null) : IRequest<IReadOnlyList<Row>>;

    public sealed record Row(Guid Id, bool IsLead, int Number, string Title, Badge State, double Score);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var (leads, commitments) = (tenant.Space.Has(SpaceModules.Leads), tenant.Space.Has(SpaceModules.Engagements));
            var near = await TitleIndex.Near(db, query.Title, query.Except, ct);
            if (near.Owners.Count == 0) return [];
            var (owners, words) = (near.Owners, tenant.Space.Words);
            var found = await db.Set<Lead>().Where(l => leads && owners.Contains(l.Id)).Select(l => new Titled { Id = l.Id, IsLead = true, Number = l.Number, Title = l.Title, State = (int)l.State, Became = l.CommitmentId })
                .Concat(db.Set<Commitment>().Where(c => commitments && owners.Contains(c.Id)).Select(c => new Titled { Id = c.Id, IsLead = false, Number = c.Number, Title = c.Title, State = (int)c.State, Became = null }))
                .ToListAsync(ct);
            var alike = found.Select(t => (Titled: t, Score: near.Score(t.Title))).Where(t => t.Score >= Similarity.Alike).ToList();
            // A lead that became one of these commitments is the same idea, said once.
            return [.. alike.Where(t => t.Titled.Became is not { } became || !alike.Exists(other => other.Titled.Id == became))
                .OrderByDescending(t => t.Score).ThenBy(t => t.Titled.IsLead).ThenByDescending(t => t.Titled.Number).Take(Most)
                .Select(t => new Row(t.Titled.Id, t.Titled.IsLead, t.Titled.Number, t.Titled.Title,
                    t.Titled.IsLead ? ((LeadState)t.Titled.State).Badge(words.Lead) : Standing.OfState((CommitmentState)t.Titled.State, words.Commitment), t.Score))];
        }
    }

    // Members are set by name: EF unites queries only over such projections.
    private sealed class Titled
    {
        public Guid Id { get; init; }
        public bool IsLead { get; init; }
        public int Number { get; init; }
        public string Title { get; init; } = "";
        public int State { get; init; }
        public Guid? Became { get; init; }
    }
}
