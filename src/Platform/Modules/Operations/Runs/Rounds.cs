using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Runs;

/// <summary>Goes round the active spaces and runs what each is owed: a space that fails is noted, and the round goes on.</summary>
internal sealed class Rounds(TenantScopes scopes, TimeProvider clock, ILogger<Rounds> log)
{
    private const int AtOnce = 4;

    /// <returns>How many runs it took.</returns>
    public async Task<int> Go(Recurring job, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (spaces, known) = await scopes.RunOutside(job.Name, async services =>
        {
            var db = services.GetRequiredService<PlatformDb>();
            return (await db.Tenants.AsNoTracking().Where(t => t.State == TenantState.Active).Select(SpaceDirectory.Shape).ToListAsync(ct),
                await db.Set<JobRun>().AsNoTracking().Where(r => r.Job == job.Code).ToDictionaryAsync(r => r.SpaceId, ct));
        });
        var owed = spaces.Select(s => (Space: s, Occurrence: job.Latest(s, now))).Where(o => !known.TryGetValue(o.Space.Id, out var run)
            || run.Occurrence < o.Occurrence || (run.Occurrence == o.Occurrence && run.Outcome != RunOutcome.Done && run.Until < now && run.Tries < RunLedger.MostTries)).ToList();
        var taken = 0;
        await Parallel.ForEachAsync(owed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (o, stop) =>
        {
            if (await Run(job, o.Space, o.Occurrence, stop)) Interlocked.Increment(ref taken);
        });
        return taken;
    }

    private async Task<bool> Run(Recurring job, Space space, DateTimeOffset occurrence, CancellationToken ct)
    {
        if (!await OnLedger(job, l => l.Take(space.Id, job.Code, occurrence, ct))) return false;
        var started = Stopwatch.GetTimestamp();
        try
        {
            var count = await scopes.Run(space.Id, job.Name, services => services.GetRequiredService<IMediator>().Send(job.Command(), ct), ct);
            await OnLedger(job, async l => { await l.Done(space.Id, job.Code, occurrence, count, Stopwatch.GetElapsedTime(started), ct); return true; });
        }
        // Whatever it is, the other spaces are owed theirs.
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "{Job} fails in space {Space}.", job.Code, space.Id);
            await OnLedger(job, async l => { await l.Failed(space.Id, job.Code, occurrence, error, Stopwatch.GetElapsedTime(started), ct); return true; });
        }
        return true;
    }

    private Task<bool> OnLedger(Recurring job, Func<RunLedger, Task<bool>> step) => scopes.RunOutside(job.Name, services => step(services.GetRequiredService<RunLedger>()));
}
