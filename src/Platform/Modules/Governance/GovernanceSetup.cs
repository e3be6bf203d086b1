using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Meetings;

namespace Platform.Modules.Governance;

internal static class GovernanceSetup
{
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services.AddScoped<MeetingLetters>().AddScoped<CascadeLetters>();
}
