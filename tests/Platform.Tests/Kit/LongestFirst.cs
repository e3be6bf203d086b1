using Platform.Tests.Architecture.SqlServer;
using Platform.Tests.Faults;
using Platform.Tests.Isolation;
using Platform.Tests.Journeys;
using Platform.Tests.Modules.Operations;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Platform.Tests.Kit.LongestFirst", "Platform.Tests")]

namespace Platform.Tests.Kit;

/// <summary>What takes minutes begins at once, so that it does not run alone at the end; the rest in an order that stays the same.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
        [StageCollection.Name, .. new[] { typeof(MatrixTests), typeof(OutboxKillTests), typeof(WithoutFiltersTests), typeof(WithoutRowSecurityTests), typeof(CommandLineTests), typeof(ImportKillTests), typeof(OutputTests), typeof(QueryTests) }.Select(t => t.FullName!)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => Array.FindIndex(Long, name => c.DisplayName.EndsWith(name, StringComparison.Ordinal)) is var at && at < 0 ? Long.Length : at)
            .ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
