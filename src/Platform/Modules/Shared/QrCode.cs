using System.Text;
using QRCoder;

namespace Platform.Modules.Shared;

/// <summary>Square codes that a telephone reads, with the white margin that it needs around them.</summary>
internal static class QrCode
{
    /// <summary>The dark squares as one path, in a square of <c>Size</c> by <c>Size</c>.</summary>
    public static (string Path, int Size) Draw(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (code.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (int x = 0, run; x < rows.Count; x += run + 1)
            {
                for (run = 0; x + run < rows.Count && rows[y][x + run]; run++) { }
                if (run > 0) path.Append($"M{x} {y}h{run}v1h-{run}z");
            }
        return (path.ToString(), rows.Count);
    }

    /// <summary>A picture in black and white, a few hundred bytes.</summary>
    public static byte[] Png(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(8);
    }
}
