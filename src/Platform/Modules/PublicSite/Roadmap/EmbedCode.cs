using System.Globalization;
using System.Text.Encodings.Web;

namespace Platform.Modules.PublicSite.Roadmap;

internal static class EmbedCode
{
    /// <summary>The frame that shows a card on another site: it runs nothing, and its links open beside.</summary>
    public static string Of(string address, string title, int height)
    {
        var html = HtmlEncoder.Default;
        return string.Create(CultureInfo.InvariantCulture,
            $"""<iframe src="{html.Encode(address)}" title="{title.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}" width="100%" height="{height}" loading="lazy" style="border:0" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>""");
    }
}
