using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Operations.Runs;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;
using Platform.Tests.Isolation;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Reminders;

namespace Platform.Tests.Faults;

/// <summary>Ten thousand reminders due at once in three hundred spaces.</summary>
public sealed class CrowdTests
{
    private const int Spaces = 300, Each = 34;

    [System]
    internal sealed record Remind : ICommand<int>;

    private sealed class Handler(PlatformDb db, CurrentTenant tenant) : IRequestHandler<Remind, int>
    {
        public Task<int> Handle(Remind request, CancellationToken ct) =>
            Mail.QueueOnce(db, tenant.Space, [.. Enumerable.Range(0, Each).Select(i => Letters.To($"p{i}@example.org", $"rappel {i}"))], ct);
    }

    [Fact]
    public async Task Ten_thousand_reminders_of_three_hundred_spaces_are_queued_in_a_minute_and_no_space_starves_another()
    {
        await using var host = Host.Start(await TestDatabase.NewPostgres());
        var scopes = host.Services.GetRequiredService<TenantScopes>();
        await scopes.RunOutside("test", async s =>
        {
            var db = s.GetRequiredService<PlatformDb>();
            for (var i = 0; i < Spaces; i++) db.Add(new Tenant($"foule-{i}", TenantKind.Alliance, $"Espace {i}", null, host.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        var watch = Stopwatch.StartNew();
        Assert.Equal(Spaces, await host.Services.GetRequiredService<Rounds>().Go(Recurring.Every<Remind>("foule", "Foule", 5), CancellationToken.None));
        Assert.True(watch.Elapsed.TotalSeconds < 60, $"Queued in {watch.Elapsed.TotalSeconds:0.0} s.");
        Assert.Equal(Spaces * Each, (int)(await Sql.Rows(host.Database.Superuser, "SELECT count(*)::int FROM mail_due"))[0][0]);

        // One claim serves as many spaces as it can hold.
        var claims = await scopes.RunOutside("test", s => s.GetRequiredService<MailQueue>().Take(Spaces, CancellationToken.None));
        Assert.Equal(Spaces, claims.Select(c => c.SpaceId).Distinct().Count());
    }

    private sealed class Host : App
    {
        private Host(TestDatabase database) : base(database) { }

        public static Host Start(TestDatabase database) => Started(new Host(database));

        protected override void Change(IServiceCollection services) => services.AddScoped<IRequestHandler<Remind, int>, Handler>();
    }
}
