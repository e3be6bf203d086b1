using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Engagements.Reminding;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Engagements;

internal static class EngagementsSetup
{
    public static IServiceCollection AddEngagements(this IServiceCollection services)
    {
        services.TryAddScoped<IPersonalLinks, PlainLinks>();
        return services.AddScoped<CommitmentLadders>()
            .AddScoped<IReminderSource, NewsToRemind>().AddScoped<IReminderSource, DuesToRemind>().AddScoped<IReminderSource, MeasuresToRemind>();
    }
}
