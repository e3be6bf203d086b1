using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>The roles as boxes to tick, each with what it allows.</summary>
public static class RoleChoices
{
    public static IReadOnlyList<SelectListItem> All { get; } = [.. Enum.GetValues<Roles>().Where(r => r != Roles.None)
        .Select(r => new SelectListItem(EnumNames.Of(r), r.ToString()) { Group = new SelectListGroup { Name = RoleMap.PurposeOf(r) } })];
}
