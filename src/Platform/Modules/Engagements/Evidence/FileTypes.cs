using System.Buffers;
using System.Text;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>A kind of file that may be attached.</summary>
/// <param name="Name">With its article: "un PDF".</param>
/// <param name="Icon">A name of Assets/icons.txt.</param>
public sealed record FileType(string Code, string MediaType, string Name, string Icon);

/// <summary>Recognises files by their content, never by their name or by what the browser says of them. Nothing that a browser would
/// run (HTML, SVG, scripts, macros) is on the list.</summary>
internal static class FileTypes
{
    private static readonly FileType[] All =
    [
        new("pdf", "application/pdf", "un PDF", "file-text"),
        new("png", "image/png", "une image PNG", "photo"),
        new("jpg", "image/jpeg", "une image JPEG", "photo"),
        new("webp", "image/webp", "une image WebP", "photo"),
        new("gif", "image/gif", "une image GIF", "photo"),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "un document Word", "file-text"),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "un classeur Excel", "file-spreadsheet"),
        new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "un diaporama PowerPoint", "file-description"),
        new("odt", "application/vnd.oasis.opendocument.text", "un texte OpenDocument", "file-text"),
        new("ods", "application/vnd.oasis.opendocument.spreadsheet", "un classeur OpenDocument", "file-spreadsheet"),
        new("odp", "application/vnd.oasis.opendocument.presentation", "un diaporama OpenDocument", "file-description"),
        new("csv", "text/csv", "un tableau CSV", "file-spreadsheet"),
        // Not text/plain: it would be compressed on the way, and a range of it would no longer be a range of the file.
        new("txt", "application/octet-stream", "un texte", "file-text"),
    ];

    public const string Said = "PDF, images (PNG, JPEG, WebP, GIF), Word, Excel, PowerPoint, OpenDocument, CSV et texte";

    /// <summary>For the file chooser of the browser.</summary>
    public static string Accept { get; } = string.Join(',', All.Select(t => "." + t.Code).Append(".jpeg"));

    public static FileType? ByExtension(string extension) => Of(extension == "jpeg" ? "jpg" : extension);

    public static string IconOf(string? mediaType) => Array.Find(All, t => t.MediaType == mediaType)?.Icon ?? "link";

    private static FileType? Of(string code) => Array.Find(All, t => t.Code == code);

    /// <returns>The kind of file; or null with a sentence that says what is wrong with it; null and null for what is unknown.</returns>
    public static async Task<(FileType? Type, string? Trouble)> Recognise(Stream file, CancellationToken ct)
    {
        var head = new byte[1024];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        file.Position = 0;
        if (OfHead(head.AsSpan(0, read)) is { } known)
            return await FileShape.IsSound(known, head, read, file, ct) ? (Of(known), null) : (null, $"il commence comme {Of(known)!.Name}, mais la suite n’en est pas");
        return Starts(head, [0xD0, 0xCF, 0x11, 0xE0]) ? (null, "c’est un ancien format Office, ou un fichier protégé par mot de passe. Enregistrez-le en .docx, .xlsx ou .pptx sans mot de passe")
            : Starts(head, "PK\u0003\u0004"u8) ? await OfArchive(file, head, ct)
            : Starts(head, "PK"u8) ? (null, "c’est une archive vide")
            : await IsText(file, ct) ? OfText(head.AsSpan(0, read)) : (null, null);
    }

    private static string? OfHead(ReadOnlySpan<byte> head) =>
        Starts(head, "%PDF-"u8) ? "pdf"
        : Starts(head, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && head[12..].StartsWith("IHDR"u8) ? "png"
        : Starts(head, [0xFF, 0xD8, 0xFF]) ? "jpg"
        : Starts(head, "RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8) ? "webp"
        : Starts(head, "GIF87a"u8) || Starts(head, "GIF89a"u8) ? "gif"
        : null;

    private static bool Starts(ReadOnlySpan<byte> head, ReadOnlySpan<byte> with) => head.StartsWith(with);

    private static async Task<(FileType?, string?)> OfArchive(Stream file, byte[] head, CancellationToken ct)
    {
        if (await ZipListing.Names(file, ct) is not { } names) return (null, "son contenu est abîmé ou ne se lit pas");
        if (names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase) || n.StartsWith("Basic/", StringComparison.Ordinal) || n.StartsWith("Scripts/", StringComparison.Ordinal)))
            return (null, "il contient des macros. Enregistrez-le sans macros");
        if (OpenDocument(head) is { } open) return names.Contains("content.xml") ? (Of(open), null) : (null, "son contenu est abîmé ou ne se lit pas");
        if (names.Contains("[Content_Types].xml"))
            foreach (var (part, code) in new[] { ("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("ppt/presentation.xml", "pptx") })
                if (names.Contains(part)) return (Of(code), null);
        return (null, "c’est une archive. Joignez les fichiers qu’elle contient, un par un");
    }

    // OpenDocument begins with an entry named "mimetype", stored as it is: the type can be read at a fixed place, up to the next entry.
    private static string? OpenDocument(ReadOnlySpan<byte> head)
    {
        foreach (var code in new[] { "odt", "ods", "odp" })
        {
            var type = Encoding.ASCII.GetBytes("mimetype" + Of(code)!.MediaType + "PK");
            if (head.Length > 30 && head[30..].StartsWith(type)) return code;
        }
        return null;
    }

    private static (FileType?, string?) OfText(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        return start.StartsWith("<!doctype", StringComparison.Ordinal) || start.StartsWith("<html", StringComparison.Ordinal) || start.StartsWith("<svg", StringComparison.Ordinal)
            || start.StartsWith("<?", StringComparison.Ordinal) || start.StartsWith("<script", StringComparison.Ordinal) || start.StartsWith("<!--", StringComparison.Ordinal)
            ? (null, "c’est une page web ou un dessin SVG. Enregistrez-le en PDF")
            : (Of("txt"), null);
    }

    /// <summary>The five bytes that Windows-1252 leaves without a character.</summary>
    private static readonly SearchValues<byte> Unassigned = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    /// <summary>Valid UTF-8, or one byte a character as Excel writes CSV in French; no control characters but tabs and line ends.</summary>
    private static async Task<bool> IsText(Stream file, CancellationToken ct)
    {
        var (bytes, utf8, latin) = (new byte[32 * 1024], true, true);
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var characters = new char[bytes.Length + 4];
        while (true)
        {
            var read = await file.ReadAsync(bytes, ct);
            if (bytes.AsSpan(0, read).ContainsAnyInRange((byte)0, (byte)8) || bytes.AsSpan(0, read).ContainsAnyInRange((byte)14, (byte)31)) return Rewound(false);
            latin = latin && bytes.AsSpan(0, read).IndexOfAny(Unassigned) < 0;
            try
            {
                if (utf8) decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            }
            catch (DecoderFallbackException)
            {
                utf8 = false;
            }
            if (!utf8 && !latin) return Rewound(false);
            if (read == 0) return Rewound(true);
        }

        bool Rewound(bool answer)
        {
            file.Position = 0;
            return answer;
        }
    }
}
