using Platform.Modules.Access;

namespace Platform.Modules.Engagements;

[Permissions]
public static class EngagementPermissions
{
    [GrantedTo(Roles.Facilitator)] public const string Write = "engagements.write";
    [GrantedTo(Roles.Facilitator | Roles.Referent)] public const string GiveNews = "engagements.news";
    [GrantedTo(Roles.Facilitator)] public const string ManageLeads = "engagements.leads";
    [GrantedTo(Roles.Facilitator | Roles.Referent)] public const string ProposeLeads = "engagements.leads.propose";
    [GrantedTo(Roles.Facilitator)] public const string ManageFrameworks = "engagements.frameworks";
    /// <summary>Says that what is declared has been checked: never who declares it alone.</summary>
    [GrantedTo(Roles.Facilitator)] public const string Verify = "engagements.verify";
    /// <summary>In a coalition: asks for support, answers to the road map. A referent does it for the own organisation only.</summary>
    [GrantedTo(Roles.Facilitator | Roles.Referent)] public const string SpeakForMember = "engagements.speak";
    [GrantedTo(Roles.Facilitator)] public const string ManageCoalitions = "engagements.coalitions";
}
