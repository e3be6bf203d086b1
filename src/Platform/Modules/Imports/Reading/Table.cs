using Platform.Kernel;
using Platform.Modules.Imports.Batches;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Imports.Reading;

/// <summary>A table read line by line, whatever it came in. What it refuses is a <see cref="RuleViolation"/> with its sentence.</summary>
internal abstract class Table : IDisposable
{
    // What a cell of a spreadsheet may hold: sixty steps of a commitment fit.
    public const int LongestCell = 32_767;
    public const long Heaviest = 20 * 1024 * 1024;

    /// <summary>How it was read, in a few words.</summary>
    public abstract string Note { get; }

    /// <summary>Positions of the columns that its maker had hidden.</summary>
    public virtual IReadOnlyList<int> HiddenColumns => [];

    /// <summary>The lines that hold something, without their empty cells at the end.</summary>
    public IEnumerable<TableLine> Lines()
    {
        foreach (var (number, cells, hidden) in Raw())
        {
            var last = Array.FindLastIndex(cells, c => !string.IsNullOrWhiteSpace(c));
            if (last < 0) continue;
            if (last >= ImportBatch.MostColumns) throw new RuleViolation("import.file.columns", ImportBatch.MostColumns);
            var kept = new string?[last + 1];
            for (var i = 0; i <= last; i++)
            {
                if (cells[i] is { Length: > LongestCell }) throw new RuleViolation("import.file.cell", number, LongestCell);
                kept[i] = Text(cells[i]);
            }
            yield return new(number, kept, hidden);
        }
    }

    protected abstract IEnumerable<(int Number, string?[] Cells, bool IsHidden)> Raw();

    public abstract void Dispose();

    // Cleaned as what is typed in a form, without the apostrophe by which an export disarms what looks like a formula.
    private static string? Text(string? cell) =>
        cell is not null && Cleaning.Clean(Formulas.Unguard(cell.Trim()).ReplaceLineEndings("\n")) is { Length: > 0 } text ? text : null;

    /// <param name="file">Can be read again from its beginning.</param>
    /// <param name="sheet">Of a workbook: by its name; null: the one that <paramref name="fit"/> finds best.</param>
    public static Table Of(Stream file, string? sheet = null, Func<IEnumerable<TableLine>, int>? fit = null)
    {
        if (file.Length == 0) throw new RuleViolation("import.file.empty");
        if (file.Length > Heaviest) throw new RuleViolation("import.file.heavy");
        Span<byte> head = stackalloc byte[8];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return Workbook.Open(file, sheet, fit);
        if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) throw new RuleViolation("import.file.old");
        return DelimitedText.Open(file);
    }
}

/// <param name="Number">As a spreadsheet counts, from 1.</param>
/// <param name="IsHidden">By its maker, or by a filter left on: whoever sent the file may not know of it.</param>
internal readonly record struct TableLine(int Number, string?[] Cells, bool IsHidden = false);
