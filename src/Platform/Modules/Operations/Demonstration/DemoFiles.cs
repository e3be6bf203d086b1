using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Platform.Modules.Operations.Demonstration;

/// <summary>Small files that a reader opens for real: a page of text as PDF, a picture of bars as PNG. Made here, so that none is carried along.</summary>
internal static class DemoFiles
{
    private const int LineLength = 88;

    /// <summary>One page: a title, then paragraphs.</summary>
    public static byte[] Pdf(string title, params string[] paragraphs)
    {
        var text = new StringBuilder($"BT /F1 20 Tf 56 770 Td ({Said(title)}) Tj /F1 11 Tf 0 -34 Td 17 TL\n");
        foreach (var paragraph in paragraphs)
        {
            foreach (var line in Lines(paragraph)) text.Append('(').Append(Said(line)).Append(") Tj T*\n");
            text.Append("T*\n");
        }
        text.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            $"<< /Title ({Said(title)}) >>",
        ];
        var (file, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (at, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append($"{at + 1} 0 obj\n{body}\nendobj\n");
        }
        var table = file.Length;
        file.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append($"{place:0000000000} 00000 n \n");
        file.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n");
        // One byte a character: the places counted above are those of the bytes.
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Bars of these heights (0 to 100), on white.</summary>
    public static byte[] Bars(params int[] heights)
    {
        const int width = 640, height = 360, foot = 24;
        var (step, rows) = (width / heights.Length, new MemoryStream());
        Span<byte> ink = [0x18, 0x45, 0x56], paper = [0xFF, 0xFF, 0xFF], ground = [0x99, 0x99, 0x99];
        using (var packed = new ZLibStream(rows, CompressionLevel.Optimal, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var (bar, inBar) = (Math.Min(x / step, heights.Length - 1), x % step > step / 5);
                    var top = height - foot - (height - (2 * foot)) * heights[bar] / 100;
                    packed.Write(y == height - foot ? ground : inBar && y >= top && y < height - foot ? ink : paper);
                }
            }
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", rows.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(body);
        var crc = 0xFFFFFFFFu;
        foreach (var b in body)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }

    private static IEnumerable<string> Lines(string paragraph)
    {
        var line = "";
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length + word.Length >= LineLength)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word : " " + word;
        }
        if (line.Length > 0) yield return line;
    }

    private static string Said(string text) => text.Replace('’', '\'').Replace('–', '-').Replace("œ", "oe", StringComparison.Ordinal).Replace('\u202f', ' ')
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
