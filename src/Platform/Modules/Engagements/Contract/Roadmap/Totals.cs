using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>How many public commitments there are, and what became of them: each counts once, by the one <see cref="Outcome"/> that
/// its badge says, so that the sentence, the bar and the list to which it leads say the same numbers.</summary>
public sealed record Totals(int All, int Kept, int PartlyKept, int Underway, int Late, int Silent, int Blocked, int Proposed, int Abandoned, int Steps, int StepsDone, DateOnly? LastNewsOn)
{
    public static Totals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);

    public int Of(Outcome outcome) => outcome switch
    {
        Outcome.Kept => Kept,
        Outcome.PartlyKept => PartlyKept,
        Outcome.Underway => Underway,
        Outcome.Late => Late,
        Outcome.Silent => Silent,
        Outcome.Blocked => Blocked,
        Outcome.Proposed => Proposed,
        _ => Abandoned,
    };

    /// <summary>"12 engagements : 4 tenus, 3 en cours, 2 en retard, 1 sans nouvelles, 2 abandonnés"</summary>
    public string Sentence(Word word)
    {
        var said = Outcomes.All.Where(o => Of(o) > 0).Select(o => (Count: Of(o), Text: Word.Lower(o.Label(word, Of(o))).Replace(' ', '\u00a0'))).ToList();
        // "1 engagement : 1 en cours" counts what there is one of.
        return said.Count == 0 ? word.No : All == 1 ? $"{word.Count(1)}, {said[0].Text}"
            : $"{word.Count(All)}\u00a0: {string.Join(", ", said.Select(s => $"{French.Number(s.Count)}\u00a0{s.Text}"))}";
    }

    /// <summary>The whole as one bar.</summary>
    /// <param name="list">Address of the list to which each part leads, with "?" or "&amp;" at its end; null for a bar without links.</param>
    public IReadOnlyList<Part> Parts(Word word, string? list) =>
        [.. Outcomes.All.Select(o => new Part(o.Label(word, 1), Of(o), o.ToneOf(), list is null ? null : $"{list}situation={EnumNames.Slug(o)}", o is Outcome.PartlyKept or Outcome.Abandoned))];

    internal static async Task<Totals> Read(IQueryable<Commitment> found, DateOnly today, CancellationToken ct) => (await Count(found, today).SingleOrDefaultAsync(ct))?.Totals ?? None;

    /// <summary>The same axis by axis.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Totals>> ByAxis(IQueryable<Commitment> found, DateOnly today, CancellationToken ct) =>
        (await Count(found.Where(c => c.AxisId != null), today, byAxis: true).ToListAsync(ct)).ToDictionary(l => l.AxisId!.Value, l => l.Totals);

    // One pass over the public commitments, whatever is counted of them, and one over their steps: counted for each commitment, these would take most of the time.
    private static IQueryable<Line> Count(IQueryable<Commitment> found, DateOnly today, bool byAxis = false) => found
        .Select(c => new Counted
        {
            AxisId = byAxis ? c.AxisId : null, One = 1, State = c.State, LastNewsOn = c.LastNewsOn, Steps = 0, StepsDone = 0,
            Late = c.OpenDueOn != null && c.OpenDueOn < today, Silent = c.NextNewsDueOn != null && c.NextNewsDueOn < today, Blocked = c.IsBlocked && c.State < CommitmentState.Kept,
        })
        .Concat(found.SelectMany(c => c.Measures, (c, m) => new Counted
        {
            AxisId = byAxis ? c.AxisId : null, One = 0, State = c.State, LastNewsOn = c.LastNewsOn, Steps = m.DroppedOn == null ? 1 : 0, StepsDone = m.DoneOn != null ? 1 : 0,
            Late = false, Silent = false, Blocked = false,
        }))
        .GroupBy(c => c.AxisId)
        .Select(g => new Line(g.Key, new Totals(g.Sum(c => c.One), g.Count(c => c.One == 1 && c.State == CommitmentState.Kept), g.Count(c => c.One == 1 && c.State == CommitmentState.PartlyKept),
            g.Count(c => c.One == 1 && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay) && !c.Blocked && !c.Late && !c.Silent),
            g.Count(c => c.Late && !c.Blocked), g.Count(c => c.Silent && !c.Late && !c.Blocked), g.Count(c => c.Blocked),
            g.Count(c => c.One == 1 && c.State == CommitmentState.Proposed && !c.Blocked && !c.Late && !c.Silent), g.Count(c => c.One == 1 && c.State == CommitmentState.Abandoned),
            g.Sum(c => c.Steps), g.Sum(c => c.StepsDone), g.Max(c => c.LastNewsOn))));

    private sealed record Line(Guid? AxisId, Totals Totals);

    // A commitment, or a step of one. Members are set by name: EF unites queries only over such projections.
    private sealed class Counted
    {
        public Guid? AxisId { get; init; }
        /// <summary>1 for a commitment, 0 for a step.</summary>
        public int One { get; init; }
        public CommitmentState State { get; init; }
        public DateOnly? LastNewsOn { get; init; }
        public bool Late { get; init; }
        public bool Silent { get; init; }
        public bool Blocked { get; init; }
        public int Steps { get; init; }
        public int StepsDone { get; init; }
    }
}
