using System.Globalization;

namespace Platform.Modules.Tenancy;

/// <summary>Contrast ratio of WCAG 2.1 (1.4.3): white text on the accent colour, and the accent as text on white, need 4.5.</summary>
public static class Contrast
{
    public const string DefaultAccent = "#1d4f91";

    /// <summary>Written "#1d4f91".</summary>
    public static bool IsColour(string accent) => TryParse(accent, out _, out _, out _);

    public static bool IsReadable(string accent) => IsColour(accent) && WithWhite(accent) >= 4.5;

    /// <summary>From 1 (white) to 21 (black).</summary>
    public static double WithWhite(string accent) =>
        TryParse(accent, out var r, out var g, out var b) ? 1.05 / (0.2126 * Linear(r) + 0.7152 * Linear(g) + 0.0722 * Linear(b) + 0.05) : 1;

    private static double Linear(int channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    private static bool TryParse(string? accent, out int r, out int g, out int b)
    {
        r = g = b = 0;
        if (accent is not { Length: 7 } || accent[0] != '#' ||
            !int.TryParse(accent.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return false;
        (r, g, b) = (rgb >> 16, (rgb >> 8) & 255, rgb & 255);
        return true;
    }
}
