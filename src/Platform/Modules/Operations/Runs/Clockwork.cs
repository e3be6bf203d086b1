using Platform.Data;
using Platform.Kernel;
using Quartz;

namespace Platform.Modules.Operations.Runs;

/// <summary>Quartz is the alarm clock, no more (decision 0018): it wakes one node a minute for each recurring command; who is owed a
/// run, and who has had it, stands in our own table.</summary>
internal static class Clockwork
{
    private const string Code = "code", EveryMinute = "0 * * * * ?";

    public static void AddClockwork(this IServiceCollection services, IConfiguration configuration, NodeRole role)
    {
        services.AddScoped<RunLedger>().AddSingleton<Rounds>();
        if (!role.HasFlag(NodeRole.Worker)) return;
        services.AddQuartz(q =>
        {
            q.ConfigureScheduler(o => (o.InstanceName, o.InstanceId) = ("platform", $"{Environment.MachineName}-{Guid.NewGuid():N}"));
            q.UseDefaultThreadPool(4);
            q.UseDefaultRetryPolicy(RetryPolicy.Exponential(5, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(1)));
            q.UsePersistentStore(s =>
            {
                if (DataSetup.ProviderOf(configuration) == DatabaseProvider.Postgres) s.UsePostgres(DataSetup.ClockConnection(configuration));
                else s.UseSqlServer(DataSetup.ClockConnection(configuration));
                s.UseClustering(c => (c.CheckinInterval, c.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(15)));
                s.ConfigureStore(o => (o.StoreJobDataAsStrings, o.TablePrefix) = (true, ClockTables.Prefix));
            });
            foreach (var job in Schedule.All)
            {
                q.AddJob<Wake>(j => j.WithIdentity(job.Code).UsingJobData(Code, job.Code).RequestRecovery(true).StoreDurably());
                q.AddTrigger(t => t.ForJob(job.Code).WithIdentity(job.Code).WithCronSchedule(EveryMinute, c => c.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    [DisallowConcurrentExecution]
    internal sealed class Wake(Rounds rounds) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            // Of a version that listed more than this one.
            if (Schedule.All.FirstOrDefault(j => j.Code == context.MergedJobDataMap.GetString(Code)) is { } job) await rounds.Go(job, cancellationToken);
        }
    }
}
