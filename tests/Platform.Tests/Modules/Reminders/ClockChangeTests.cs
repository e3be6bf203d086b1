using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Operations.Runs;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Rules;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;

namespace Platform.Tests.Modules.Reminders;

/// <summary>The night in which the clocks change: each daily reminder once, at the hour that the space's clocks show.</summary>
public sealed class ClockChangeTests(PostOffice office) : IClassFixture<PostOffice>
{
    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Each_daily_reminder_comes_once_when_the_clocks_change(int month)
    {
        var clock = office.Post.Clock;
        var now = clock.GetUtcNow();
        var change = Enumerable.Range(0, 31).Select(d => new DateOnly(now.Year + 1, month, 31).AddDays(-d)).First(d => d.DayOfWeek == DayOfWeek.Sunday);
        clock.Advance(new DateTimeOffset(change.AddDays(-2).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero) - now);
        var places = new List<(World World, TimeZoneInfo Zone)>();
        foreach (var (zone, hour) in new[] { ("Europe/Paris", 2), ("Indian/Reunion", 7) })
        {
            var world = await World.New(office.Post);
            await world.Within(async db =>
            {
                var tenant = await db.Tenants.SingleAsync(t => t.Id == world.Space.Id);
                tenant.Place(zone);
                tenant.RemindAt(hour);
                return true;
            });
            world.App.Services.GetRequiredService<SpaceDirectory>().Forget();
            // A reminder each day, from the day before the change to the day after it.
            await world.Alice.Sends((await world.Alice.Sends(new EditRule.Form(ReminderKind.CommitmentDue))).Command with { Steps = [.. new[] { -1, 0, 1 }.Select(d => EditRule.StepLine.Of(new(d, Rungs.Facilitator)))] });
            await world.Promise("Chaque jour", await world.Organisation("Redon"), CommitmentState.UnderWay, c => c with { DueOn = change, CadenceDays = 700 });
            places.Add((world, TimeZoneInfo.FindSystemTimeZoneById(zone)));
        }
        var job = Schedule.All.Single(j => j.Code == "reminders");
        for (var i = 0; i < 5 * 24; i++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await office.Post.Services.GetRequiredService<Rounds>().Go(job, default);
        }
        foreach (var (world, zone) in places)
        {
            var written = await world.Within(db => db.Set<OutboxMessage>().AsNoTracking().Where(m => m.IdempotencyKey.StartsWith("rappel:")).OrderBy(m => m.CreatedAt).ToListAsync());
            Assert.Equal([change.AddDays(-1), change, change.AddDays(1)], written.Select(m => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(m.CreatedAt, zone).DateTime)));
        }
    }
}
