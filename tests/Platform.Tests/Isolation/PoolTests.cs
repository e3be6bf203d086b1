using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Modules.Access;
using Platform.Tests.Kit;

namespace Platform.Tests.Isolation;

/// <summary>Twenty spaces, four connections, two hundred requests at once, half of them broken off: no row goes astray.</summary>
public sealed class PoolTests
{
    private sealed class Narrow(TestDatabase database) : App(database)
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["ConnectionStrings:Platform"] = new NpgsqlConnectionStringBuilder(Database.App) { MaxPoolSize = 4, Timeout = 120 }.ConnectionString,
        };

        public static async Task<Narrow> Start() => Started(new Narrow(await TestDatabase.Postgres()));
    }

    [Fact]
    public async Task Two_hundred_requests_over_twenty_spaces_on_four_connections_never_meet()
    {
        await using var app = await Narrow.Start();
        var pages = (await Target.All(app)).Where(t => t is { IsGet: true, IsOutside: false, HasIds: false } && Matrix.Rows.TryGetValue(t.ToString(), out var row) && row.Bob == "200" && row.Nobody == "login").ToList();
        Assert.NotEmpty(pages);
        var spaces = new List<(World World, Sample Sample)>();
        for (var i = 0; i < 10; i++)
        {
            var world = await World.New(app);
            spaces.Add((world, await Sample.In(world, world.Space)));
            spaces.Add((world, await Sample.In(world, world.Elsewhere)));
        }
        var canaries = spaces.ConvertAll(s => s.Sample.Canary);
        var (whole, broken, leaks) = (0, 0, new ConcurrentBag<string>());

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var (world, sample) = spaces[i % spaces.Count];
            var isHere = sample.Space == world.Space;
            try
            {
                switch (i / spaces.Count % 4)
                {
                    case 0:
                        // Charlie at home, Alice in hers: whole pages.
                        var page = pages[i % pages.Count].Path(sample);
                        var body = await (await (isHere ? world.Alice.Get(page) : world.Charlie.Get($"//{sample.Space.Identifier}{page}"))).Content.ReadAsStringAsync();
                        leaks.Add(canaries.Find(c => c != sample.Canary && body.Contains(c, StringComparison.OrdinalIgnoreCase)) ?? "");
                        break;
                    case 1:
                        leaks.Add(await world.Within(async db => (await db.Memberships.Select(m => m.TenantId).Distinct().ToListAsync()) is [var only] && only == sample.Space.Id ? "" : "a membership", sample.Space));
                        break;
                    case 2:
                        using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(i % 17)))
                            await world.Alice.Client.GetAsync($"/{world.Space.Identifier}{pages[i % pages.Count].Path(spaces.Find(s => s.Sample.Space == world.Space).Sample)}", impatient.Token);
                        break;
                    default:
                        await world.Within<int>(async db =>
                        {
                            await db.Memberships.ToListAsync();
                            db.Add(new Membership(world.Bob.AccountId, "jamais", Roles.Reader, DateTimeOffset.UnixEpoch));
                            await db.SaveChangesAsync();
                            throw new OperationCanceledException("In the middle.");
                        }, sample.Space);
                        break;
                }
                Interlocked.Increment(ref whole);
            }
            catch (Exception error) when (error is OperationCanceledException or DbUpdateException)
            {
                Interlocked.Increment(ref broken);
            }
        }));

        Assert.DoesNotContain(leaks, l => l.Length > 0);
        Assert.True(whole >= 100 && broken >= 50, $"{whole} whole, {broken} broken off.");
        Assert.Empty(await Sql.Rows(app.Database.Superuser, "SELECT 1 FROM membership WHERE name = 'jamais'"));
        foreach (var (world, sample) in spaces)
            Assert.Equal([sample.Space.Id], await world.Within(db => db.Memberships.Select(m => m.TenantId).Distinct().ToListAsync(), sample.Space));
    }
}
