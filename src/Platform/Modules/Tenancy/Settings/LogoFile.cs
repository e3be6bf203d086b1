using System.Buffers.Binary;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

/// <summary>A picture recognised by its content, never by its name or by what the browser says of it. SVG is not accepted: it can carry scripts.</summary>
public static class LogoFile
{
    public const int MaxBytes = 200 * 1024, MaxSide = 2000;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>The media type and the size in pixels; null when it is none of PNG, JPEG and WebP.</returns>
    public static (string Type, int Width, int Height)? Recognise(ReadOnlySpan<byte> file) =>
        OfPng(file) is { } png ? ("image/png", png.Width, png.Height)
        : OfJpeg(file) is { } jpeg ? ("image/jpeg", jpeg.Width, jpeg.Height)
        : OfWebP(file) is { } webp ? ("image/webp", webp.Width, webp.Height)
        : null;

    /// <summary>A picture that somebody sends, once its weight is checked.</summary>
    /// <param name="instead">What to do with a file that is none: a whole sentence.</param>
    /// <exception cref="Invalid">Beside the field: no picture, or too large.</exception>
    public static async Task<(byte[] Content, string Type)> Read(object request, string field, IFormFile file, int maxSide, string instead, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var read = new MemoryStream((int)file.Length);
        await file.CopyToAsync(read, ct);
        var content = read.ToArray();
        if (Recognise(content) is not { } picture) throw new Invalid(request, field, $"Ce n’est pas une image PNG, JPEG ou WebP. {instead}");
        if (picture.Width < 1 || picture.Width > maxSide || picture.Height < 1 || picture.Height > maxSide)
            throw new Invalid(request, field, $"Au plus {maxSide} pixels de côté\u00a0; cette image en a {picture.Width} sur {picture.Height}.");
        return (content, picture.Type);
    }

    // The header chunk comes first and holds the size.
    private static (int Width, int Height)? OfPng(ReadOnlySpan<byte> file) =>
        file.Length >= 33 && file.StartsWith(Png) && file.Slice(12, 4).SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : null;

    // Segments follow each other until a start of frame, which holds the size.
    private static (int Width, int Height)? OfJpeg(ReadOnlySpan<byte> file)
    {
        if (file.Length < 4 || file[0] != 0xFF || file[1] != 0xD8) return null;
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]));
            at += marker is 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return null;
    }

    private static (int Width, int Height)? OfWebP(ReadOnlySpan<byte> file)
    {
        if (file.Length < 30 || !file.StartsWith("RIFF"u8) || !file.Slice(8, 4).SequenceEqual("WEBP"u8)) return null;
        var chunk = file.Slice(12, 4);
        if (chunk.SequenceEqual("VP8X"u8)) return (1 + (file[24] | (file[25] << 8) | (file[26] << 16)), 1 + (file[27] | (file[28] << 8) | (file[29] << 16)));
        if (chunk.SequenceEqual("VP8 "u8)) return (BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & 0x3FFF);
        if (!chunk.SequenceEqual("VP8L"u8) || file[20] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }
}
