using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Imports.Reading;

namespace Platform.Modules.Imports.Batches;

/// <summary>Which line names the columns, and which column each header means.</summary>
internal static class Recognition
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

        IEnumerable<TableLine> Below()
        {
            foreach (var line in first.Skip(head.Index + 1)) yield return line;
            while (reading.MoveNext()) yield return reading.Current;
        }
    }

    // Each column once: of two headers that mean the same, the first.
    private static List<string?> Means(TableLine line, IImportKind kind, IReadOnlyDictionary<string, string?> remembered)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in kind.Columns) known.TryAdd(Folding.Key(column.Label), column.Code);
        foreach (var column in kind.Columns)
            foreach (var synonym in column.Synonyms) known.TryAdd(Folding.Key(synonym), column.Code);
        var codes = kind.Columns.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        var (taken, means) = (new HashSet<string>(StringComparer.Ordinal), new List<string?>());
        foreach (var header in line.Cells)
        {
            var key = Folding.Key(header);
            var code = key.Length == 0 ? null : remembered.TryGetValue(key, out var again) ? again : known.GetValueOrDefault(key);
            means.Add(code is not null && codes.Contains(code) && taken.Add(code) ? code : null);
        }
        return means;
    }

    /// <summary>The first key whose columns are all there.</summary>
    public static string KeyFor(IImportKind kind, IReadOnlyList<string?> columns) =>
        (kind.Keys.FirstOrDefault(k => k.Columns.All(columns.Contains)) ?? kind.Keys[^1]).Code;
}
