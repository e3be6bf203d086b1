using System.Text.RegularExpressions;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Imports.Reading;

namespace Platform.Modules.Imports.Batches;

/// <summary>Which line names the columns, and which column each header means.</summary>
internal static partial class Recognition
{
    private const int Looked = 20;

    /// <param name="remembered">What headers meant the last time, by folded header.</param>
    /// <returns>The header line, what its headers mean, and the lines below it, still to be read.</returns>
    public static (TableLine Head, IReadOnlyList<string?> Columns, IEnumerable<TableLine> Body) Of(IEnumerable<TableLine> lines, IImportKind kind, IReadOnlyDictionary<string, string?> remembered)
    {
        var reading = lines.GetEnumerator();
        var first = new List<TableLine>();
        while (first.Count < Looked && reading.MoveNext()) first.Add(reading.Current);
        // Titles and notes above a table hold a cell or two, and rarely the names of its columns.
        var heads = first.Select((line, index) => (Index: index, Columns: Means(line, kind, remembered))).ToList();
        var head = heads.MaxBy(h => h.Columns.OfType<string>().Count());
        if (head.Columns is null) throw new RuleViolation("import.file.headers");
        if (head.Columns.OfType<string>().FirstOrDefault() is null)
        {
            head = heads.FirstOrDefault(h => first[h.Index].Cells.Count(c => c is not null) > 1);
            if (head.Columns is null) throw new RuleViolation("import.file.headers");
        }
        return (first[head.Index], head.Columns, Below());

        // Tables put one under the other say their headers again.
        IEnumerable<TableLine> Below() => first.Skip(head.Index + 1).Concat(Rest()).Where(line => !IsSame(line, first[head.Index]));

        IEnumerable<TableLine> Rest()
        {
            while (reading.MoveNext()) yield return reading.Current;
        }

        static bool IsSame(TableLine line, TableLine head) => line.Cells.AsSpan().SequenceEqual(head.Cells);
    }

    /// <summary>How many columns the best of the first lines names.</summary>
    public static int Fit(IEnumerable<TableLine> lines, IImportKind kind, IReadOnlyDictionary<string, string?> remembered) =>
        lines.Take(Looked).Select(line => Means(line, kind, remembered).OfType<string>().Count()).DefaultIfEmpty(-1).Max();

    // Each column once: of two headers that mean the same, the first. What can mean one thing only chooses before what can mean several.
    private static List<string?> Means(TableLine line, IImportKind kind, IReadOnlyDictionary<string, string?> remembered)
    {
        var codes = kind.Columns.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var known = kind.Columns.Select(c => (Name: c.Label, c.Code)).Concat(kind.Columns.SelectMany(c => c.Synonyms, (c, synonym) => (Name: synonym, c.Code)))
            .ToLookup(c => Folding.Key(c.Name), c => c.Code, StringComparer.Ordinal);
        var may = line.Cells.Select(header => Choices(header ?? "")).ToList();
        var (taken, means) = (new HashSet<string>(StringComparer.Ordinal), new string?[may.Count]);
        foreach (var (index, choices) in may.Index().OrderBy(m => m.Item.Count > 1)) means[index] = choices.FirstOrDefault(taken.Add);
        return [.. means];

        List<string> Choices(string header)
        {
            var key = Folding.Key(header);
            if (key.Length == 0) return [];
            if (remembered.TryGetValue(key, out var again)) return again is not null && codes.Contains(again) ? [again] : [];
            var found = known[key].Distinct().ToList();
            // "Porteur(s)", "Échéance (jj/mm/aaaa)": what stands between brackets explains.
            return found.Count > 0 ? found : [.. known[Folding.Key(Bracketed().Replace(header, ""))].Distinct()];
        }
    }

    /// <summary>The first key whose columns are all there.</summary>
    public static string KeyFor(IImportKind kind, IReadOnlyList<string?> columns) =>
        (kind.Keys.FirstOrDefault(k => k.Columns.All(columns.Contains)) ?? kind.Keys[^1]).Code;

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|\*", RegexOptions.None, 200)]
    private static partial Regex Bracketed();
}
