using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Platform.Modules.Shared.Lists;

/// <summary>A workbook of one sheet, written forward only (decision 0011). Every text is an inline string, so none is ever a formula;
/// dates and numbers are real ones.</summary>
internal sealed partial class XlsxWriter : ITableWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    // What a cell may hold, and what is gathered before it goes to the disk.
    private const int MostInCell = 32_767, Buffer = 256 * 1024;
    // Positions in the cellXfs of the style sheet below.
    private const string Heading = "1", Date = "2", Instant = "3", Wrapped = "4";

    private readonly ZipArchive zip;
    private readonly MemoryStream gathered = new(Buffer + (64 * 1024));
    private readonly XmlWriter xml;
    private readonly int width;
    private Stream sheet = Stream.Null;
    private int row;

    private XlsxWriter(ZipArchive zip, int width)
    {
        (this.zip, this.width) = (zip, width);
        xml = XmlWriter.Create(gathered, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false, Async = true });
    }

    public static async Task<ITableWriter> Begin(Stream to, string title, IReadOnlyList<IColumn> columns, CancellationToken ct)
    {
        var archive = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await Part(archive, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """, ct);
        await Part(archive, "_rels/.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """, ct);
        await Part(archive, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SheetName(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>
            """, ct);
        await Part(archive, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """, ct);
        await Part(archive, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>
            """, ct);
        var writer = new XlsxWriter(archive, columns.Count);
        await writer.Head(columns, ct);
        return writer;
    }

    private async Task Head(IReadOnlyList<IColumn> columns, CancellationToken ct)
    {
        sheet = await zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync(ct);
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        Element("sheetViews", () => Element("sheetView", () => Element("pane", null, ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")), ("workbookViewId", "0")));
        Element("cols", () =>
        {
            for (var i = 0; i < columns.Count; i++)
                Element("col", null, ("min", Number(i + 1)), ("max", Number(i + 1)), ("width", columns[i].Kind == ColumnKind.Text ? "32" : "16"), ("customWidth", "1"));
        });
        xml.WriteStartElement("sheetData");
        await Row([.. columns.Select(c => c.Header)], Heading, ct);
    }

    public Task Row(IReadOnlyList<object?> cells, CancellationToken ct) => Row(cells, Wrapped, ct);

    private async Task Row(IReadOnlyList<object?> cells, string textStyle, CancellationToken ct)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Number(++row));
        for (var i = 0; i < cells.Count; i++) Cell(Reference(i, row), cells[i], textStyle);
        xml.WriteEndElement();
        if (gathered.Length + Buffer / 4 > Buffer) await Flush(ct);
    }

    private void Cell(string reference, object? value, string textStyle)
    {
        switch (value)
        {
            case null or "": break;
            case string text: Text(text); break;
            case IEnumerable<string> several: Text(Several.Join(several)); break;
            case bool yes: Text(yes ? "oui" : "non"); break;
            case DateOnly date: Value(date.ToDateTime(TimeOnly.MinValue).ToOADate(), Date); break;
            case DateTime instant: Value(instant.ToOADate(), Instant); break;
            case IFormattable number: Value(number, null); break;
            default: throw new NotSupportedException($"No cell for {value.GetType()}.");
        }

        void Text(string text) => Element("c", () => Element("is", () => Element("t", () => xml.WriteString(Allowed(Formulas.Twice(text))), ("xml:space", "preserve"))),
            ("r", reference), ("s", textStyle), ("t", "inlineStr"));

        void Value(IFormattable number, string? style) => Element("c", () => Element("v", () => xml.WriteString(number.ToString(null, CultureInfo.InvariantCulture))),
            ("r", reference), ("s", style));
    }

    public async Task End(CancellationToken ct)
    {
        xml.WriteEndElement();
        if (width > 0) Element("autoFilter", null, ("ref", $"A1:{Reference(width - 1, row)}"));
        xml.WriteEndElement();
        xml.WriteEndDocument();
        await Flush(ct);
        await sheet.DisposeAsync();
        await zip.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await xml.DisposeAsync();
        await gathered.DisposeAsync();
    }

    private async Task Flush(CancellationToken ct)
    {
        await xml.FlushAsync();
        await sheet.WriteAsync(gathered.GetBuffer().AsMemory(0, (int)gathered.Length), ct);
        gathered.SetLength(0);
    }

    private void Element(string name, Action? content, params (string Name, string? Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes)
            if (key == "xml:space") xml.WriteAttributeString("xml", "space", null, value);
            else if (value is not null) xml.WriteAttributeString(key, value);
        content?.Invoke();
        xml.WriteEndElement();
    }

    private static async Task Part(ZipArchive archive, string name, string content, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + content), ct);
    }

    // Excel refuses some characters in the name of a sheet, and more than 31.
    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(c => !@"[]:*?/\".Contains(c, StringComparison.Ordinal)));
        return System.Net.WebUtility.HtmlEncode(name.Length <= 31 ? name : name[..31]);
    }

    /// <summary>What XML forbids is left out; "_x0041_", which readers take for an escape, is escaped itself.</summary>
    private static string Allowed(string text)
    {
        text = French.Cut(text, MostInCell);
        if (text.Contains("_x", StringComparison.Ordinal)) text = LooksEscaped().Replace(text, "_x005F_");
        return text.All(c => XmlConvert.IsXmlChar(c)) ? text
            : string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
    }

    private static string Reference(int column, int row)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters = (char)('A' + ((n - 1) % 26)) + letters;
        return letters + Number(row);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.None, 200)]
    private static partial Regex LooksEscaped();
}
