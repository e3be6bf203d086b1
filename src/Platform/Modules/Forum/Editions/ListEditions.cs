using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Programme;
using Platform.Modules.Forum.Series;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>The editions, those to come first, and the forums that come back.</summary>
public static class ListEditions
{
    private const int Most = 200;

    [AnyMember]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Row> Coming, IReadOnlyList<Row> Past, IReadOnlyList<Recurring> Series, DateOnly Today)
    {
        public Row? Next => Coming.FirstOrDefault(r => r.CancelledOn is null);
    }

    public sealed record Row(Guid Id, string Title, DateOnly StartsOn, DateOnly EndsOn, string? Place, bool IsPublic, DateOnly? CancelledOn, int Sessions, int Steps, int Done, int Late);

    /// <param name="NextOpen">The edition of its next day is open.</param>
    public sealed record Recurring(Guid Id, string Name, string Rhythm, DateOnly Next, bool NextOpen, DateOnly OpensOn, DateOnly? EndedOn);

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query query, CancellationToken ct)
        {
            var today = tenant.Space.Today(clock);
            var read = await db.Set<ForumEdition>().OrderByDescending(e => e.StartsOn).ThenBy(e => e.Id).Take(Most).Select(e => new
            {
                e.SeriesId, e.Year,
                Row = new Row(e.Id, e.Title, e.StartsOn, e.EndsOn, e.Place, e.IsPublic, e.CancelledOn, db.Set<ForumSession>().Count(s => s.EditionId == e.Id),
                    e.Milestones.Count, e.Milestones.Count(m => m.DoneOn != null), e.Milestones.Count(m => m.DoneOn == null && m.DueOn < today)),
            }).ToListAsync(ct);
            var open = read.Select(e => (e.SeriesId, e.Year)).ToHashSet();
            var series = await db.Set<ForumSeries>().AsNoTracking().OrderBy(s => s.EndedOn != null).ThenBy(s => s.NameKey).Take(Most).ToListAsync(ct);
            return new([.. read.Where(e => e.Row.EndsOn >= today).Select(e => e.Row).Reverse()], [.. read.Where(e => e.Row.EndsOn < today).Select(e => e.Row)],
                [.. series.Select(s => new Recurring(s.Id, s.Name, s.Rhythm, s.Next(today), open.Contains((s.Id, s.Next(today).Year)), s.Next(today).AddMonths(-s.LeadMonths), s.EndedOn))], today);
        }
    }
}
