using Platform.Modules.Access;

namespace Platform.Modules.Reminders;

[Permissions]
public static class RemindersPermissions
{
    /// <summary>Read what was sent to whom, and send again what was refused.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Messages = "reminders.messages";
}
