using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Platform.Kernel;

namespace Platform.Modules.Imports.Reading;

/// <summary>One sheet of an .xlsx: the one that is asked for, else the one that fits best, else the first that holds something. Of a formula,
/// the value that was last computed; a cell merged over several lines counts for each.</summary>
internal sealed partial class Workbook : Table
{
    // Sheets are read as they unfold; the words that they share are kept in memory.
    private const long MostUnfolded = 400L * 1024 * 1024, MostShared = 64L * 1024 * 1024, MostStyles = 16L * 1024 * 1024;
    private const int MostParts = 2_000, MostMerged = 20_000, WidestSheet = 1_000, MostTried = 20, MostTroubles = 50_000;

    private const string Strict = "http://purl.oclc.org/ooxml/";

    /// <summary>How the note of a workbook of several sheets begins.</summary>
    public const string OneOfSeveral = "classeur, feuille";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly IExcelDataReader reader;
    private readonly List<Sheet> sheets;
    private Sheet? chosen;

    // The reader's settings name the alphabet of workbooks of the last century, even for these.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(IExcelDataReader reader, List<Sheet> sheets) => (this.reader, this.sheets) = (reader, sheets);

    private sealed record Sheet(string Name, bool IsHidden, string? Relation)
    {
        /// <summary>Cells that show an error and formulas that were never computed: the reader finds them empty.</summary>
        public IReadOnlyDictionary<(int Row, int Column), string> Troubles { get; set; } = new Dictionary<(int, int), string>();
        public string Quoted => $"«\u00a0{Name}\u00a0»";
    }

    public override string Note => sheets.Where(s => s != chosen).Select(s => s.Quoted + (s.IsHidden ? " (masquée)" : "")).ToList() is not { Count: > 0 } others ? "classeur"
        : $"{OneOfSeveral} {chosen?.Quoted}\u00a0; {(others.Count == 1 ? "n’est pas lue" : "ne sont pas lues")}\u00a0: {Shared.French.List(others)}";

