using System.Buffers.Binary;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>Whether a file is built as its first bytes promise: a page or a script behind the signature of a picture is no picture.
/// A few bytes are read of it, whatever its size; what follows a whole picture is nobody's business.</summary>
internal static class FileShape
{
    public static Task<bool> IsSound(string code, byte[] head, int read, Stream file, CancellationToken ct) => code switch
    {
        "pdf" => Task.FromResult(read > 5 && char.IsAsciiDigit((char)head[5])),
        "gif" => Task.FromResult(OfGif(head.AsSpan(0, read))),
        "jpg" => OfJpeg(file, ct),
        _ => Task.FromResult(LogoFile.Recognise(head.AsSpan(0, read)) is { Width: > 0, Height: > 0 }),
    };

    // The size of the screen, its colours if there are any, then blocks of three kinds.
    private static bool OfGif(ReadOnlySpan<byte> head)
    {
        if (head.Length < 14) return false;
        var first = 13 + ((head[10] & 0x80) == 0 ? 0 : 3 << ((head[10] & 7) + 1));
        return first < head.Length && head[first] is 0x21 or 0x2C or 0x3B;
    }

    // Segments that say their length follow each other up to a start of frame.
    private static async Task<bool> OfJpeg(Stream file, CancellationToken ct)
    {
        const int most = 4096;
        var bytes = new byte[4];
        var sound = false;
        file.Position = 2;
        for (var i = 0; i < most && file.Position + bytes.Length <= file.Length; i++)
        {
            await file.ReadExactlyAsync(bytes, ct);
            if (bytes[0] != 0xFF) break;
            if (bytes[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                sound = true;
                break;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(2));
            // A filler may stand before a marker.
            if (bytes[1] == 0xFF) file.Position -= 3;
            else if (length < 2 || bytes[1] == 0xDA) break;
            else file.Position += length - 2;
        }
        file.Position = 0;
        return sound;
    }
}
