using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared.Tags;
using Platform.Modules.Tenancy;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.PublicSite.Roadmap;

/// <summary><c>&lt;embed-share of="@totals" /&gt;</c>: the bar and its legend without the sprite, which a frame without an origin cannot read.</summary>
[HtmlTargetElement("embed-share", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmbedShareTagHelper(CurrentTenant tenant) : TagHelper
{
    public required Totals Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var word = tenant.Space.Words.Commitment;
        var shown = Of.Parts(word, null).Where(p => p.Count > 0).ToList();
        var bar = Tag("svg", "share", ("role", "img"), ("aria-label", Of.Sentence(word)));
        var left = 0.0;
        foreach (var part in shown)
        {
            var width = 100.0 * part.Count / Math.Max(1, shown.Sum(p => p.Count));
            bar.With(Tag("rect", Css("fill-" + Css(part.Tone), part.Light ? "is-light" : null), ("x", Points(left) + "%"), ("width", Points(width) + "%"), ("height", "100%")));
            left += width;
        }
        output.TagName = null;
        output.Content.SetHtmlContent(bar);
        output.Content.AppendHtml(Tag("ul", "legend embed-legend").With([.. shown.Select(p => Tag("li", Css("fill-" + Css(p.Tone), p.Light ? "is-light" : null)).With(Tag("span").With(p.Text + "\u00a0", Tag("strong").With(p.Count))))]));
    }
}
