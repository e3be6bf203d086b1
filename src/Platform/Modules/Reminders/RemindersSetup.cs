using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Preferences;

namespace Platform.Modules.Reminders;

internal static class RemindersSetup
{
    public static IServiceCollection AddReminders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MailSettings>().AddSingleton<ChoiceLinks>();
        return services;
    }
}
