using Microsoft.EntityFrameworkCore;
using Platform.Data;

namespace Platform.Modules.Operations.Runs;

/// <summary>Takes occurrences and says what became of them, each in one statement.</summary>
internal sealed class RunLedger(PlatformDb db, TimeProvider clock)
{
    public const int MostTries = 5;
    /// <summary>A run that lasts longer is taken for dead.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15), Pause = TimeSpan.FromMinutes(2);

    /// <returns>False: somebody has it, or has done it.</returns>
    public async Task<bool> Take(Guid space, string job, DateTimeOffset occurrence, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var until = now + Longest;
        if (await Update() > 0) return true;
        if (await db.Set<JobRun>().AnyAsync(r => r.SpaceId == space && r.Job == job, ct)) return false;
        db.Add(new JobRun(space, job));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another node has just made the row.
            db.ChangeTracker.Clear();
        }
        return await Update() > 0;

        Task<int> Update() => db.Set<JobRun>().Where(r => r.SpaceId == space && r.Job == job
                && (r.Occurrence < occurrence || (r.Occurrence == occurrence && r.Outcome != RunOutcome.Done && r.Until < now && r.Tries < MostTries)))
            .ExecuteUpdateAsync(u => u.SetProperty(r => r.Tries, r => r.Occurrence < occurrence ? 1 : r.Tries + 1).SetProperty(r => r.Occurrence, occurrence)
                .SetProperty(r => r.StartedAt, now).SetProperty(r => r.Outcome, RunOutcome.Running).SetProperty(r => r.Until, until)
                .SetProperty(r => r.Count, 0).SetProperty(r => r.Milliseconds, 0).SetProperty(r => r.Error, (string?)null), ct);
    }

    public Task Done(Guid space, string job, DateTimeOffset occurrence, int count, TimeSpan took, CancellationToken ct) => End(space, job, occurrence, RunOutcome.Done, count, took, null, ct);

    public Task Failed(Guid space, string job, DateTimeOffset occurrence, Exception error, TimeSpan took, CancellationToken ct) =>
        End(space, job, occurrence, RunOutcome.Failed, 0, took, error.GetBaseException().GetType().Name, ct);

    private Task<int> End(Guid space, string job, DateTimeOffset occurrence, RunOutcome outcome, int count, TimeSpan took, string? error, CancellationToken ct)
    {
        var again = clock.GetUtcNow() + Pause;
        return db.Set<JobRun>().Where(r => r.SpaceId == space && r.Job == job && r.Occurrence == occurrence).ExecuteUpdateAsync(u => u
            .SetProperty(r => r.Outcome, outcome).SetProperty(r => r.Count, count).SetProperty(r => r.Milliseconds, (int)took.TotalMilliseconds)
            .SetProperty(r => r.Error, error).SetProperty(r => r.Until, again), ct);
    }
}
