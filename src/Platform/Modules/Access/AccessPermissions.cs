namespace Platform.Modules.Access;

[Permissions]
public static class AccessPermissions
{
    /// <summary>Let people into the space, give and take roles.</summary>
    [GrantedTo(Roles.Administrator)] public const string Manage = "access.manage";
}
