using System.Reflection;
using Platform.Modules.Access;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Shared;

/// <summary>The groups of the left menu, in their order.</summary>
public enum MenuGroup { Top, Engagements, Governance, Members, Means, Space }

/// <summary>Puts a page in the left menu: a page that does not exist cannot be there. Its <see cref="ModuleAttribute"/>
/// and <see cref="Permission"/> decide who sees it.</summary>
/// <param name="address">Begins with "~/".</param>
/// <param name="icon">A name of Assets/icons.txt.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MenuAttribute(MenuGroup group, int order, string label, string address, string icon) : Attribute
{
    public MenuGroup Group { get; } = group;
    public int Order { get; } = order;
    public string Label { get; } = label;
    public string Address { get; } = address;
    public string Icon { get; } = icon;
    /// <summary>Key of <see cref="Vocabulary"/>: the label is then the space's own word, in the plural.</summary>
    public string? Word { get; init; }
    public string? Permission { get; init; }
}

public sealed record MenuItem(string Label, string Address, string Icon);

internal static class Menu
{
    private static readonly (MenuAttribute Entry, string? Module)[] All = [.. typeof(Menu).Assembly.GetTypes()
        .Select(t => (Entry: t.GetCustomAttribute<MenuAttribute>()!, Module: t.GetCustomAttribute<ModuleAttribute>()?.Code))
        .Where(e => e.Entry is not null)
        .OrderBy(e => e.Entry.Group).ThenBy(e => e.Entry.Order)];

    public static string Title(MenuGroup group, Space space) => group switch
    {
        MenuGroup.Engagements => Word.Capital(space.Words.Commitment.Plural),
        MenuGroup.Governance => "Gouvernance",
        MenuGroup.Members => "Acteurs",
        MenuGroup.Means => "Moyens",
        MenuGroup.Space => "Espace",
        _ => "",
    };

    /// <summary>What this member of this space sees, group by group.</summary>
    public static IEnumerable<IGrouping<MenuGroup, MenuItem>> For(Space space, Member member) => All
        .Where(e => (e.Module is null || space.Has(e.Module)) && (e.Entry.Permission is null || member.May(e.Entry.Permission)))
        .GroupBy(e => e.Entry.Group, e => new MenuItem(e.Entry.Word is { } word ? Word.Capital(space.Words[word].Plural) : e.Entry.Label, e.Entry.Address, e.Entry.Icon));

    public static bool Has(Space space, string address) => All.Any(e => e.Entry.Address == address && (e.Module is null || space.Has(e.Module)));
}
