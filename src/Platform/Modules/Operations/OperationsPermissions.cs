using Platform.Modules.Access;

namespace Platform.Modules.Operations;

[Permissions]
public static class OperationsPermissions
{
    /// <summary>Read who changed what, from what to what.</summary>
    [GrantedTo(Roles.None)] public const string ReadJournal = "operations.journal";

    /// <summary>Read which recurring work ran, and how it went.</summary>
    [GrantedTo(Roles.None)] public const string ReadRuns = "operations.runs";
}
