using Platform.Modules.Access;

namespace Platform.Modules.Governance;

[Permissions]
public static class GovernancePermissions
{
    /// <summary>Enter and change bodies and their mandates.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Write = "governance.write";
}
