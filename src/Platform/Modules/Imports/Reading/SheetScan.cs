using System.Globalization;
using System.Xml;
using Platform.Kernel;

namespace Platform.Modules.Imports.Reading;

/// <summary>What a sheet of a workbook holds and its reader does not tell: the cells that show an error, and the formulas that no program has
/// computed yet. Read as it unfolds.</summary>
internal static class SheetScan
{
    private const int LastRow = 1_048_576, MostMerged = 100_000;

    /// <param name="most">No more of them are told.</param>
    /// <returns>What stands in each of these cells, by position from 0.</returns>
    /// <exception cref="RuleViolation">It has rows, or merged cells, that no spreadsheet program writes.</exception>
    public static IReadOnlyDictionary<(int Row, int Column), string> Of(Stream sheet, int most)
    {
        using var xml = XmlReader.Create(sheet, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreProcessingInstructions = true });
        var (told, row, column, merged) = (new Dictionary<(int, int), string>(), 0, 0, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "row":
                    row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    if (row > LastRow) throw new RuleViolation("import.file.broken");
                    column = 0;
                    break;
                case "mergeCell":
                    if (++merged > MostMerged) throw new RuleViolation("import.file.bomb");
                    break;
                case "c":
                    column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                    if (!xml.IsEmptyElement && Trouble(xml) is { } trouble && told.Count < most) told[(row - 1, column - 1)] = trouble;
                    break;
            }
        }
        return told;
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
