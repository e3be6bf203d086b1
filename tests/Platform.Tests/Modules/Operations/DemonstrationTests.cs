using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Modules.Access;
using Platform.Modules.Engagements.Commitments;
using Platform.Modules.Engagements.Dashboard;
using Platform.Modules.Members.Organisations;
using Platform.Modules.Operations.Demonstration;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Operations;

public sealed class DemonstrationTests
{
    [Fact]
    public async Task Four_spaces_are_filled_once_and_something_is_late_silent_and_due_in_each()
    {
        var app = await App.Get();
        await SeedDemo.Run(app.Services, CancellationToken.None);
        var again = await SeedDemo.Run(app.Services, CancellationToken.None);
        Assert.All(again, line => Assert.EndsWith("(already there)", line, StringComparison.Ordinal));
        foreach (var demo in SeedDemo.Spaces)
        {
            var space = (await app.Services.GetRequiredService<SpaceDirectory>().ByIdentifier(demo.Identity.Identifier, CancellationToken.None))!;
            var dashboard = await app.Services.GetRequiredService<TenantScopes>().Run(space.Id, "test", async s =>
            {
                var db = s.GetRequiredService<Platform.Data.PlatformDb>();
                await using var transaction = await db.Database.BeginTransactionAsync();
                var today = space.Today(app.Clock);
                var late = await db.Set<Commitment>().CountAsync(Commitment.Late(today));
                var silent = await db.Set<Commitment>().CountAsync(Commitment.Silent(today));
                var soon = await db.Set<Measure>().CountAsync(m => m.DueOn >= today && m.DueOn < today.AddDays(60) && m.DoneOn == null);
                var members = await db.Set<Organisation>().CountAsync();
                var personas = await db.Memberships.CountAsync();
                return (late, silent, soon, members, personas);
            });
            Assert.True(dashboard is { silent: > 0, soon: > 0, members: > 1, personas: >= 4 } && (dashboard.late > 0 || demo is EntenteSpace), $"{demo.Identity.Identifier}: {dashboard}");
        }
    }

    [Fact]
    public async Task The_alliance_has_its_thirteen_members_and_its_projects()
    {
        var app = await App.Get();
        await SeedDemo.Run(app.Services, CancellationToken.None);
        var space = (await app.Services.GetRequiredService<SpaceDirectory>().ByIdentifier("ailb", CancellationToken.None))!;
        var (members, titles) = await app.Services.GetRequiredService<TenantScopes>().Run(space.Id, "test", async s =>
        {
            var db = s.GetRequiredService<Platform.Data.PlatformDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            return (await db.Set<Organisation>().Where(o => o.Siren != null).CountAsync(), await db.Set<Commitment>().Select(c => c.Title).ToListAsync());
        });
        Assert.Equal(13, members);
        Assert.Contains("Décarbonation : hydrogène renouvelable", titles);
        Assert.Equal(8, titles.Count);
    }

    [Fact]
    [Trait("Category", "unit")]
    public void Fictional_people_are_always_the_same_and_never_twice()
    {
        var (one, other) = (new Fiction(7), new Fiction(7));
        var names = Enumerable.Range(0, 300).Select(_ => one.Name()).ToList();
        Assert.Equal(names, Enumerable.Range(0, 300).Select(_ => other.Name()));
        Assert.Equal(300, names.Distinct().Count());
    }
}
