using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;

namespace Platform.Modules.Engagements.Coalitions;

/// <summary>The commitment sheet of a coalition in five parts, on one side of paper: what it wants, who, how, what first, which stakes.</summary>
public static class PrintSheet
{
    public const int MostActions = 8;

    [AnyMember]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    /// <param name="More">Actions that the paper has no room for.</param>
    /// <param name="Frameworks">Of which the stakes are.</param>
    public sealed record Answer(GetCoalition.Sheet Sheet, IReadOnlyList<Action> Actions, int More, IReadOnlyList<Stake> Stakes, IReadOnlyList<string> Frameworks);

    public sealed record Action(string Title, DateOnly? DueOn, DateOnly? DoneOn);

    public sealed record Stake(string Title, string? Aim);

    internal sealed class Handler(PlatformDb db, IMediator mediator) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var sheet = await mediator.Send(new GetCoalition.Query(query.Id, Whole: true), ct);
            var promises = db.Set<Commitment>().Where(c => c.CoalitionId == query.Id && c.State != CommitmentState.Abandoned && c.State != CommitmentState.Draft);
            var steps = promises.SelectMany(c => c.Measures).Where(m => m.DroppedOn == null);
            // What is done first, then what comes soonest; without a step, the commitments themselves are the actions.
            var actions = await steps.OrderBy(m => m.DoneOn == null).ThenBy(m => m.DoneOn).ThenBy(m => m.DueOn == null).ThenBy(m => m.DueOn).ThenBy(m => m.Id).Take(MostActions)
                .Select(m => new Action(m.Title, m.DueOn, m.DoneOn)).ToListAsync(ct);
            var count = actions.Count < MostActions ? actions.Count : await steps.CountAsync(ct);
            if (count == 0) (actions, count) = ([.. sheet.Head.Commitments.Take(MostActions).Select(c => new Action(c.Title, c.DueOn, null))], sheet.Head.Commitments.Count);
            var stakes = await db.Set<Objective>().Where(o => promises.Any(c => c.Objectives.Any(x => x.ObjectiveId == o.Id))).OrderBy(o => o.FrameworkId).ThenBy(o => o.Position)
                .Select(o => new { o.Title, o.Target, o.TargetYear, o.Unit, Framework = db.Set<Framework>().Where(f => f.Id == o.FrameworkId).Select(f => f.Name).First() }).ToListAsync(ct);
            return new(sheet, actions, count - actions.Count,
                [.. stakes.Select(s => new Stake(s.Title, s.Target is { } target ? $"cible {Shared.French.Number(target)} {s.Unit}{(s.TargetYear is { } year ? $" en {year}" : "")}" : null))],
                [.. stakes.Select(s => s.Framework).Distinct()]);
        }
    }
}
