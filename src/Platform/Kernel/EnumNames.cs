using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Platform.Kernel;

/// <summary>The French name of a value of an enumeration: its [Display]; of several flags, their names.</summary>
public static class EnumNames
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    public static string Of(Enum value) => Known.GetOrAdd(value, static v =>
        string.Join(", ", v.ToString().Split(", ").Select(part => v.GetType().GetField(part)?.GetCustomAttribute<DisplayAttribute>()?.Name ?? part)));

    /// <summary>The name as an address holds it: "etablissement-public".</summary>
    public static string Slug(Enum value) => Folding.Fold(Of(value)).Replace(' ', '-');

    /// <summary>The values whose slugs are given; what is no slug is left out.</summary>
    public static IReadOnlyList<T> FromSlugs<T>(IEnumerable<string> slugs) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(v => slugs.Contains(Slug(v), StringComparer.Ordinal))];
}
