using Platform.Modules.Shared.Lists;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Shared;

[Trait("Category", "unit")]
public sealed class TalliesTests
{
    private readonly TestClock clock = new();
    private readonly Guid here = Guid.NewGuid(), there = Guid.NewGuid();
    private int counted;

    [Fact]
    public async Task A_small_list_is_counted_each_time()
    {
        using var tallies = new Tallies(clock);
        Assert.Equal("1", await Ask(tallies, here, Keyset.Cap));
        Assert.Equal("2", await Ask(tallies, here, Keyset.Cap));
    }

    [Fact]
    public async Task A_large_list_is_counted_once_until_it_is_old()
    {
        using var tallies = new Tallies(clock);
        Assert.Equal("1", await Ask(tallies, here, Keyset.Cap + 1));
        Assert.Equal("1", await Ask(tallies, here, Keyset.Cap + 1));
        clock.Advance(Tallies.Fresh);
        Assert.Equal("2", await Ask(tallies, here, Keyset.Cap + 1));
    }

    [Fact]
    public async Task Each_space_and_each_choice_has_its_own()
    {
        using var tallies = new Tallies(clock);
        Assert.Equal("1", await Ask(tallies, here, Keyset.Cap + 1));
        Assert.Equal("2", await Ask(tallies, there, Keyset.Cap + 1));
        Assert.Equal("3", await Ask(tallies, here, Keyset.Cap + 1, "other"));
    }

    [Fact]
    public async Task While_one_counts_again_the_others_are_served_the_old()
    {
        using var tallies = new Tallies(clock);
        await Ask(tallies, here, Keyset.Cap + 1);
        clock.Advance(Tallies.Fresh);
        var gate = new TaskCompletionSource<(string, int)>();
        var slow = tallies.Get(here, "all", () => gate.Task);
        Assert.Equal("1", await Ask(tallies, here, Keyset.Cap + 1));
        gate.SetResult(("new", Keyset.Cap + 1));
        Assert.Equal("new", await slow);
        Assert.Equal("new", await Ask(tallies, here, Keyset.Cap + 1));
    }

    [Fact]
    public async Task A_count_that_fails_is_tried_again()
    {
        using var tallies = new Tallies(clock);
        await Ask(tallies, here, Keyset.Cap + 1);
        clock.Advance(Tallies.Fresh);
        await Assert.ThrowsAsync<InvalidOperationException>(() => tallies.Get<string>(here, "all", () => throw new InvalidOperationException()));
        Assert.Equal("2", await Ask(tallies, here, Keyset.Cap + 1));
    }

    private Task<string> Ask(Tallies tallies, Guid space, int rows, string what = "all") =>
        tallies.Get(space, what, () => Task.FromResult(($"{++counted}", rows)));
}
