using Platform.Modules.Access;

namespace Platform.Modules.Imports;

[Permissions]
public static class ImportPermissions
{
    /// <summary>Bring files into the space; what they hold also needs the right to write it.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Use = "imports.use";
}
