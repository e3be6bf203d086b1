using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Imports;

/// <summary>The road of an import, page by page, as a person walks it.</summary>
internal static class Importing
{
    public static Task<HttpResponseMessage> Pastes(this Person person, string nature, string text) =>
        person.Submit($"/imports/nouveau/{nature}", [KeyValuePair.Create("Input.Pasted", text)]);

    public static async Task<HttpResponseMessage> Sends(this Person person, string nature, string name, byte[] file, string? sheet = null)
    {
        var address = $"/imports/nouveau/{nature}";
        var form = (await person.Open(address)).QuerySelector("form[enctype]")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(""), "Input.Pasted" },
            { new StringContent(sheet ?? ""), "Input.Sheet" },
        };
        var sent = new ByteArrayContent(file);
        // By hand: a client library refuses to write a name that attackers write.
        sent.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Input.File\"; filename=\"{name}\"");
        content.Add(sent);
        return await person.Send(address, content);
    }

    /// <summary>The identifier in the address to which an accepted file leads.</summary>
    public static Guid Batch(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[3]);
    }

    public static async Task<string> Refusal(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Person.Read(answer)).QuerySelector(".field-error")!.TextContent.Replace('\u00a0', ' ').Trim();
    }

    /// <summary>Accepts the columns as they were recognised, or with another key, and waits for the dry run.</summary>
    public static async Task<IDocument> Checks(this Person person, Guid batch, string? key = null, bool withoutHidden = false)
    {
        var page = await person.Open($"/imports/{batch}/colonnes");
        var fields = page.QuerySelectorAll("main select").OfType<IHtmlSelectElement>().Select(s => KeyValuePair.Create<string, string>(s.Name!, s.Name == "Input.Key" && key is not null ? key : s.Value ?? ""))
            .Append(KeyValuePair.Create("Input.LeaveHidden", withoutHidden ? "true" : "false")).ToList();
        Assert.Equal(HttpStatusCode.Redirect, (await person.Submit($"/imports/{batch}/colonnes", fields)).StatusCode);
        return await person.Waits(batch);
    }

    public static async Task<IDocument> Does(this Person person, Guid batch, string act, int seconds = 60)
    {
        var answer = await person.Submit($"/imports/{batch}", [], act);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await person.Waits(batch, seconds);
    }

    /// <summary>Until nothing runs any more.</summary>
    public static async Task<IDocument> Waits(this Person person, Guid batch, int seconds = 60)
    {
        for (var until = Environment.TickCount64 + 1000L * seconds; ; await Task.Delay(50))
        {
            var page = await person.Open($"/imports/{batch}");
            if (page.QuerySelector("progress") is null) return page;
            Assert.True(Environment.TickCount64 < until, $"Still running after {seconds} s: {page.QuerySelector(".sheet")!.TextContent}");
        }
    }

    public static string Answer(this IDocument page) => Pages.Text(page, ".answer");

    /// <summary>The rows shown: line, name, what changes or why not.</summary>
    public static IReadOnlyList<string> Rows(this IDocument page) => [.. page.QuerySelectorAll("main table tbody tr")
        .Select(r => r.TextContent.OneLine())];

    /// <summary>A workbook of one sheet, in the parts that every spreadsheet writes.</summary>
    /// <param name="more">Other parts, or others in place of the usual ones.</param>
    public static byte[] Xlsx(string sheet, IReadOnlyDictionary<string, string>? more = null)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Part("xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Part("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>""");
            foreach (var (name, text) in more ?? new Dictionary<string, string>()) Write(name, text);

            void Part(string name, string text)
            {
                if (more?.ContainsKey(name) != true) Write(name, text);
            }

            void Write(string name, string text)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Rows of texts as inline strings.</summary>
    public static string Sheet(params string[][] rows) => "<sheetData>" + string.Concat(rows.Select((cells, r) => $"<row r=\"{r + 1}\">" + string.Concat(cells.Select((text, c) =>
        $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>")) + "</row>")) + "</sheetData>";
}
