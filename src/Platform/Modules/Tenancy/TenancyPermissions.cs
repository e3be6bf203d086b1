using Platform.Modules.Access;

namespace Platform.Modules.Tenancy;

[Permissions]
public static class TenancyPermissions
{
    /// <summary>Set the space: brand, modules, words, legal information.</summary>
    [GrantedTo(Roles.Administrator)] public const string Settings = "space.settings";
}
