using Platform.Modules.Access;

namespace Platform.Modules.Members;

[Permissions]
public static class MembersPermissions
{
    /// <summary>Enter and change organisations, their roles and people.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Write = "members.write";
    /// <summary>Erase a person for good, at their request.</summary>
    [GrantedTo(Roles.Administrator)] public const string Erase = "members.erase";
}
