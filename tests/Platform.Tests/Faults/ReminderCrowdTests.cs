using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Operations.Runs;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Imports;
using Xunit.Abstractions;
using Standing = Platform.Modules.Members.Contract.Standing;
using Being = Platform.Modules.Members.People.Person;

namespace Platform.Tests.Faults;

/// <summary>Reminders that fall due in many spaces at once, written by the rules themselves.</summary>
public sealed class ReminderCrowdTests
{
    [Fact]
    public Task Reminders_of_many_spaces_are_written_once_and_no_space_starves_another() => ReminderCrowd.In(24);
}

internal static class ReminderCrowd
{
    public const int Each = 34;

    /// <returns>Seconds that the rules took.</returns>
    public static async Task<double> In(int spaces)
    {
        await using var app = App.On(await TestDatabase.NewPostgres());
        var scopes = app.Services.GetRequiredService<TenantScopes>();
        var ids = await scopes.RunOutside("test", async s =>
        {
            var db = s.GetRequiredService<PlatformDb>();
            var made = Enumerable.Range(0, spaces).Select(i => new Tenant($"foule-{i}", TenantKind.Alliance, $"Espace {i}", null, app.Clock.GetUtcNow())).ToList();
            db.AddRange(made);
            await db.SaveChangesAsync();
            return made.ConvertAll(t => t.Id);
        });
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (id, ct) => await scopes.Run(id, "test", s => Fill(s.GetRequiredService<PlatformDb>(), app.Clock.GetUtcNow()), ct));

        var rounds = app.Services.GetRequiredService<Rounds>();
        var job = Schedule.All.Single(j => j.Code == "reminders");
        var watch = Stopwatch.StartNew();
        Assert.Equal(spaces, await rounds.Go(job, default));
        var took = watch.Elapsed.TotalSeconds;
        Assert.Equal(spaces * Each, await Queued(app));
        // A day is a day: the same moment again writes nothing.
        await Parallel.ForEachAsync(ids.Take(5), async (id, ct) => Assert.Equal(0, await scopes.Run(id, "test", s => s.GetRequiredService<IMediator>().Send(job.Command(), ct), ct)));
        Assert.Equal(spaces * Each, await Queued(app));
        var claims = await scopes.RunOutside("test", s => s.GetRequiredService<MailQueue>().Take(spaces, CancellationToken.None));
        Assert.Equal(spaces, claims.Select(c => c.SpaceId).Distinct().Count());
        return took;
    }

    private static async Task<int> Queued(App app) => (int)(await Sql.Rows(app.Database.Superuser, "SELECT count(*)::int FROM mail_due"))[0][0];

    private static async Task Fill(PlatformDb db, DateTimeOffset now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (today, by) = (db.Tenant!.Space.On(now), new Author(null, "Essai"));
        var holder = new Organisation(OrganisationKind.Association, "Porteur");
        var referent = new Being("Claire", "Morvan", Standing.Staff);
        referent.Reach("claire@example.org", null);
        db.AddRange(holder, referent);
        for (var n = 1; n <= Each; n++)
        {
            var commitment = new Commitment(n, string.Create(CultureInfo.InvariantCulture, $"Engagement {n}"), Guid.CreateVersion7(), today, now, by);
            commitment.HeldBy([holder.Id], null);
            commitment.Plan(null, today, 700);
            commitment.FollowedBy(referent.Id, null);
            foreach (var state in Moves.Road(CommitmentState.Adopted)) commitment.To(state, today, now, by);
            db.Add(commitment);
        }
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}

/// <summary>The same at full size: run by infra/dev/measure.</summary>
public sealed class ReminderMeasureTests(ITestOutputHelper output)
{
    [MeasureFact]
    public async Task Ten_thousand_reminders_of_three_hundred_spaces()
    {
        var seconds = await ReminderCrowd.In(300);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{300 * ReminderCrowd.Each} reminders written in {seconds:0.0} s"));
        Assert.True(seconds < 60, $"Written in {seconds:0.0} s.");
    }
}
