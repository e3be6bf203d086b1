using Platform.Modules.Access;

namespace Platform.Modules.Reminders;

[Permissions]
public static class RemindersPermissions
{
    /// <summary>Read what was sent to whom, and send again what was refused.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Messages = "reminders.messages";
    /// <summary>What the space writes by itself, to whom and when.</summary>
    [GrantedTo(Roles.None)] public const string Rules = "reminders.rules";
    /// <summary>Write a reminder by hand.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Remind = "reminders.remind";
    /// <summary>Enter and change what recurs, and close anybody's tasks of it.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Obligations = "reminders.obligations";
}