    // The reader gives no height, and no width, to what is hidden.
    public override IReadOnlyList<int> HiddenColumns => [.. Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetColumnWidth(i) == 0)];

    /// <param name="wanted">Name of a sheet, accents and case aside; null: the one that fits best.</param>
    /// <param name="fit">How well the first lines of a sheet suit who reads them; null: the first sheet that holds something.</param>
    public static Workbook Open(Stream file, string? wanted = null, Func<IEnumerable<TableLine>, int>? fit = null)
    {
        var inside = Weigh(file);
        var book = new Workbook(Reading(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true })), inside);
        try
        {
            book.MoveTo(wanted is null ? book.Fittest(fit) : book.Named(wanted));
            if (book.reader.FieldCount > WidestSheet) throw new RuleViolation("import.file.columns", Batches.ImportBatch.MostColumns);
            return book;
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    private int Named(string wanted)
    {
        for (var i = 0; i < reader.ResultsCount; i++, Reading(reader.NextResult))
            if (Folding.Fold(reader.Name) == Folding.Fold(wanted) && reader.RowCount > 0) return i;
        throw new RuleViolation("import.file.sheet", Contract.Cells.Cut(wanted), Shared.French.List([.. sheets.Select(s => s.Quoted)]));
    }

    // A first sheet that explains, or sums up, is common.
    private int Fittest(Func<IEnumerable<TableLine>, int>? fit)
    {
        var found = new List<(int At, int Fit)>();
        for (var (i, more) = (0, true); more && i < reader.ResultsCount && found.Count < MostTried; i++, more = Reading(reader.NextResult))
        {
            if (reader.VisibleState != "visible" || reader.RowCount == 0) continue;
            if (fit is null) return i;
            found.Add((i, Suits(fit)));
        }
        if (found.Count > 0) return found.MaxBy(f => f.Fit).At;
        throw sheets.Exists(s => s.IsHidden) ? new RuleViolation("import.file.hidden", Shared.French.List([.. sheets.Where(s => s.IsHidden).Select(s => s.Quoted)])) : new RuleViolation("import.file.headers");
    }

    private int Suits(Func<IEnumerable<TableLine>, int> fit)
    {
        if (reader.FieldCount > WidestSheet) return -1;
        try
        {
            return fit(Lines());
        }
        catch (RuleViolation)
        {
            // Said if it is the one that is read after all.
            return -1;
        }
    }

    private void MoveTo(int at)
    {
        Reading(() =>
        {
            reader.Reset();
            for (var i = 0; i < at; i++) reader.NextResult();
            return at;
        });
        chosen = sheets.Find(s => s.Name == Cleaning.Clean(reader.Name));
    }

    // What the archive says of its parts is what they can give: a part that says less than it holds is cut there.
    private static List<Sheet> Weigh(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostParts) throw new RuleViolation("import.file.bomb");
            bool Has(string part) => Part(archive, part) is not null;
            if (!Has("xl/workbook.xml"))
                throw Has("mimetype") && Has("content.xml") ? new RuleViolation("import.file.ods")
                    : new RuleViolation("import.file.kind", Has("word/document.xml") ? "un document Word" : Has("ppt/presentation.xml") ? "une présentation" : Has("xl/workbook.bin") ? "un classeur .xlsb" : "une archive");
            if (archive.Entries.Sum(e => e.Length) > MostUnfolded
                || archive.Entries.Any(e => e.Length > MostShared && !e.FullName.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase)))
                throw new RuleViolation("import.file.bomb");
            return Reading(() => Sheets(archive));
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

    private static List<Sheet> Sheets(ZipArchive archive)
    {
        var found = new List<Sheet>();
        foreach (var sheet in Elements(archive, "xl/workbook.xml", "sheet"))
            if (sheet.TryGetValue("name", out var name) && found.Count < MostParts)
                found.Add(new(Cleaning.Clean(name) ?? "", sheet.GetValueOrDefault("state") is "hidden" or "veryHidden", sheet.GetValueOrDefault("id")));
        foreach (var part in new[] { Part(archive, "xl/sharedStrings.xml"), Part(archive, "xl/styles.xml") }.OfType<ZipArchiveEntry>())
        {
            if (part.Length > MostStyles && part.Name == "styles.xml") throw new RuleViolation("import.file.bomb");
            SheetScan.Weigh(part);
        }
        var parts = Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship").ToLookup(r => r.GetValueOrDefault("Id"), r => r.GetValueOrDefault("Target", ""));
        var (left, opened) = (MostTroubles, 0);
        foreach (var sheet in found)
        {
            var target = parts[sheet.Relation].FirstOrDefault("");
            // Refused before the reader, which keeps in memory what it finds, opens it.
            if (Part(archive, target.StartsWith('/') ? target[1..] : "xl/" + target) is not { } part) continue;
            opened++;
            sheet.Troubles = SheetScan.Of(part, left);
            left -= sheet.Troubles.Count;
        }
        return opened > 0 ? found : throw new RuleViolation("import.file.broken");
    }

    private static IEnumerable<Dictionary<string, string>> Elements(ZipArchive archive, string name, string element)
    {
        if (Part(archive, name) is not { } entry) yield break;
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MostShared });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != element) continue;
            // Its reader finds nothing in such a one.
            if (xml.NamespaceURI.StartsWith(Strict, StringComparison.Ordinal)) throw new RuleViolation("import.file.strict");
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            while (xml.MoveToNextAttribute()) attributes.TryAdd(xml.LocalName, xml.Value);
            yield return attributes;
        }
    }

    private static ZipArchiveEntry? Part(ZipArchive archive, string name) => archive.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

    protected override IEnumerable<(int Number, string?[] Cells, bool IsHidden)> Raw()
    {
        var merged = (reader.MergeCells ?? []).Take(MostMerged).Where(m => m.ToRow > m.FromRow).ToLookup(m => m.FromRow);
        var running = new List<(CellRange Range, string? Value)>();
        while (Reading(reader.Read))
        {
            var row = reader.Depth;
            var cells = new string?[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = chosen?.Troubles.GetValueOrDefault((row, i)) ?? Text(i);
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
        double number when Digits(number, reader.GetNumberFormatString(column)) is { } padded => padded,
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        bool yes => yes ? "oui" : "non",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    // Between quotes or after a backslash, a sign of a format is only drawn.
    private static bool IsPercent(string? format) => format is not null && format.Contains('%') && Drawn().Replace(format, "").Contains('%');

    // What is a code and no quantity says so by its format: 1001 shown as 01001, 612345678 as 06 12 34 56 78.
    private static string? Digits(double number, string? format) =>
        format?.StartsWith('0') == true && Drawn().Replace(format.Split(';')[0], "").Replace(" ", "", StringComparison.Ordinal) is { Length: > 1 and <= 15 } shape && shape.All(c => c is '0' or '#')
        && number >= 0 && number < 1e15 && number == Math.Truncate(number) ? number.ToString("0", CultureInfo.InvariantCulture).PadLeft(shape.Length, '0') : null;

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
