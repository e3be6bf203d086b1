using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Operations.Runs;

/// <summary>The last run of each recurring command: of the space for its administrator, of all spaces for the operator.</summary>
public static class ListRuns
{
    [Needs(OperationsPermissions.ReadRuns)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    /// <param name="Failed">Only what failed, or did not end.</param>
    [AnyAccount(Operator = true)]
    public sealed record All(bool Failed) : IRequest<IReadOnlyList<Row>>;

    /// <param name="StartedAt">Null: not yet.</param>
    /// <param name="NextAt">When it is tried again after a failure.</param>
    public sealed record Row(string Space, string SpaceName, string Job, string Name, string When, DateTimeOffset? StartedAt, int Milliseconds, RunOutcome? Outcome, int Count, int Tries, string? Error, DateTimeOffset? NextAt)
    {
        public Badge Badge => Outcome switch
        {
            null => new("Pas encore", Tone.Neutral, "hourglass"),
            RunOutcome.Done => new(EnumNames.Of(RunOutcome.Done), Tone.Ok, "circle-check"),
            RunOutcome.Running => new(EnumNames.Of(RunOutcome.Running), Tone.Active, "refresh"),
            _ => new(EnumNames.Of(RunOutcome.Failed), Tone.Late, "circle-x"),
        };

        public string Took => Milliseconds < 1000 ? $"{Milliseconds} ms" : string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{Milliseconds / 1000.0:0.0} s");

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Space,-24} {Job,-16} {StartedAt?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "never",-18} {Milliseconds,7} ms  {Outcome?.ToString() ?? "-",-8} {Count,6}  {Error}").TrimEnd();
    }

    internal sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Query, IReadOnlyList<Row>>, IRequestHandler<All, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken ct)
        {
            var space = tenant.Space;
            var runs = await db.Set<JobRun>().AsNoTracking().Where(r => r.SpaceId == space.Id).ToDictionaryAsync(r => r.Job, ct);
            return [.. Schedule.All.Select(j => Of(space, j, runs.GetValueOrDefault(j.Code)))];
        }

        public async Task<IReadOnlyList<Row>> Handle(All query, CancellationToken ct)
        {
            var spaces = await db.Tenants.AsNoTracking().Where(t => t.State == TenantState.Active).OrderBy(t => t.Identifier).Select(SpaceDirectory.Shape).ToListAsync(ct);
            var runs = (await db.Set<JobRun>().AsNoTracking().ToListAsync(ct)).ToDictionary(r => (r.SpaceId, r.Job));
            return [.. spaces.SelectMany(s => Schedule.All.Select(j => Of(s, j, runs.GetValueOrDefault((s.Id, j.Code))))).Where(r => !query.Failed || r.Outcome is RunOutcome.Failed or RunOutcome.Running)];
        }

        private static Row Of(Space space, Recurring job, JobRun? run) => new(space.Identifier, space.Name, job.Code, job.Name, job.When(space), run?.StartedAt, run?.Milliseconds ?? 0,
            run?.Outcome, run?.Count ?? 0, run?.Tries ?? 0, run?.Error, run is { Outcome: RunOutcome.Failed, Tries: < RunLedger.MostTries } ? run.Until : null);
    }
}
