using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary><c>&lt;qr-code text="@address" label="La page de la coalition" /&gt;</c>: a square code, as large as its place.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrCodeTagHelper : TagHelper
{
    public required string Text { get; set; }
    /// <summary>What a screen reader says of it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (path, size) = QrCode.Draw(Text);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr-code");
        output.Attributes.SetAttribute("viewBox", $"0 0 {size} {size}");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent(Tag("rect", null, ("width", "100%"), ("height", "100%"), ("fill", "#fff")));
        output.Content.AppendHtml(Tag("path", null, ("d", path), ("fill", "#000")));
    }
}
