using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Operations.Runs;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Reminders;

namespace Platform.Tests.Modules.Operations;

/// <summary>Recurring commands: each moment once, whatever clocks and nodes do.</summary>
public sealed class RunTests(PostOffice office) : IClassFixture<PostOffice>
{
    private static readonly Dictionary<Guid, int> Done = [];
    private static readonly HashSet<Guid> Broken = [];

    [System]
    internal sealed record Count : ICommand<int>;

    private sealed class Handler(CurrentTenant tenant) : IRequestHandler<Count, int>
    {
        public Task<int> Handle(Count request, CancellationToken ct)
        {
            lock (Done) Done[tenant.Id] = Done.GetValueOrDefault(tenant.Id) + 1;
            return Broken.Contains(tenant.Id) ? throw new InvalidOperationException("what the space holds") : Task.FromResult(3);
        }
    }

    // Hour by hour over the change, in whatever minutes the rounds come: the days between, the runs of each.
    [Theory]
    [InlineData("Europe/Paris", "2026-03-27T12:00Z", "02:30")]
    [InlineData("Europe/Paris", "2026-10-23T12:00Z", "02:30")]
    [InlineData("Europe/Paris", "2026-10-23T12:00Z", "09:00")]
    [InlineData("Indian/Reunion", "2026-03-27T12:00Z", "02:30")]
    [InlineData("Indian/Reunion", "2026-10-23T12:00Z", "09:00")]
    [InlineData("America/Miquelon", "2026-03-06T12:00Z", "02:30")]
    [InlineData("America/Martinique", "2026-10-23T12:00Z", "09:00")]
    [InlineData("Pacific/Marquesas", "2026-10-23T12:00Z", "09:00")]
    [InlineData("Pacific/Noumea", "2026-10-23T12:00Z", "09:00")]
    [InlineData("America/Cayenne", "2026-03-27T12:00Z", "23:59")]
    public void A_daily_hour_comes_once_each_day_of_the_place(string zone, string from, string at)
    {
        var (place, hour, start) = (TimeZoneInfo.FindSystemTimeZoneById(zone), TimeOnly.Parse(at), DateTimeOffset.Parse(from));
        var seen = new SortedSet<DateTimeOffset>();
        for (var now = start; now < start.AddDays(5); now = now.AddMinutes(7))
        {
            var latest = LocalTime.Latest(place, hour, now);
            Assert.InRange(now - latest, TimeSpan.Zero, TimeSpan.FromHours(25));
            if (latest > start) seen.Add(latest);
        }
        Assert.Equal(5, seen.Count);
        Assert.Equal(5, seen.Select(s => TimeZoneInfo.ConvertTime(s, place).Date).Distinct().Count());
    }

    // The table of the research: 09:00 on 25 October 2026.
    [Theory]
    [InlineData("Europe/Paris", "2026-10-25T09:00", "2026-10-25T08:00Z")]
    [InlineData("Indian/Reunion", "2026-10-25T09:00", "2026-10-25T05:00Z")]
    [InlineData("America/Martinique", "2026-10-25T09:00", "2026-10-25T13:00Z")]
    [InlineData("America/Miquelon", "2026-10-25T09:00", "2026-10-25T11:00Z")]
    [InlineData("Pacific/Marquesas", "2026-10-25T09:00", "2026-10-25T18:30Z")]
    [InlineData("Pacific/Noumea", "2026-10-25T09:00", "2026-10-24T22:00Z")]
    // The hour that is not there, and the hour that is there twice.
    [InlineData("Europe/Paris", "2026-03-29T02:30", "2026-03-29T01:00Z")]
    [InlineData("Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30Z")]
    public void An_hour_of_the_place_is_that_instant(string zone, string local, string instant)
    {
        var wanted = DateTime.Parse(local);
        Assert.Equal(DateTimeOffset.Parse(instant), LocalTime.Instant(TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.FromDateTime(wanted), TimeOnly.FromDateTime(wanted)));
    }

    [Fact]
    public async Task Two_nodes_at_once_run_each_space_once_and_a_failure_is_noted_tried_again_and_holds_up_nobody()
    {
        await using var host = await Host.Start(office.Post.Database);
        var world = await World.New(host);
        var job = Recurring.Daily<Count>("essai", "Essai", new TimeOnly(7, 0));
        var rounds = host.Services.GetRequiredService<Rounds>();
        Broken.Add(world.Elsewhere.Id);

        await Task.WhenAll(rounds.Go(job, default), rounds.Go(job, default), rounds.Go(job, default));
        Assert.Equal((1, 1), (Done[world.Space.Id], Done[world.Elsewhere.Id]));
        Assert.Equal((RunOutcome.Done, 3), await Run(world.Space));
        Assert.Equal((RunOutcome.Failed, 0), await Run(world.Elsewhere));

        // The failed one again after a while, the other not before its next day: down for 26 hours, it is owed one run and no burst.
        Broken.Clear();
        host.Clock.Advance(TimeSpan.FromMinutes(3));
        await rounds.Go(job, default);
        Assert.Equal((1, 2), (Done[world.Space.Id], Done[world.Elsewhere.Id]));
        host.Clock.Advance(TimeSpan.FromHours(50));
        await Task.WhenAll(rounds.Go(job, default), rounds.Go(job, default));
        await rounds.Go(job, default);
        Assert.Equal((2, 3), (Done[world.Space.Id], Done[world.Elsewhere.Id]));

        async Task<(RunOutcome, int)> Run(Space space)
        {
            var run = await host.Services.GetRequiredService<TenantScopes>().RunOutside("test", s => s.GetRequiredService<PlatformDb>().Set<JobRun>().AsNoTracking().SingleAsync(r => r.SpaceId == space.Id && r.Job == "essai"));
            Assert.DoesNotContain("what the space holds", run.Error ?? "", StringComparison.Ordinal);
            return (run.Outcome, run.Count);
        }
    }

    [Fact]
    public async Task The_administrator_sees_the_runs_of_the_space_and_the_operator_those_of_all()
    {
        var world = await World.New(office.Post);
        Assert.Contains("Récapitulatifs", (await world.Alice.Open("/travaux")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var job in Schedule.All) await office.Post.Services.GetRequiredService<Rounds>().Go(job, default);
        Assert.Contains("s’est bien passé", (await world.Alice.Open("/travaux")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await office.Post.Services.GetRequiredService<TenantScopes>().RunOutside("test", s => s.GetRequiredService<IMediator>().Send(new ListRuns.All(false)))),
            r => r.Space == world.Space.Identifier && r.Outcome == RunOutcome.Done);
        await Assert.ThrowsAsync<Forbidden>(() => world.Alice.Sends(new ListRuns.All(false), null));
    }

    /// <summary>The application with a recurring command of this test's own.</summary>
    private sealed class Host : App
    {
        private Host(TestDatabase database) : base(database) { }

        public static Task<Host> Start(TestDatabase database) => Task.FromResult(Started(new Host(database)));

        protected override void Change(IServiceCollection services) => services.AddScoped<IRequestHandler<Count, int>, Handler>();
    }
}
