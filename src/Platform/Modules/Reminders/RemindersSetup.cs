using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Obligations;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Reminders.Rules;

namespace Platform.Modules.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services, NodeRole role)
    {
        services.AddSingleton<MailSettings>().AddSingleton<ChoiceLinks>().AddScoped<MailQueue>().AddSingleton<Dispatcher>();
        services.AddScoped<Receivers>().AddScoped<ReminderLetters>().AddScoped<ILastLook, StillOwed>().AddScoped<IReminderSource, TasksToRemind>();
        if (role.HasFlag(NodeRole.Worker)) services.AddHostedService(s => s.GetRequiredService<Dispatcher>());
    }
}
