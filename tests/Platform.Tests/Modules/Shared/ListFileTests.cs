using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Shared;

public sealed class ListFileTests
{
    private sealed record Thing(string? Text, decimal? Number, DateOnly? On, DateTime? At, bool Yes, IReadOnlyList<string> Several);

    private static readonly IReadOnlyList<Column<Thing>> Columns =
    [
        new("texte", "Texte", t => t.Text), new("nombre", "Nombre", t => t.Number, ColumnKind.Number), new("jour", "Jour", t => t.On, ColumnKind.Date),
        new("heure", "Heure", t => t.At, ColumnKind.Instant), new("oui", "Oui", t => t.Yes), new("plusieurs", "Plusieurs", t => t.Several),
    ];

    private static readonly Thing Usual = new("Été ; \"chaud\"", -1234.5m, new DateOnly(2027, 3, 12), new DateTime(2027, 3, 12, 18, 5, 0), true, ["un", "deux"]);

    [Fact]
    public async Task Csv_opens_in_a_french_spreadsheet()
    {
        var (name, bytes) = await Write(ListFile.Csv, [Usual, new(null, null, null, null, false, [])]);
        Assert.Matches("^des-choses-t[0-9a-f]+-2026-11-21[.]csv$", name);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Texte;Nombre;Jour;Heure;Oui;Plusieurs\r\n\"Été ; \"\"chaud\"\"\";-1234,5;12/03/2027;12/03/2027 18:05;oui;\"un ; deux\"\r\n;;;;non;\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 2 99 00 00 00")]
    [InlineData("-mieux")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("'=1")]
    [InlineData("'")]
    [InlineData("'tis")]
    [InlineData("l’année")]
    [InlineData("")]
    public void What_would_run_in_a_spreadsheet_becomes_text_and_comes_back_as_it_was(string text)
    {
        var guarded = Formulas.Guard(text);
        Assert.DoesNotContain(guarded.FirstOrDefault(), "=+-@\t\r\n".ToCharArray());
        Assert.Equal(text, Formulas.Unguard(guarded));
    }

    [Fact]
    public async Task Xlsx_is_valid_and_holds_real_dates_real_numbers_and_no_formula()
    {
        var (_, bytes) = await Write(ListFile.Xlsx, [Usual, Usual with { Text = "=HYPERLINK(\"https://example.org\")\u0001 _x0041_ <&> 🚲" }]);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(sheet.Descendants<CellFormula>());
        var rows = sheet.Descendants<Row>().ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal("=HYPERLINK(\"https://example.org\") _x005F_x0041_ <&> 🚲", rows[2].Elements<Cell>().First().InnerText);
        var cells = rows[1].Elements<Cell>().ToList();
        Assert.Equal(["-1234.5", Serial(new DateTime(2027, 3, 12)), Serial(new DateTime(2027, 3, 12, 18, 5, 0))], cells.Skip(1).Take(3).Select(c => c.CellValue!.Text));
        Assert.All(cells.Skip(1).Take(3), c => Assert.Null(c.DataType));
        Assert.Equal("A1:F3", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
    }

    [Fact]
    public async Task Rows_are_let_go_as_they_are_written()
    {
        foreach (var format in new[] { ListFile.Csv, ListFile.Xlsx })
        {
            var (rows, alive) = (new List<WeakReference>(), int.MaxValue);
            await Write(format, Rows(20_000, rows, () => alive = Alive(rows)), keep: false);
            Assert.True(alive < 100, $"{format}: {alive} rows of 20 000 are still held at the end.");
        }
    }

    private static int Alive(List<WeakReference> rows)
    {
        GC.Collect();
        return rows.Count(r => r.IsAlive);
    }

    private static IEnumerable<Thing> Rows(int count, List<WeakReference> made, Action last)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == count - 1) last();
            var row = Usual with { Number = i };
            made.Add(new WeakReference(row));
            yield return row;
        }
    }

    private static string Serial(DateTime date) => date.ToOADate().ToString(CultureInfo.InvariantCulture);

    private static async Task<(string Name, byte[] Bytes)> Write(string format, IEnumerable<Thing> things, bool keep = true)
    {
        var world = await World.New();
        await using var file = new ListFile(format);
        await file.Write("Des choses", world.Space, new DateOnly(2026, 11, 21), Columns, things.ToAsyncEnumerable(), CancellationToken.None);
        using var bytes = new MemoryStream();
        if (keep) await file.Read().CopyToAsync(bytes);
        return (file.Name, bytes.ToArray());
    }
}
