using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Platform.Kernel;

namespace Platform.Modules.Imports.Reading;

/// <summary>The first sheet of an .xlsx that holds something. Of a formula, the value that was last computed; a cell merged over several
/// lines counts for each.</summary>
internal sealed partial class Workbook : Table
{
    // Sheets are read as they unfold; the words that they share are kept in memory.
    private const long MostUnfolded = 400L * 1024 * 1024, MostShared = 64L * 1024 * 1024;
    private const int MostParts = 2_000, MostMerged = 20_000, WidestSheet = 1_000;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly IExcelDataReader reader;

    // The reader's settings name the alphabet of workbooks of the last century, even for these.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(IExcelDataReader reader, string note) => (this.reader, Note) = (reader, note);

    public override string Note { get; }

    // The reader gives no height, and no width, to what is hidden.
    public override IReadOnlyList<int> HiddenColumns => [.. Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetColumnWidth(i) == 0)];

    public static Workbook Open(Stream file)
    {
        var names = Weigh(file);
        var opened = Reading(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
        try
        {
            var sheets = 0;
            while (opened.VisibleState != "visible" || opened.RowCount == 0)
            {
                if (++sheets > opened.ResultsCount || !Reading(opened.NextResult)) throw new RuleViolation("import.file.headers");
            }
            if (opened.FieldCount > WidestSheet) throw new RuleViolation("import.file.columns", Batches.ImportBatch.MostColumns);
            var others = names.Where(s => s.Name != opened.Name).Select(s => $"«\u00a0{s.Name}\u00a0»{(s.IsHidden ? " (masquée)" : "")}").ToList();
            return new(opened, others.Count == 0 ? "classeur" : $"classeur, feuille «\u00a0{Cleaning.Clean(opened.Name)}\u00a0»\u00a0; {(others.Count == 1 ? "n’est pas lue" : "ne sont pas lues")}\u00a0: {Shared.French.List(others)}");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    // What the archive says of its parts is what they can give: a part that says less than it holds is cut there.
    private static List<(string Name, bool IsHidden)> Weigh(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostParts) throw new RuleViolation("import.file.bomb");
            bool Has(string part) => archive.Entries.Any(e => e.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));
            if (!Has("xl/workbook.xml"))
                throw Has("mimetype") && Has("content.xml") ? new RuleViolation("import.file.ods")
                    : new RuleViolation("import.file.kind", Has("word/document.xml") ? "un document Word" : Has("ppt/presentation.xml") ? "une présentation" : Has("xl/workbook.bin") ? "un classeur .xlsb" : "une archive");
            if (archive.Entries.Sum(e => e.Length) > MostUnfolded
                || archive.Entries.Any(e => e.Length > MostShared && !e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)))
                throw new RuleViolation("import.file.bomb");
            return Reading(() => Sheets(archive.Entries.First(e => e.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase))));
        }
        catch (InvalidDataException)
        {
            throw new RuleViolation("import.file.broken");
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static List<(string Name, bool IsHidden)> Sheets(ZipArchiveEntry workbook)
    {
        using var part = workbook.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MostShared });
        var sheets = new List<(string, bool)>();
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("name") is { } name && sheets.Count < MostParts)
                sheets.Add((Cleaning.Clean(name) ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
        return sheets;
    }

    protected override IEnumerable<(int Number, string?[] Cells, bool IsHidden)> Raw()
    {
        var merged = (reader.MergeCells ?? []).Take(MostMerged).Where(m => m.ToRow > m.FromRow).ToLookup(m => m.FromRow);
        var running = new List<(CellRange Range, string? Value)>();
        while (Reading(reader.Read))
        {
            var row = reader.Depth;
            var cells = new string?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = Text(i);
            running.RemoveAll(m => m.Range.ToRow < row);
            foreach (var (range, value) in running) cells[range.FromColumn] ??= value;
            running.AddRange(merged[row].Where(m => m.FromColumn < cells.Length).Select(m => (m, cells[m.FromColumn])));
            yield return (row + 1, cells, reader.RowHeight == 0);
        }
    }

    private string? Text(int column) => reader.GetValue(column) switch
    {
        null => null,
        // What stands in the cell as 12,5 % is kept as 0.125.
        double share when Math.Abs(share) < 1e9 && IsPercent(reader.GetNumberFormatString(column)) => (100 * (decimal)share).ToString("0.##########", French) + " %",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        bool yes => yes ? "oui" : "non",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    // Between quotes or after a backslash, a sign of a format is only drawn.
    private static bool IsPercent(string? format) => format is not null && format.Contains('%') && Drawn().Replace(format, "").Contains('%');

    [GeneratedRegex(@"""[^""]*""|\\.", RegexOptions.None, 200)]
    private static partial Regex Drawn();

    // What a spreadsheet program would call damaged comes out of its reader in many shapes.
    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is ExcelReaderException or XmlException or InvalidDataException or IOException or FormatException or OverflowException
            or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw new RuleViolation("import.file.broken");
        }
    }

    public override void Dispose() => reader.Dispose();
}
