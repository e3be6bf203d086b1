using Platform.Modules.Governance.Cascade;
using Platform.Modules.Governance.Meetings;
using Platform.Modules.Governance.Reminding;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Governance;

internal static class GovernanceSetup
{
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services.AddScoped<MeetingLetters>().AddScoped<CascadeLetters>()
        .AddScoped<IReminderSource, MeetingsToRemind>().AddScoped<IReminderSource, MinutesToRemind>().AddScoped<IReminderSource, CascadeToRemind>();
}
