using Platform.Kernel;
using Platform.Modules.Imports.Reading;

namespace Platform.Modules.Imports.Contract;

/// <summary>A table as it was pasted or as a file holds it, for whoever needs its cells and nothing else of an import.</summary>
public static class PlainTable
{
    /// <summary>Lines that a workbook hides, by its maker or by a filter left on, are left aside: they are counted, for somebody to be told.</summary>
    /// <exception cref="RuleViolation">It cannot be read, or has too many lines; the code begins with "import.file.".</exception>
    public static async Task<(IReadOnlyList<string?[]> Lines, int Hidden)> Read(string? pasted, IFormFile? file, int most, CancellationToken ct)
    {
        if (file is null && string.IsNullOrWhiteSpace(pasted)) return ([], 0);
        await using var stream = file?.OpenReadStream();
        ct.ThrowIfCancellationRequested();
        using var table = stream is null ? DelimitedText.Of(pasted!) : Table.Of(stream);
        var (lines, hidden) = (new List<string?[]>(), 0);
        foreach (var line in table.Lines())
        {
            if (line.IsHidden)
            {
                hidden++;
                continue;
            }
            if (lines.Count > most) throw new RuleViolation("import.file.lines", most);
            lines.Add(line.Cells);
        }
        return (lines, hidden);
    }
}
