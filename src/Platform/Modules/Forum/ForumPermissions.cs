using Platform.Modules.Access;

namespace Platform.Modules.Forum;

[Permissions]
public static class ForumPermissions
{
    /// <summary>Everything about the forum: its plan, its programme, its guests.</summary>
    [GrantedTo(Roles.ForumOrganiser)] public const string Organise = "forum.organise";
}
