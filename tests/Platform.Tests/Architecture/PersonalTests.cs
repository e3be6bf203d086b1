using System.Reflection;
using Platform.Data;

namespace Platform.Tests.Architecture;

/// <summary>A copy of somebody's name is marked as such, or erasing a person would leave it.</summary>
public sealed class PersonalTests
{
    [Fact]
    public void Copies_of_names_are_marked() => Rule.Holds(Unmarked(typeof(PlatformDb).Assembly.GetTypes()));

    [Fact]
    public void Canary_a_name_that_nobody_would_erase() => Assert.Equal(["Forgetful.AuthorName", "Forgetful.SignedBy"], Unmarked([typeof(Forgetful)]).Order());

    private static IEnumerable<string> Unmarked(IEnumerable<Type> types) => types
        .Where(t => t.IsAssignableTo(typeof(ITenantOwned)) && !t.IsInterface)
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(p => p.PropertyType == typeof(string) && (p.Name.EndsWith("By", StringComparison.Ordinal) || p.Name.EndsWith("AuthorName", StringComparison.Ordinal) || p.Name.EndsWith("ByName", StringComparison.Ordinal)))
        .Where(p => !p.IsDefined(typeof(PersonalAttribute)))
        .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");

    private sealed class Forgetful : TenantOwned
    {
        public string AuthorName { get; set; } = "";
        public string SignedBy { get; set; } = "";
        [Personal] public string HeldBy { get; set; } = "";
    }
}
