using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Modules.Imports.Contract;
using Platform.Modules.Imports.Reading;
using Platform.Tests.Kit;
using Platform.Tests.Modules.Engagements.Commitments;
using static Platform.Tests.Modules.Imports.Importing;

namespace Platform.Tests.Modules.Imports;

public sealed class ImportFilesTests
{
    private static List<string?[]> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var table = Table.Of(stream);
        return [.. table.Lines().Select(l => l.Cells)];
    }

    private static string Refused(byte[] file) => Assert.Throws<RuleViolation>(() => Read(file)).Sentence;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Utf8("Nom;Siège\nPloërmel;« Écluse » – 12 €\n") },
        { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Utf8("Nom;Siège\r\nPloërmel;« Écluse » – 12 €\r\n")] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Nom;Siège\r\nPloërmel;« Écluse » – 12 €\r\n") },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Nom\tSiège\r\nPloërmel\t« Écluse » – 12 €\r\n")] },
        { "UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("Nom\tSiège\r\nPloërmel\t« Écluse » – 12 €\r\n")] },
        { "commas and quotes", Utf8("Nom,Siège\n\"Ploërmel\",\"« Écluse » – 12 €\"") },
        { "old Mac line ends", Utf8("Nom;Siège\rPloërmel;« Écluse » – 12 €\r") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_read_whatever_wrote_it(string how, byte[] file)
    {
        Assert.NotEmpty(how);
        Assert.Equal(["Nom|Siège", "Ploërmel|« Écluse » – 12 €"], Read(file).Select(l => string.Join('|', l)));
    }

    [Fact]
    public void Cells_keep_their_line_breaks_separators_and_quotes_and_lose_the_mark_against_formulas() =>
        Assert.Equal(["Nom|Note", "A;B|deux\nlignes", "dit \"oui\"|=1+1"], Read(Utf8("Nom;Note\n\"A;B\";\"deux\r\nlignes\"\n\"dit \"\"oui\"\"\";'=1+1\n;;\n")).Select(l => string.Join('|', l)));

    public static TheoryData<string, byte[]> Liars => new()
    {
        { "vide", [] },
        { "PDF", Utf8("%PDF-1.7 Nom;Nature") },
        { "image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3] },
        { "archive", Zip(("notes.txt", "Nom;Nature")) },
        { "Word", Zip(("word/document.xml", "<x/>")) },
        { ".ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")) },
        { ".xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "données brutes", [.. Utf8("Nom;Nature\n"), 0, 0, 1, 2] },
        { "page web", Utf8("<!DOCTYPE html><table><tr><td>Nom") },
        { "abîmé", Xlsx(Sheet(["Nom"], ["A"]))[..400] },
        { "abîmé", Xlsx("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Nom") },
        { "abîmé", Xlsx("<!DOCTYPE x [<!ENTITY a \"b\">]><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData>") },
        { "Open XML strict", Xlsx("", new Dictionary<string, string> { ["xl/workbook.xml"] = """<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets><sheet name="Liste" sheetId="1"/></sheets></workbook>""" }) },
        { "abîmé", Xlsx(Sheet(["Nom"], ["A"]), new Dictionary<string, string> { ["xl/_rels/workbook.xml.rels"] = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>""" }) },
        { "feuille masquée (« Liste »)", Xlsx(Sheet(["Nom"], ["A"]), new Dictionary<string, string> { ["xl/workbook.xml"] = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>""" }) },
        { "guillemet", Utf8("Nom;Nature\n\"A;Association\nB;Association\n") },
        { "plus de 100 colonnes", Utf8(string.Join(';', Enumerable.Range(1, 500)) + "\n") },
        { "plus de 32", Utf8("Nom;Nature\n" + new string('x', 32_768) + ";EPCI\n") },
    };

    [Theory]
    [MemberData(nameof(Liars))]
    public void What_is_no_table_is_told_in_a_sentence(string said, byte[] file) => Assert.Contains(said, Refused(file).Plain(), StringComparison.Ordinal);

    [Fact]
    public void Five_hundred_columns_of_a_workbook_are_too_many() => Assert.Contains("plus de 100 colonnes", Refused(Xlsx(
        "<sheetData><row r=\"1\">" + string.Concat(Enumerable.Range(0, 500).Select(i => $"<c r=\"{Letters(i)}1\"><v>{i}</v></c>")) + "</row></sheetData>")), StringComparison.Ordinal);

    [Fact]
    public void A_workbook_gives_values_of_formulas_dates_as_dates_and_what_is_merged_to_each_line() => Assert.Equal(
        ["Nom|Depuis|Total", "Alpha|2027-03-12|3", "Alpha|46458|#FORMULE?"],
        Read(Xlsx("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nom</v></c><c r=\"B1\" t=\"str\"><v>Depuis</v></c><c r=\"C1\" t=\"str\"><v>Total</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>Alpha</v></c><c r=\"B2\" s=\"1\"><v>46458</v></c><c r=\"C2\"><f>1+2</f><v>3</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"/><c r=\"B3\"><v>46458</v></c><c r=\"C3\"><f>1/0</f></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"))
            .Select(l => string.Join('|', l.Concat(Enumerable.Repeat<string?>("", 3 - l.Length)))));

    [Fact]
    public void A_workbook_says_percents_as_it_shows_them_joins_rich_texts_and_counts_from_1904_when_it_says_so()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var sheet = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"str\"><v>Taux</v></c><c r=\"C1\" t=\"str\"><v>Depuis</v></c></row>"
            + "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"2\"><v>0.07</v></c><c r=\"C2\" s=\"1\"><v>44996</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#N/A</v></c><c r=\"B3\" s=\"2\"><v>1.25</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row></sheetData>";
        var file = Xlsx(sheet, new Dictionary<string, string>
        {
            ["xl/workbook.xml"] = $"""<workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="Notes" sheetId="2" state="hidden" r:id="r3"/><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
            ["xl/sharedStrings.xml"] = $"""<sst xmlns="{main}"><si><t>Nom</t></si><si><r><t>Al</t></r><r><rPr><b/></rPr><t xml:space="preserve">pha </t></r><rPh sb="0" eb="1"><t>son</t></rPh></si></sst>""",
            ["xl/worksheets/sheet2.xml"] = $"""<worksheet xmlns="{main}">{Sheet(["Secret"], ["x"])}</worksheet>""",
        });
        Assert.Equal(["Nom|Taux|Depuis", "Alpha|7 %|2027-03-12", "#N/A|125 %|oui"], Read(file).Select(l => string.Join('|', l)));
        using var stream = new MemoryStream(file);
        using var table = Table.Of(stream);
        Assert.Equal("classeur, feuille « Liste » ; n’est pas lue : « Notes » (masquée)", table.Note.Plain());
        Assert.Equal([false, true, false], table.Lines().Select(l => l.IsHidden));
        Assert.Empty(table.HiddenColumns);
    }

    /// <summary>A workbook of several sheets, each under its name.</summary>
    private static byte[] Book(params (string Name, string Sheet)[] sheets)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Xlsx(sheets[0].Sheet, new Dictionary<string, string>(sheets.Skip(1).Select((s, i) => KeyValuePair.Create($"xl/worksheets/sheet{i + 2}.xml", $"""<worksheet xmlns="{main}">{s.Sheet}</worksheet>""")))
        {
            ["xl/workbook.xml"] = $"""<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>""",
            ["xl/_rels/workbook.xml.rels"] = $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="z" Type="{relations}/styles" Target="styles.xml"/></Relationships>""",
        });
    }

    [Fact]
    public async Task Of_several_sheets_the_one_that_is_a_table_is_read_or_the_one_that_is_named()
    {
        var world = await World.New();
        var file = Book(("Lisez-moi", Sheet(["Suivi des organisations"], ["À compléter"])), ("Membres 2026", Sheet(["Liste à jour"], ["Nom", "Nature"], ["Alpha", "Association"])), ("Membres 2025", Sheet(["Nom", "Nature"], ["Bêta", "Association"], ["Gamma", "Association"])));
        var batch = (await world.Fanny.Sends("organisations", "suivi.xlsx", file)).Batch();
        var page = await world.Fanny.Open($"/imports/{batch}/colonnes");
        Assert.Contains("classeur, feuille « Membres 2026 » ; ne sont pas lues : « Lisez-moi » et « Membres 2025 ».", Pages.Text(page, "form .help"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form .help a[href$='/imports/nouveau/organisations']"));
        Assert.Equal("Alpha", Assert.Single((await world.Fanny.Checks(batch)).Rows()).Split(' ')[0]);
        Assert.Contains("2 nouvelles", (await world.Fanny.Checks((await world.Fanny.Sends("organisations", "suivi.xlsx", file, "membres 2025")).Batch())).Answer(), StringComparison.Ordinal);
        Assert.Contains("n’a pas de feuille « Autre » qui contienne quelque chose. Les siennes : « Lisez-moi »", await (await world.Fanny.Sends("organisations", "suivi.xlsx", file, "Autre")).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_in_error_and_a_formula_that_nobody_computed_are_no_values()
    {
        var world = await World.New();
        var file = Xlsx("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nom</v></c><c r=\"B1\" t=\"str\"><v>Nature</v></c><c r=\"C1\" t=\"str\"><v>Siège</v></c><c r=\"D1\" t=\"str\"><v>Code INSEE</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>Alpha</v></c><c r=\"B2\" t=\"str\"><v>Association</v></c><c r=\"C2\" t=\"e\"><f>NA()</f><v>#N/A</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>Bêta</v></c><c r=\"B3\" t=\"str\"><v>Association</v></c><c r=\"C3\"><f>A3</f><v></v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>Gamma</v></c><c r=\"B4\" t=\"str\"><v>Commune</v></c><c r=\"C4\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"D4\" s=\"3\"><v>1004</v></c></row></sheetData>", new Dictionary<string, string>
        {
            ["xl/styles.xml"] = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>""",
        });
        var batch = (await world.Fanny.Sends("organisations", "liste.xlsx", file)).Batch();
        var page = await world.Fanny.Checks(batch);
        Assert.EndsWith("1 nouvelle, 2 refusées.", page.Answer(), StringComparison.Ordinal);
        Assert.Contains("Ligne 2 Siège : La cellule affiche une erreur du tableur (#N/A)", page.Rows()[0].Plain(), StringComparison.Ordinal);
        Assert.Contains("Ligne 3 Siège : Cette formule n’a jamais été calculée", page.Rows()[1].Plain(), StringComparison.Ordinal);
        Assert.Contains("01004", (await world.Fanny.Open($"/imports/{batch}?lignes=nouvelles")).Rows()[0], StringComparison.Ordinal);
        Assert.Contains("erreur du tableur (#REF!)", Assert.Single((await world.Fanny.Checks((await world.Fanny.Pastes("organisations", "Nom;Nature\n#REF!;Association\n")).Batch())).Rows()), StringComparison.Ordinal);
        Assert.Contains("abîmé", Refused(Xlsx("<sheetData><row r=\"2000000000\"><c r=\"A1\" t=\"str\"><v>Nom</v></c></row></sheetData>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_and_columns_that_were_hidden_are_said_and_left_aside_when_asked()
    {
        var world = await World.New();
        var rows = Sheet(["Nom", "Nature", "Remarques"], ["Alpha", "Association", "x"], ["Bêta", "Association", "y"], ["Gamma", "Association", "z"]);
        var file = Xlsx("<cols><col min=\"3\" max=\"3\" width=\"9\" hidden=\"1\"/></cols>" + rows.Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal));
        var batch = (await world.Fanny.Sends("organisations", "liste.xlsx", file)).Batch();
        var columns = await world.Fanny.Open($"/imports/{batch}/colonnes");
        Assert.Contains("Laisser de côté la ligne masquée", columns.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Nom", "Nature", "Remarques Masquée dans le classeur"], columns.QuerySelectorAll("tbody th").Select(th => th.TextContent.OneLine()));

        var page = await world.Fanny.Checks(batch);
        Assert.Contains("3 nouvelles", page.Answer(), StringComparison.Ordinal);
        Assert.Contains("1 ligne était masquée dans le classeur", Pages.Text(page, "main .notice"), StringComparison.Ordinal);
        Assert.Contains(page.Rows(), r => r.Contains("Ligne 3, masquée dans le classeur", StringComparison.Ordinal));

        page = await world.Fanny.Checks(batch, withoutHidden: true);
        Assert.Contains("2 nouvelles", page.Answer(), StringComparison.Ordinal);
        Assert.Contains("1 ligne masquée dans le classeur est laissée de côté.", Pages.Text(page, "main .notice"), StringComparison.Ordinal);
        Assert.Equal(["Nouvelles (2)", "Laissées de côté (1)"], page.QuerySelectorAll(".tabs a").Select(a => a.TextContent));
        Assert.Contains("Elle était masquée", Assert.Single((await world.Fanny.Open($"/imports/{batch}?lignes=laissees")).Rows()), StringComparison.Ordinal);
        Assert.Contains("2 nouvelles", (await world.Fanny.Does(batch, "Apply")).Answer(), StringComparison.Ordinal);
        Assert.Equal(["Alpha", "Gamma"], await world.Read(db => db.Set<Platform.Modules.Members.Organisations.Organisation>().Select(o => o.Name).OrderBy(n => n).ToListAsync()));
    }

    [Theory]
    [InlineData("31/02/2026", null)]
    [InlineData("29/02/2024", "2024-02-29")]
    [InlineData("1er mars 2026", "2026-03-01")]
    [InlineData("12/03/26", null)]
    [InlineData("2026-03-12T00:00:00", "2026-03-12")]
    [InlineData("46458", "2027-03-12")]
    [InlineData("jeudi 12\u00a0mars 2026", "2026-03-12")]
    [InlineData("3 Aout 2026", "2026-08-03")]
    [InlineData("12 févr. 2026", "2026-02-12")]
    [InlineData("12 jui 2026", null)]
    [InlineData("31 avril 2026", null)]
    [InlineData("03/2026", null)]
    public void A_date_is_a_day_that_exists(string text, string? day) => Assert.Equal(day, Cells.AsDate(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1 234,5 %", "1234.5")]
    [InlineData("1\u00a0234,5\u00a0%", "1234.5")]
    [InlineData("1\u202f234,50\u202f€", "1234.5")]
    [InlineData("−3,0", "-3")]
    [InlineData("1.234,5", null)]
    [InlineData("1e5", null)]
    [InlineData("12 à 15", null)]
    public void A_number_is_read_as_it_is_typed_in_France(string text, string? number)
    {
        var cells = new Cells(new Dictionary<string, string> { ["x"] = text });
        Assert.Equal((number, number is null ? 1 : 0), (cells.Number("x"), cells.Errors.Count));
    }

    [Fact]
    public async Task A_header_said_again_further_down_is_no_line()
    {
        var world = await World.New();
        var page = await world.Fanny.Checks((await world.Fanny.Pastes("organisations", "sep=;\nNom;Nature;Nom\nAlpha;Association;x\nNom;Nature;Nom\n\"Bêta ; fils\";Association;y\n")).Batch());
        Assert.Contains("2 nouvelles", page.Answer(), StringComparison.Ordinal);
        Assert.Contains(page.Rows(), r => r.Contains("Bêta ; fils", StringComparison.Ordinal));
    }

    [Fact]
    public void A_million_empty_rows_weigh_nothing()
    {
        var rows = new StringBuilder("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nom</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>Alpha</v></c></row>");
        for (var i = 3; i <= 1_000_000; i++) rows.Append("<row r=\"").Append(i).Append("\"/>");
        var file = Xlsx(rows.Append("</sheetData>").ToString());
        rows.Clear();
        var held = long.MaxValue;
        // The memory is everybody's: what another test takes meanwhile is not taken twice.
        for (var tries = 0; tries < 3 && held > 20_000_000; tries++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var stream = new MemoryStream(file);
            using var table = Table.Of(stream);
            Assert.Equal(2, table.Lines().Count());
            held = GC.GetTotalMemory(forceFullCollection: true) - before;
        }
        Assert.True(held < 20_000_000, $"{held:N0} bytes are still held.");
    }

    [Fact]
    public void A_zip_bomb_is_refused_whatever_it_says_of_its_size()
    {
        var bomb = Bomb.Value;
        Assert.True(bomb.Length < 10_000_000);
        Assert.Contains("démesuré", Refused(bomb), StringComparison.Ordinal);
        // The same, where the archive swears that the part is small: it is cut there, and what is left is no table.
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(Refused(Lying(bomb, 1000)));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 50_000_000);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("attribute")]
    [InlineData("cells")]
    [InlineData("columns")]
    [InlineData("words")]
    public void What_would_fill_the_memory_is_refused_unread(string what)
    {
        const string head = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Nom</v></c></row>";
        static string Many(string one) => string.Concat(Enumerable.Repeat(one, 20_000));
        var file = Xlsx(what switch
        {
            "text" => $"{head}<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{new string('x', 30_000_000)}</t></is></c></row></sheetData>",
            "attribute" => $"{head}<row r=\"2\" z=\"{new string('x', 30_000_000)}\"/></sheetData>",
            "cells" => $"{head}<row r=\"2\">{Many("<c r=\"A2\"/>")}</row></sheetData>",
            "words" => head + "</sheetData>",
            _ => $"<cols>{Many("<col min=\"1\" max=\"1\"/>")}</cols>{head}</sheetData>",
        }, what != "words" ? null : new Dictionary<string, string> { ["xl/sharedStrings.xml"] = $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{new string('x', 30_000_000)}</t></si></sst>" });
        var start = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("démesuré", Refused(file), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, 10_000_000);
    }

    [Fact]
    public async Task Each_refusal_stands_beside_its_field_and_a_name_is_only_a_name()
    {
        var world = await World.New();
        Assert.Contains("Collez un tableau", await (await world.Fanny.Pastes("organisations", "")).Refusal(), StringComparison.Ordinal);
        Assert.Contains("PDF", await (await world.Fanny.Sends("organisations", "liste.xlsx", Utf8("%PDF-1.7"))).Refusal(), StringComparison.Ordinal);
        Assert.Contains("démesuré", await (await world.Fanny.Sends("organisations", "liste.xlsx", Bomb.Value)).Refusal(), StringComparison.Ordinal);
        Assert.Contains("noms des colonnes", await (await world.Fanny.Pastes("organisations", "Nom;Nature")).Refusal(), StringComparison.Ordinal);
        Assert.Contains("plus de 20 Mo", await (await world.Fanny.Sends("organisations", "liste.csv", new byte[20 * 1024 * 1024 + 10])).Refusal(), StringComparison.Ordinal);
        var lines = new StringBuilder("Nom;Nature\n");
        for (var i = 0; i < 20_001; i++) lines.Append("Club ").Append(i).Append(";Association\n");
        Assert.Contains("plus de 20", await (await world.Fanny.Sends("organisations", "liste.csv", Utf8(lines.ToString()))).Refusal(), StringComparison.Ordinal);

        var batch = (await world.Fanny.Sends("organisations", "..\\..\\etc/pass\u0001wd.csv", Utf8("Nom;Nature\nAlpha;Association\n"))).Batch();
        Assert.Equal("passwd.csv", (await world.Fanny.Open($"/imports/{batch}")).QuerySelector("h1")!.TextContent);
        Assert.Contains("1 nouvelle", (await world.Fanny.Checks(batch)).Answer(), StringComparison.Ordinal);
    }

    private static string Letters(int i) => i < 26 ? $"{(char)('A' + i)}" : Letters(i / 26 - 1) + (char)('A' + i % 26);

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Utf8(text));
            }
        return bytes.ToArray();
    }

    private static readonly Lazy<byte[]> Bomb = new(() =>
    {
        using var bytes = new MemoryStream();
        using var usual = new ZipArchive(new MemoryStream(Xlsx("")));
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in usual.Entries.Where(e => !e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)))
            {
                using var from = part.Open();
                using var to = zip.CreateEntry(part.FullName).Open();
                from.CopyTo(to);
            }
            using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            stream.Write(Utf8("<worksheet>"));
            for (var i = 0; i < 410; i++) stream.Write(spaces);
        }
        return bytes.ToArray();
    });

    // The size of the last entry, where the directory and the entry itself say it.
    private static byte[] Lying(byte[] zip, uint size)
    {
        var made = zip.ToArray();
        for (var i = 0; i < made.Length - 46; i++)
        {
            var (at, name) = made.AsSpan(i, 4) is [0x50, 0x4B, 1, 2] ? (24, 46) : made.AsSpan(i, 4) is [0x50, 0x4B, 3, 4] ? (22, 30) : (0, 0);
            if (at > 0 && i + name + 13 < made.Length && Encoding.ASCII.GetString(made, i + name, 13) == "xl/worksheets") BinaryPrimitives.WriteUInt32LittleEndian(made.AsSpan(i + at), size);
        }
        return made;
    }
}
