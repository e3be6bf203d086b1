using Platform.Modules.Access;

namespace Platform.Modules.Forum;

[Permissions]
public static class ForumPermissions
{
    /// <summary>Everything about the forum: its plan, its programme, its guests.</summary>
    [GrantedTo(Roles.ForumOrganiser)] public const string Organise = "forum.organise";
    /// <summary>At the door, the day itself: sees who is expected and lets them in, nothing else.</summary>
    [GrantedTo(Roles.ForumOrganiser | Roles.Facilitator)] public const string Welcome = "forum.welcome";
    /// <summary>What was said at the stands: reads it and makes something of it.</summary>
    [GrantedTo(Roles.ForumOrganiser | Roles.Facilitator)] public const string Stands = "forum.stands";
}
