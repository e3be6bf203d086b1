using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Contract.Roadmap;

/// <summary>How many public commitments there are, and what became of them. <see cref="Late"/>, <see cref="Silent"/> and
/// <see cref="Blocked"/> overlap; the three "only" do not, and with the others they make the whole.</summary>
public sealed record Totals(int All, int Kept, int PartlyKept, int Alive, int Proposed, int Abandoned, int Late, int Silent, int Blocked,
    int Smooth, int LateOnly, int SilentOnly, int Steps, int StepsDone, DateOnly? LastNewsOn)
{
    public static Totals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);

    public int Of(Outcome outcome) => outcome switch
    {
        Outcome.Kept => Kept + PartlyKept,
        Outcome.Underway => Alive,
        Outcome.Late => Late,
        Outcome.Silent => Silent,
        Outcome.Blocked => Blocked,
        Outcome.Proposed => Proposed,
        _ => Abandoned,
    };

    /// <summary>"12 engagements : 4 tenus, 7 en cours dont 2 en retard et 1 sans nouvelles, 1 abandonné"</summary>
    public string Sentence(Word word)
    {
        string[] worries = [.. Said(Late, "en retard"), .. Said(Silent, "sans nouvelles"), .. Said(Blocked, word.Agree("bloqué", Blocked))];
        string[] parts =
        [
            .. Said(Kept, word.Agree("tenu", Kept)), .. Said(PartlyKept, word.Agree("tenu", PartlyKept) + " en partie"),
            .. Said(Alive, "en cours" + (worries.Length == 0 ? "" : " dont " + French.List(worries))),
            .. Said(Proposed, word.Agree("proposé", Proposed)), .. Said(Abandoned, word.Agree("abandonné", Abandoned)),
        ];
        // "1 engagement : 1 en cours dont 1 en retard" counts what there is one of.
        if (All == 1 && Alive == 1) return $"{word.Count(1)}, {French.List(["en cours", .. worries.Select(w => w[2..])])}";
        if (All == 1) return $"{word.Count(1)}, {parts[0][2..]}";
        return parts.Length == 0 ? word.No : $"{word.Count(All)}\u00a0: {string.Join(", ", parts)}";
    }

    /// <summary>The whole as one bar.</summary>
    /// <param name="list">Address of the list to which each part leads, with "?" or "&amp;" at its end; null for a bar without links.</param>
    public IReadOnlyList<Part> Parts(Word word, string? list)
    {
        Part Of(Outcome outcome, string text, int count, Tone tone, bool light = false) => new(text, count, tone, list is null ? null : $"{list}situation={EnumNames.Slug(outcome)}", light);
        return
        [
            Of(Outcome.Kept, word.Agree("Tenu", Kept + PartlyKept), Kept + PartlyKept, Tone.Ok),
            Of(Outcome.Underway, "En cours", Smooth, Tone.Active),
            Of(Outcome.Late, "En retard", LateOnly, Tone.Late),
            Of(Outcome.Silent, "Sans nouvelles", SilentOnly, Tone.Silent),
            Of(Outcome.Blocked, word.Agree("Bloqué", Blocked), Blocked, Tone.Blocked),
            Of(Outcome.Proposed, word.Agree("Proposé", Proposed), All - Kept - PartlyKept - Smooth - LateOnly - SilentOnly - Blocked - Abandoned, Tone.Draft),
            Of(Outcome.Abandoned, word.Agree("Abandonné", Abandoned), Abandoned, Tone.Neutral, light: true),
        ];
    }

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
            g.Count(c => c.One == 1 && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay)), g.Count(c => c.One == 1 && c.State == CommitmentState.Proposed),
            g.Count(c => c.One == 1 && c.State == CommitmentState.Abandoned), g.Count(c => c.Late), g.Count(c => c.Silent), g.Count(c => c.Blocked),
            g.Count(c => c.One == 1 && (c.State == CommitmentState.Adopted || c.State == CommitmentState.UnderWay) && !c.Late && !c.Silent && !c.Blocked),
            g.Count(c => c.Late && !c.Blocked), g.Count(c => c.Silent && !c.Late && !c.Blocked), g.Sum(c => c.Steps), g.Sum(c => c.StepsDone), g.Max(c => c.LastNewsOn))));

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

    private static string[] Said(int count, string text) => count == 0 ? [] : [$"{French.Number(count)}\u00a0{text}"];
}
