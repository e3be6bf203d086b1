using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Forum.Series;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>Opens the editions whose time has come, each with its dated plan. Run twice, it opens nothing more: a forum has one edition a year.</summary>
public static class OpenEditions
{
    [System]
    public sealed record Command : ICommand<int>;

    /// <summary>By hand, ahead of its time. Answers the edition.</summary>
    [Needs(ForumPermissions.Organise)]
    public sealed record Now(Guid SeriesId) : ICommand<Guid>;

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant, TimeProvider clock) : IRequestHandler<Command, int>, IRequestHandler<Now, Guid>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            if (!tenant.Space.Has(SpaceModules.Forum)) return 0;
            var today = tenant.Space.Today(clock);
            var due = (await db.Set<ForumSeries>().AsNoTracking().Include(s => s.Steps).Where(s => s.EndedOn == null).ToListAsync(ct)).FindAll(s => s.IsDue(today));
            if (due.Count == 0) return 0;
            var ids = due.ConvertAll(s => s.Id);
            var open = (await db.Set<ForumEdition>().Where(e => ids.Contains(e.SeriesId!.Value)).Select(e => new { e.SeriesId, e.Year }).ToListAsync(ct)).ToHashSet();
            var missing = due.FindAll(s => !open.Contains(new { SeriesId = (Guid?)s.Id, s.Next(today).Year }));
            foreach (var series in missing) Open(series, series.Next(today));
            return missing.Count;
        }

        public async Task<Guid> Handle(Now now, CancellationToken ct)
        {
            var series = await db.Set<ForumSeries>().AsNoTracking().Include(s => s.Steps).SingleOrDefaultAsync(s => s.Id == now.SeriesId, ct) ?? throw new NotFound(nameof(ForumSeries));
            var day = series.Next(tenant.Space.Today(clock));
            if (await db.Set<ForumEdition>().AnyAsync(e => e.SeriesId == series.Id && e.Year == day.Year, ct)) throw new RuleViolation("edition.twice", $"{day.Year}");
            return Open(series, day).Id;
        }

        private ForumEdition Open(ForumSeries series, DateOnly day)
        {
            // The year is what tells one from the next.
            return db.Add(new ForumEdition(series, $"{French.Cut(series.Name, ForumEdition.TitleLength - 5)} {day.Year}", day)).Entity;
        }
    }
}
