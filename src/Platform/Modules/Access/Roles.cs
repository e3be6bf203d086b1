using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>A membership holds any number of these. Stored as an integer: row-level security keeps its index.</summary>
[Flags]
public enum Roles
{
    None = 0,
    [Display(Name = "Administration", Description = "Règle l’espace, les personnes et les droits.")] Administrator = 1,
    [Display(Name = "Animation", Description = "Consigne les engagements et leurs nouvelles, relance les membres.")] Facilitator = 2,
    [Display(Name = "Organisation du forum", Description = "Prépare le forum annuel et ses invitations.")] ForumOrganiser = 4,
    [Display(Name = "Gestion LEADER", Description = "Suit les dossiers et le comité de programmation.")] LeaderManager = 8,
    [Display(Name = "Gestion des financements", Description = "Tient plans de financement, conventions et contributions.")] FundingManager = 16,
    [Display(Name = "Référence d’un membre", Description = "Donne des nouvelles des engagements de son organisation.")] Referent = 32,
    [Display(Name = "Lecture", Description = "Lit tout ce qui est interne à l’espace.")] Reader = 64,
}

/// <summary>Declares, in each module, the permissions and the roles that hold them: public constants of type string
/// on a class marked with this attribute, each with <see cref="GrantedToAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermissionsAttribute : Attribute;

/// <summary>The roles that hold the permission. An administrator holds every permission.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class GrantedToAttribute(Roles roles) : Attribute
{
    public Roles Roles { get; } = roles;
}

internal static class RoleMap
{
    /// <summary>Permission → roles, read from the modules' declarations.</summary>
    public static IReadOnlyDictionary<string, Roles> All { get; } = typeof(RoleMap).Assembly.GetTypes()
        .Where(t => t.GetCustomAttribute<PermissionsAttribute>() is not null)
        .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(f => f.IsLiteral)
        .ToDictionary(f => (string)f.GetRawConstantValue()!, f => f.GetCustomAttribute<GrantedToAttribute>()!.Roles | Roles.Administrator, StringComparer.Ordinal);

    public static bool Grants(Roles roles, string permission) =>
        All.TryGetValue(permission, out var holders) ? (roles & holders) != Roles.None : throw new InvalidOperationException($"Unknown permission {permission}.");

    private static readonly Roles[] Single = [.. Enum.GetValues<Roles>().Where(r => r != Roles.None)];

    public static IEnumerable<Roles> Each(Roles roles) => Single.Where(r => roles.HasFlag(r));

    /// <summary>What the role allows, in a sentence.</summary>
    public static string PurposeOf(Roles role) => typeof(Roles).GetField(role.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Description!;

    public static IEnumerable<string> Names(Roles roles) => Each(roles).Select(r => EnumNames.Of(r));
}
