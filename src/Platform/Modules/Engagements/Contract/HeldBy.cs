using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract;

/// <summary>What an organisation committed to, itself and not through a coalition: the open ones first, the next due first.</summary>
public static class HeldBy
{
    public const int Most = 20;

    [AnyMember]
    public sealed record Query(Guid OrganisationId) : IRequest<Answer>;

    /// <param name="More">There are others: they are in the list of commitments.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, bool More)
    {
        /// <summary>Late, blocked or silent.</summary>
        public IReadOnlyList<Row> Worrying => [.. Rows.Where(r => r.Badge.Tone is Tone.Late or Tone.Blocked or Tone.Silent)];

        /// <summary>"8 engagements, dont 1 en retard et 1 sans nouvelles"</summary>
        public string Sentence(Word word)
        {
            ArgumentNullException.ThrowIfNull(word);
            List<string> worries = [.. new[] { (Tone.Late, "en retard"), (Tone.Blocked, word.Agree("bloqué", 1)), (Tone.Silent, "sans nouvelles") }
                .Select(w => (Count: Rows.Count(r => r.Badge.Tone == w.Item1), Said: w.Item2)).Where(w => w.Count > 0).Select(w => $"{French.Number(w.Count)}\u00a0{w.Said}")];
            var all = More ? $"Plus de {word.Count(Most)}" : word.Count(Rows.Count);
            return worries.Count == 0 ? all : $"{all}, dont {French.List(worries)}";
        }
    }

    /// <param name="Badge">What worries first, else the state.</param>
    public sealed record Row(Guid Id, int Number, string Title, Badge Badge, DateOnly? DueOn, DateOnly? LastNewsOn);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var rows = await db.Set<Commitment>().Where(c => c.Holders.Any(h => h.OrganisationId == query.OrganisationId))
                .OrderBy(c => c.State < CommitmentState.Kept ? 0 : 1).ThenBy(c => c.DueKey).ThenBy(c => c.Id).Take(Most + 1)
                .Select(c => new { c.Id, c.Number, c.Title, c.DueOn, Standing = new Standing(c.State, c.OpenDueOn, c.NextNewsDueOn, c.LastNewsOn, c.IsBlocked) })
                .ToListAsync(ct);
            var (word, today) = (tenant.Space.Words.Commitment, tenant.Space.Today(clock));
            return new([.. rows.Take(Most).Select(r => new Row(r.Id, r.Number, r.Title, r.Standing.Main(word, today), r.DueOn, r.Standing.LastNewsOn))], rows.Count > Most);
        }
    }
}
