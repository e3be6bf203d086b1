using Platform.Modules.Access;

namespace Platform.Modules.Governance;

[Permissions]
public static class GovernancePermissions
{
    /// <summary>Enter and change bodies and their mandates.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Write = "governance.write";
    /// <summary>Say what a member's council made of a decision. A referent does it for the own organisation only.</summary>
    [GrantedTo(Roles.Facilitator | Roles.Referent)] public const string SpeakForMember = "governance.speak";
    /// <summary>How decisions are numbered, and when they take effect.</summary>
    [GrantedTo(Roles.None)] public const string Settle = "governance.settle";
}
