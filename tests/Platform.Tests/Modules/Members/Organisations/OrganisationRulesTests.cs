using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Members.Organisations;

namespace Platform.Tests.Modules.Members.Organisations;

[Trait("Category", "unit")]
public sealed class OrganisationRulesTests
{
    private static readonly DateOnly Founded = new(2019, 4, 12);

    private static Organisation Redon() => new(OrganisationKind.Epci, "Redon Agglomération", siren: "243 500 741");

    private static string Refused(Action act) => Assert.Throws<RuleViolation>(act).Code;

    [Fact]
    public void A_siren_is_kept_without_its_spaces_and_checked()
    {
        Assert.Equal("243500741", Redon().Siren);
        Assert.Equal("organisation.siren", Refused(() => Redon().Identify("243500742", null)));
    }

    [Fact]
    public void Roles_follow_each_other_and_different_ones_run_together()
    {
        var redon = Redon();
        redon.StartRole(RoleKind.Guest, Founded, Founded.AddYears(1));
        redon.StartRole(RoleKind.Member, Founded.AddYears(1));
        redon.StartRole(RoleKind.Guest, Founded.AddYears(1).AddDays(1));
        Assert.Equal(3, redon.Roles.Count);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-100, null)]
    [InlineData(-100, 0)]
    [InlineData(365, 400)]
    public void The_same_role_twice_on_one_day_is_refused(int start, int? end)
    {
        var redon = Redon();
        redon.StartRole(RoleKind.Member, Founded, Founded.AddDays(365));
        Assert.Equal("organisation.role.overlap", Refused(() => redon.StartRole(RoleKind.Member, Founded.AddDays(start), end is { } days ? Founded.AddDays(days) : null)));
    }

    [Fact]
    public void A_role_ends_is_corrected_and_opens_again()
    {
        var redon = Redon();
        var role = redon.StartRole(RoleKind.Member, Founded);
        redon.DateRole(role.Id, Founded, Founded.AddYears(2));
        Assert.False(role.IsRunningOn(Founded.AddYears(3)));
        Assert.Equal("organisation.role.dates", Refused(() => redon.DateRole(role.Id, Founded, Founded.AddDays(-1))));
        redon.DateRole(role.Id, Founded.AddDays(1), null);
        Assert.True(role.IsRunningOn(Founded.AddYears(3)));
        redon.StartRole(RoleKind.Member, Founded.AddDays(-10), Founded);
        Assert.Equal("organisation.role.overlap", Refused(() => redon.DateRole(role.Id, Founded, null)));
    }

    [Fact]
    public void An_organisation_with_a_running_role_is_not_archived_and_an_archived_one_takes_no_role()
    {
        var (redon, now) = (Redon(), new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
        var role = redon.StartRole(RoleKind.Member, Founded);
        Assert.Equal("organisation.role.running", Refused(() => redon.Archive(now, new(2026, 3, 1))));
        redon.DateRole(role.Id, Founded, new(2026, 2, 28));
        redon.Archive(now, new(2026, 3, 1));
        Assert.Equal("organisation.archived", Refused(() => redon.StartRole(RoleKind.Partner, new(2026, 3, 2))));
        redon.Restore();
        redon.StartRole(RoleKind.Partner, new(2026, 3, 2));
    }
}
