using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Platform.Kernel;

namespace Platform.Modules.Imports.Reading;

/// <summary>What a sheet of a workbook holds and its reader does not tell: the cells that show an error, and the formulas that no program has
/// computed yet. Read as it unfolds.</summary>
internal static class SheetScan
{
    // A spreadsheet program has no more rows and columns; the rest is more than any file of twenty thousand lines needs.
    private const int LastRow = 1_048_576, LastColumn = 16_384, MostMerged = 100_000, MostCells = 5_000_000, LongestTag = 2 * 1024 * 1024;

    /// <param name="most">No more of them are told.</param>
    /// <returns>What stands in each of these cells, by position from 0.</returns>
    /// <exception cref="RuleViolation">It has rows, cells or texts that no spreadsheet program writes: its reader would gather them in memory.</exception>
    public static IReadOnlyDictionary<(int Row, int Column), string> Of(ZipArchiveEntry part, int most)
    {
        Weigh(part);
        using var sheet = part.Open();
        using var xml = XmlReader.Create(sheet, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true });
        var (told, row, column, merged, cells, wide, columns) = (new Dictionary<(int, int), string>(), 0, 0, 0, 0, 0, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    if (row > LastRow) throw new RuleViolation("import.file.broken");
                    (column, wide) = (0, 0);
                    break;
                case "col":
                    if (++columns > LastColumn) throw new RuleViolation("import.file.bomb");
                    break;
                case "mergeCell":
                    if (++merged > MostMerged) throw new RuleViolation("import.file.bomb");
                    break;
                case "c":
                    if (++cells > MostCells || ++wide > LastColumn) throw new RuleViolation("import.file.bomb");
                    column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                    if (!xml.IsEmptyElement && Trouble(xml) is { } trouble && told.Count < most) told[(row - 1, column - 1)] = trouble;
                    break;
            }
        }
        return told;
    }

    /// <summary>A tag, or a text, is gathered whole by who reads XML: one that is longer than any cell is refused unread.</summary>
    public static void Weigh(ZipArchiveEntry part)
    {
        using var bytes = part.Open();
        var (buffer, run) = (new byte[64 * 1024], 0);
        for (var read = bytes.Read(buffer); read > 0; read = bytes.Read(buffer))
            for (var left = buffer.AsSpan(0, read); left.Length > 0;)
            {
                var next = left.IndexOf((byte)'<');
                run += next < 0 ? left.Length : next;
                if (run > LongestTag) throw new RuleViolation("import.file.bomb");
                if (next < 0) break;
                run = 0;
                left = left[(next + 1)..];
            }
    }

    private static string? Trouble(XmlReader xml)
    {
        var (type, depth, part, formula, value) = (xml.GetAttribute("t"), xml.Depth, "", false, "");
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                part = xml.LocalName;
                formula |= part == "f";
            }
            else if (part == "v" && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && value.Length == 0) value = xml.Value;
        }
        return type == "e" && value.Length > 0 ? SheetErrors.Known(value) ?? SheetErrors.Other : formula && value.Length == 0 && type is null or "n" ? SheetErrors.Uncomputed : null;
    }

    // "AB12": what stands before the digits, as a number.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
            if (c is >= 'A' and <= 'Z' && column < LastRow) column = (column * 26) + c - 'A' + 1;
            else break;
        return column == 0 ? null : column;
    }
}
