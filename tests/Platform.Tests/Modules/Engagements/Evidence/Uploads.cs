using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Platform.Tests.Kit;

namespace Platform.Tests.Modules.Engagements.Evidence;

/// <summary>Files as people send them, and as they should not.</summary>
internal static class Uploads
{
    public static byte[] Pdf(string text = "x") => Encoding.Latin1.GetBytes($"%PDF-1.7\n{text}\n%%EOF\n");

    public static byte[] Png { get; } = Platform.Tests.Modules.Tenancy.SettingsTests.Png(2, 2);

    /// <summary>A PDF of that size.</summary>
    public static byte[] Heavy(int bytes)
    {
        var file = new byte[bytes];
        new Random(bytes).NextBytes(file);
        Pdf().CopyTo(file, 0);
        return file;
    }

    public static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return made.ToArray();
    }

    public static byte[] Word(params (string, string)[] more) => Archive([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), .. more]);

    public static byte[] OpenText => Archive(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<c/>"), ("META-INF/manifest.xml", "<m/>"));

    /// <summary>Opens the page, fills its form of files, sends it as a browser does.</summary>
    public static async Task<HttpResponseMessage> Attach(this Person who, string space, string page, IEnumerable<(string Name, byte[] Content)> files, string field = "Input.Files", params KeyValuePair<string, string>[] more)
    {
        var opened = await who.Open(page);
        var form = opened.QuerySelectorAll("form[enctype]").First(f => f.QuerySelector($"[name='{field}']") is not null);
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").Where(h => more.All(m => m.Key != h.GetAttribute("name"))))
            content.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        foreach (var (name, value) in more) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(Part(field, name, bytes));
        var action = form.GetAttribute("action");
        return await who.Client.PostAsync(string.IsNullOrEmpty(action) ? $"/{space}{page}" : action, content);
    }

    public static ByteArrayContent Part(string field, string name, byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        // Written by hand: the library would clean or refuse the names that are worth trying.
        part.Headers.TryAddWithoutValidation("Content-Disposition", name.All(c => c is >= ' ' and <= '~' and not '"')
            ? $"form-data; name=\"{field}\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\""
            : $"form-data; name=\"{field}\"; filename=\"x\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        return part;
    }

    public static async Task<string> Said(HttpResponseMessage answer, string field = "Input_Files") =>
        (await Person.Read(answer)).QuerySelector($"#{field}_error")?.TextContent.Replace('\u00a0', ' ').Trim() ?? $"({(int)answer.StatusCode}) {answer.Headers.Location}";
}
