using System.Text;
using PdfSharp.Fonts;
using Platform.Modules.Shared;

namespace Platform.Modules.Forum.Closing;

/// <summary>The two faces in which documents are set: the built assets carry them (Spectral, Open Font License), no machine has to have them.</summary>
internal sealed class PaperFonts : IFontResolver
{
    public const string Family = "Spectral", Regular = "paper.ttf", Bold = "paper-bold.ttf";

    private static readonly Lock Once = new();

    /// <summary>The library knows one resolver for the whole process.</summary>
    public static void Use()
    {
        lock (Once) GlobalFontSettings.FontResolver ??= new PaperFonts();
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? Bold : Regular);

    public byte[]? GetFont(string faceName) => File.ReadAllBytes(AssetManifest.Path(faceName));

    /// <summary>The text in the characters that the faces have, those of French: what lies beyond loses its accent rather than its letter.</summary>
    public static string Known(string text)
    {
        var known = new StringBuilder(text.Length);
        foreach (var c in text.Normalize())
        {
            if (Has(c)) known.Append(c);
            else foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD)) if (Has(part)) known.Append(part);
        }
        return known.ToString();
    }

    private static bool Has(char c) => c is (>= ' ' and <= '~') or (>= '\u00a0' and <= 'ÿ') or 'Œ' or 'œ' or (>= '\u2000' and <= '\u206f') or '€';
}
