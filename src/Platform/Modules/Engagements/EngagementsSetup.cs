using Platform.Modules.Engagements.Contract;
using Platform.Modules.Engagements.Reminding;
using Platform.Modules.Engagements.Updates;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Engagements;

internal static class EngagementsSetup
{
    public static IServiceCollection AddEngagements(this IServiceCollection services) =>
        services.AddScoped<NewsLinks>().AddScoped<IPersonalLinks>(s => s.GetRequiredService<NewsLinks>()).AddScoped<CommitmentLadders>()
            .AddScoped<IReminderSource, NewsToRemind>().AddScoped<IReminderSource, DuesToRemind>().AddScoped<IReminderSource, MeasuresToRemind>();
}
