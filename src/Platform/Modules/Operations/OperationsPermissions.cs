using Platform.Modules.Access;

namespace Platform.Modules.Operations;

[Permissions]
public static class OperationsPermissions
{
    /// <summary>Read who changed what, from what to what.</summary>
    [GrantedTo(Roles.None)] public const string ReadJournal = "operations.journal";
}
