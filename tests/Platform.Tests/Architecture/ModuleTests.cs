using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Operations;
using Platform.Modules.Operations.Demonstration;

namespace Platform.Tests.Architecture;

/// <summary>A module touches another only through its Contract folder.</summary>
public sealed class ModuleTests
{
    /// <summary>What every module stands on.</summary>
    private const string Whole = "The demonstration writes whole spaces, with the histories that years of use would have left.";

    private static readonly string[] Common = ["Tenancy", "Access", "Shared"];

    /// <summary>Types that see several modules by their nature.</summary>
    private static readonly Dictionary<Type, string> Everywhere = new()
    {
        [typeof(PlatformDb)] = "The one context: each module adds its sets to it in a partial class.",
        [typeof(PostgresDb)] = "Same.",
        [typeof(SqlServerDb)] = "Same.",
        [typeof(Program)] = "Puts the application together.",
        [typeof(AilbSpace)] = Whole,
        [typeof(BrestSpace)] = Whole,
        [typeof(PetrSpace)] = Whole,
        [typeof(EntenteSpace)] = Whole,
        [typeof(DemoWriter)] = Whole,
        [typeof(Promise)] = Whole,
        [typeof(Step)] = Whole,
        [typeof(Said)] = Whole,
        [typeof(SeedDemo)] = Whole,
    };

    /// <summary>Writes whole spaces with years of history behind them, in every module's entities: today's requests could not replay it.</summary>
    private const string Demonstration = "Platform.Modules.Operations.Demonstration";

    [Fact]
    public void A_module_touches_another_only_through_its_contract() => Rule.Holds(Violations(typeof(Program).Assembly.GetTypes(), Everywhere.Keys));

    [Theory]
    [InlineData(typeof(Canaries.Modules.North.Harbour), "signature")]
    [InlineData(typeof(Canaries.Modules.North.Lambda), "inside a lambda")]
    [InlineData(typeof(Canaries.Modules.North.Waits), "inside an async method")]
    [InlineData(typeof(Canaries.Modules.North.Counts), "inside an iterator")]
    [InlineData(typeof(Canaries.Modules.North.Generic), "as a generic argument")]
    [InlineData(typeof(Canaries.Modules.North.Marked), "in an attribute")]
    [InlineData(typeof(Canaries.Modules.North.Mapping), "in a table configuration, but not an entity")]
    public void Canary_the_rule_sees_what_is_touched(Type guilty, string where)
    {
        var family = typeof(ModuleTests).Assembly.GetTypes().Where(t => t == guilty || Il.Written(t) == guilty || t.DeclaringType == guilty);
        Assert.False(Violations(family, []).Count == 0, $"Not seen: {where}.");
    }

    [Fact]
    public void Canary_a_contract_and_a_foreign_key_are_allowed() =>
        Rule.Holds(Violations([typeof(Canaries.Modules.North.Polite), typeof(Canaries.Modules.North.Keyed), typeof(Canaries.Modules.North.Keyed.Table)], []));

    private static List<string> Violations(IEnumerable<Type> types, IEnumerable<Type> everywhere)
    {
        var seesAll = everywhere.ToHashSet();
        var violations = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            var written = Il.Written(type);
            if (seesAll.Contains(Outermost(written)) || type.Namespace == Demonstration || type.Namespace?.StartsWith("Platform.Data.Migrations", StringComparison.Ordinal) == true) continue;
            var home = View(type) ?? ModuleOf(written);
            if (home is null && type.Namespace?.StartsWith("Platform.", StringComparison.Ordinal) != true) continue;
            foreach (var used in Il.Uses(type))
                if (ModuleOf(used) is { } other && other != home && !IsOpen(used, other) && !IsForeignKey(written, used))
                    violations.Add($"{written.FullName} ({home ?? "core"}) touches {used.FullName}");
        }
        return [.. violations];
    }

    /// <summary>What Operations offers to all: the audit trail, and the nonce that the layout writes.</summary>
    private static readonly Type[] OpenOperations = [typeof(AuditEntry), typeof(AuditAction), typeof(AuditValue), typeof(AuditNames), typeof(SecurityHeaders)];

    private static bool IsOpen(Type used, string module) =>
        Common.Contains(module) || used.Namespace!.Split('.').Contains("Contract") || OpenOperations.Contains(Il.Written(used));

    private static bool IsForeignKey(Type written, Type used) =>
        written is { Name: "Table", IsNested: true }
        && written.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
        && used.IsAssignableTo(typeof(ITenantOwned));

    private static string? ModuleOf(Type type)
    {
        var names = type.Namespace?.Split('.') ?? [];
        var at = Array.IndexOf(names, "Modules");
        return names is ["Platform", ..] && at >= 0 && at + 1 < names.Length ? names[at + 1] : null;
    }

    // A compiled view has no namespace of its own; its source has a folder.
    private static readonly Dictionary<Type, string> Views = typeof(Program).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
        .Select(v => (v.Type, Folders: v.Identifier.Split('/', StringSplitOptions.RemoveEmptyEntries)))
        .Where(v => v.Folders is ["Modules", _, _, ..]).ToDictionary(v => v.Type, v => v.Folders[1]);

    private static string? View(Type type) => Views.GetValueOrDefault(Outermost(type));

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }
}
