using Platform.Modules.Access;

namespace Platform.Modules.Engagements;

[Permissions]
public static class EngagementPermissions
{
    [GrantedTo(Roles.Facilitator)] public const string Write = "engagements.write";
    [GrantedTo(Roles.Facilitator | Roles.Referent)] public const string GiveNews = "engagements.news";
    [GrantedTo(Roles.Facilitator)] public const string ManageFrameworks = "engagements.frameworks";
    [GrantedTo(Roles.Facilitator)] public const string ManageCoalitions = "engagements.coalitions";
}
