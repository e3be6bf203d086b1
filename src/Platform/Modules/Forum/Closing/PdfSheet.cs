using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Platform.Modules.Forum.Closing;

/// <summary>One A4 page as PDF 1.4, in the two faces that every reader has (Helvetica), with the letters of French. Points, from the top left.</summary>
internal sealed class PdfSheet
{
    public const double Width = 595, Height = 842;

    private readonly StringBuilder content = new();
    private (string Head, byte[] Data)? picture;

    public void Bar(string colour, double height) => content.Append(CultureInfo.InvariantCulture, $"{Ink(colour)} rg 0 {Height - height:0.##} {Width} {height:0.##} re f\n");

    public void Text(string text, double x, double y, double size, bool bold, string colour) =>
        content.Append(CultureInfo.InvariantCulture, $"BT {Ink(colour)} rg /{(bold ? "F2" : "F1")} {size:0.##} Tf {x:0.##} {Height - y:0.##} Td ({Written(text)}) Tj ET\n");

    /// <summary>JPEG or PNG; what a reader could not draw as it stands is left out.</summary>
    /// <returns>Something was drawn.</returns>
    public bool Picture(byte[] file, string type, double x, double y, double mostWidth, double mostHeight)
    {
        if ((type == "image/jpeg" ? Jpeg(file) : type == "image/png" ? Png(file) : null) is not (var width, var height, { } head, { } data)) return false;
        var scale = Math.Min(mostWidth / width, mostHeight / height);
        picture = ($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 {head}", data);
        content.Append(CultureInfo.InvariantCulture, $"q {width * scale:0.##} 0 0 {height * scale:0.##} {x:0.##} {Height - y - (height * scale):0.##} cm /Im Do Q\n");
        return true;
    }

    public byte[] Write(string title, string author)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Put("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 4 0 R /F2 5 0 R >>{(picture is null ? "" : " /XObject << /Im 8 0 R >>")} >> /Contents 6 0 R >>");
        foreach (var face in new[] { "Helvetica", "Helvetica-Bold" }) Object($"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>");
        Object($"<< /Length {content.Length} >>\nstream\n{content}endstream");
        Object($"<< /Title ({Written(title)}) /Author ({Written(author)}) >>");
        if (picture is { } drawn)
        {
            Object($"<< {drawn.Head} /Length {drawn.Data.Length} >>\nstream\n", drawn.Data);
        }
        var table = file.Position;
        Put($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Put($"{place:0000000000} 00000 n \n");
        Put($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Put(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Object(string body, byte[]? data = null)
        {
            places.Add(file.Position);
            Put($"{places.Count} 0 obj\n{body}");
            if (data is not null)
            {
                file.Write(data);
                Put("\nendstream");
            }
            Put("\nendobj\n");
        }
    }

    private static string Ink(string colour)
    {
        var rgb = Convert.ToInt32(colour.TrimStart('#'), 16);
        return string.Join(' ', new[] { rgb >> 16, rgb >> 8, rgb }.Select(c => ((c & 255) / 255.0).ToString("0.###", CultureInfo.InvariantCulture)));
    }

    // Where the code of the page is not that of Unicode.
    private const string Beyond = "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

    /// <summary>What lies beyond the letters of the west loses its accent rather than its letter.</summary>
    private static string Written(string text)
    {
        var written = new StringBuilder();
        foreach (var c in text.Normalize())
            if (!Add(c)) foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD)) Add(part);
        return written.ToString();

        bool Add(char c)
        {
            if (c is '\u202f') c = '\u00a0';
            if (c is '(' or ')' or '\\') written.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~') written.Append(c);
            else if (c is >= '\u00a0' and <= 'ÿ') Octal(c);
            else if (c != '\0' && Beyond.IndexOf(c, StringComparison.Ordinal) is var at && at >= 0) Octal(0x80 + at);
            else return false;
            return true;
        }

        void Octal(int code) => written.Append('\\').Append(Convert.ToString(code, 8).PadLeft(3, '0'));
    }

    private static (int, int, string, byte[])? Jpeg(byte[] file) => Tenancy.LogoFile.Recognise(file) is { Type: "image/jpeg" } known ? (known.Width, known.Height, "/ColorSpace /DeviceRGB /Filter /DCTDecode", file) : null;

    private static (int, int, string, byte[])? Png(byte[] file)
    {
        var (packed, palette) = (new MemoryStream(), Array.Empty<byte>());
        for (var at = 8; at + 12 <= file.Length;)
        {
            var (length, kind) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at)), Encoding.ASCII.GetString(file, at + 4, 4));
            if (length < 0 || at + 12 + length > file.Length) return null;
            if (kind == "IDAT") packed.Write(file, at + 8, length);
            if (kind == "PLTE") palette = file[(at + 8)..(at + 8 + length)];
            at += 12 + length;
        }
        var (width, height, depth, colours, interlaced) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)), file[24], file[25], file[28]);
        if (depth != 8 || interlaced != 0) return null;
        string Rows(int channels) => $"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {channels} /BitsPerComponent 8 /Columns {width} >>";
        return colours switch
        {
            0 => (width, height, $"/ColorSpace /DeviceGray {Rows(1)}", packed.ToArray()),
            2 => (width, height, $"/ColorSpace /DeviceRGB {Rows(3)}", packed.ToArray()),
            3 when palette.Length >= 3 => (width, height, $"/ColorSpace [/Indexed /DeviceRGB {(palette.Length / 3) - 1} <{Convert.ToHexString(palette)}>] {Rows(1)}", packed.ToArray()),
            4 or 6 => OnWhite(packed, width, height, colours == 4 ? 2 : 4),
            _ => null,
        };
    }

    // A page has no transparency worth its trouble here: what shows through is the paper.
    private static (int, int, string, byte[])? OnWhite(MemoryStream packed, int width, int height, int channels)
    {
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        using var made = new MemoryStream();
        using (var paper = new ZLibStream(made, CompressionLevel.Optimal, leaveOpen: true))
        {
            var (line, above, rgb) = (new byte[1 + (width * channels)], new byte[1 + (width * channels)], new byte[width * 3]);
            for (var y = 0; y < height; y++)
            {
                if (rows.ReadAtLeast(line, line.Length, throwOnEndOfStream: false) < line.Length) return null;
                for (var i = 1; i < line.Length; i++)
                {
                    int left = i > channels ? line[i - channels] : 0, up = above[i], corner = i > channels ? above[i - channels] : 0;
                    line[i] += (byte)(line[0] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
                }
                for (var x = 0; x < width; x++)
                {
                    var (at, alpha) = (1 + (x * channels), line[(x * channels) + channels]);
                    for (var c = 0; c < 3; c++) rgb[(3 * x) + c] = (byte)(((line[at + (channels == 4 ? c : 0)] * alpha) + (255 * (255 - alpha))) / 255);
                }
                paper.Write(rgb);
                (line, above) = (above, line);
            }
        }
        return (width, height, "/ColorSpace /DeviceRGB /Filter /FlateDecode", made.ToArray());
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
