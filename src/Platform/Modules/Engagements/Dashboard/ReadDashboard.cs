using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Frameworks;
using Platform.Modules.Engagements.Tasks;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Dashboard;

/// <summary>Where the space stands today: how many, late, silent, by state and axis, how old the news is, what comes, what changed.</summary>
public static class ReadDashboard
{
    public const int NextShown = 6, WeekShown = 8, Week = 7;

    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(DateOnly Today, IReadOnlyDictionary<CommitmentState, int> States, int Late, int Silent, int Blocked,
        IReadOnlyList<AxisRow> Axes, IReadOnlyList<int> Ageing, IReadOnlyList<NextRow> Next, IReadOnlyList<EventRow> Events, ListTasks.Answer Tasks)
    {
        public int Total => States.Values.Sum();
    }

    /// <param name="Progress">Mean of what the last news declare, in percent; null when none declares any.</param>
    public sealed record AxisRow(Guid Id, string Title, int Count, int? Progress);

    public sealed record NextRow(Guid CommitmentId, string Title, string? Measure, DateOnly On);

    /// <param name="To">The new state; null for news.</param>
    public sealed record EventRow(Guid CommitmentId, string Title, DateTimeOffset At, string By, CommitmentState? To, UpdateStatus? Status, string? Text);

    /// <summary>Upper bounds, in days, of the ages of the last news; one more class is beyond, the last one is "never".</summary>
    public static IReadOnlyList<int> Ages { get; } = [30, 60, 90, 180];

    internal sealed class Handler(PlatformDb db, IMediator mediator, Tallies tallies, KeptAnswers kept, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        private const int State = 1, Situation = 2, Age = 3;

        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var same = await kept.Get(nameof(ReadDashboard), today, () => ForAll(today, ct));
            return same with { Tasks = await mediator.Send(new ListTasks.Query(), ct) };
        }

        private async Task<Answer> ForAll(DateOnly today, CancellationToken ct)
        {
            var (counts, axes) = await tallies.Get(tenant.Space.Id, $"{today:O}", async () =>
            {
                var figures = new Figures(await Counts(today, ct), await Axes(ct));
                return (figures, figures.Counts.Where(c => c.Kind == State).Sum(c => c.Count));
            });
            int Of(int kind, int code) => counts.Find(c => c.Kind == kind && c.Code == code)?.Count ?? 0;
            return new(today, counts.Where(c => c.Kind == State).ToDictionary(c => (CommitmentState)c.Code, c => c.Count),
                Of(Situation, 1), Of(Situation, 2), Of(Situation, 3), axes, [.. Enumerable.Range(0, Ages.Count + 2).Select(i => Of(Age, i))],
                await Next(today, ct), await Events(ct), new([], today));
        }

        private sealed record Figures(List<Line> Counts, IReadOnlyList<AxisRow> Axes);

        private sealed class Line
        {
            public int Kind { get; init; }
            public int Code { get; init; }
            public int Count { get; init; }
        }

        private Task<List<Line>> Counts(DateOnly today, CancellationToken ct)
        {
            var all = db.Set<Commitment>();
            var alive = all.Where(c => c.NextNewsDueOn != null);
            var lines = all.GroupBy(c => c.State).Select(g => new Line { Kind = State, Code = (int)g.Key, Count = g.Count() })
                .Concat(Count(Situation, 1, all.Where(c => c.OpenDueOn < today)))
                .Concat(Count(Situation, 2, all.Where(c => c.NextNewsDueOn < today)))
                .Concat(Count(Situation, 3, all.Where(c => c.IsBlocked && c.State < CommitmentState.Kept)))
                .Concat(Count(Age, Ages.Count + 1, alive.Where(c => c.LastNewsOn == null)));
            for (var i = 0; i <= Ages.Count; i++)
            {
                var (since, before) = (i < Ages.Count ? today.AddDays(-Ages[i]) : DateOnly.FromDayNumber(1), i > 0 ? today.AddDays(-Ages[i - 1]) : today.AddDays(1));
                lines = lines.Concat(Count(Age, i, alive.Where(c => c.LastNewsOn >= since && c.LastNewsOn < before)));
            }
            return lines.ToListAsync(ct);
        }

        private static IQueryable<Line> Count(int kind, int code, IQueryable<Commitment> found) => found.GroupBy(_ => 1).Select(g => new Line { Kind = kind, Code = code, Count = g.Count() });

        private async Task<IReadOnlyList<AxisRow>> Axes(CancellationToken ct) => (await db.Set<Commitment>()
            .Where(c => c.AxisId != null && c.State != CommitmentState.Abandoned)
            .Join(db.Set<Axis>(), c => c.AxisId, a => a.Id, (c, a) => new { a.Id, a.Number, a.Title, c.Progress })
            .GroupBy(x => new { x.Id, x.Number, x.Title })
            .Select(g => new { g.Key.Id, g.Key.Number, g.Key.Title, Count = g.Count(), Progress = g.Average(x => (double?)x.Progress) })
            .OrderBy(g => g.Number).ThenBy(g => g.Title).Take(12).ToListAsync(ct))
            .ConvertAll(g => new AxisRow(g.Id, g.Title, g.Count, g.Progress is { } mean ? (int)Math.Round(mean) : null));

        private async Task<IReadOnlyList<NextRow>> Next(DateOnly today, CancellationToken ct) => (await db.Set<Commitment>()
            .Where(c => c.OpenDueOn >= today).OrderBy(c => c.OpenDueOn).Take(NextShown)
            .Select(c => new { c.Id, c.Title, Measure = (string?)null, On = c.OpenDueOn!.Value })
            .Concat(db.Set<Measure>().Where(m => m.DueOn >= today && m.DoneOn == null && m.DroppedOn == null)
                .Join(db.Set<Commitment>().Where(c => c.State < CommitmentState.Kept), m => m.CommitmentId, c => c.Id, (m, c) => new { m, c })
                .OrderBy(x => x.m.DueOn).Take(NextShown)
                .Select(x => new { x.c.Id, x.c.Title, Measure = (string?)x.m.Title, On = x.m.DueOn!.Value }))
            .OrderBy(x => x.On).ThenBy(x => x.Id).Take(NextShown).ToListAsync(ct)).ConvertAll(x => new NextRow(x.Id, x.Title, x.Measure, x.On));

        private async Task<IReadOnlyList<EventRow>> Events(CancellationToken ct)
        {
            var since = clock.GetUtcNow().AddDays(-Week);
            var news = await db.Set<Update>().Where(u => u.RecordedAt >= since).OrderByDescending(u => u.RecordedAt).Take(WeekShown)
                .Join(db.Set<Commitment>(), u => u.CommitmentId, c => c.Id, (u, c) => new EventRow(c.Id, c.Title, u.RecordedAt, u.AuthorName, null, u.Status, u.Text)).ToListAsync(ct);
            var moves = await db.Set<Transition>().Where(t => t.RecordedAt >= since && t.From != null).OrderByDescending(t => t.RecordedAt).Take(WeekShown)
                .Join(db.Set<Commitment>(), t => t.CommitmentId, c => c.Id, (t, c) => new EventRow(c.Id, c.Title, t.RecordedAt, t.AuthorName, t.To, null, t.Reason)).ToListAsync(ct);
            return [.. news.Concat(moves).OrderByDescending(e => e.At).Take(WeekShown)];
        }
    }
}
