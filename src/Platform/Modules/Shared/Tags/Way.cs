using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Platform.Modules.Shared.Tags.Markup;

namespace Platform.Modules.Shared.Tags;

/// <summary><c>&lt;way percent="@aim.Percent" expected="@aim.Expected" behind="@aim.IsBehind" /&gt;</c>: how far from the start to the
/// target, with a tick where a straight line would be.</summary>
[HtmlTargetElement("way", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WayTagHelper : TagHelper
{
    public required int? Percent { get; set; }
    public int? Expected { get; set; }
    public bool Behind { get; set; }
    /// <summary>What is shown when it cannot be told.</summary>
    public string None { get; set; } = "–";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(Percent, Expected, Behind, None));
    }

    internal static IHtmlContent Draw(int? done, int? expected, bool behind, string none)
    {
        if (done is not { } percent) return Tag("span", "muted").With(none);
        var shown = Math.Clamp(percent, 0, 100);
        var said = percent < 0 ? "A reculé depuis le départ" : $"{French.Percent(percent)} du chemin";
        if (expected is { } due) said += $", {French.Percent(due)} attendus à cette date";
        return new HtmlContentBuilder()
            .AppendHtml(Tag("svg", "bar toward", ("role", "img"), ("aria-label", said)).With(
                Tag("rect", "bar-track", ("width", "100%"), ("height", "100%"), ("rx", "3")),
                shown > 0 ? Tag("rect", behind ? "bar-late" : "bar-value", ("width", shown + "%"), ("height", "100%"), ("rx", "3")) : null,
                expected is { } tick ? Tag("line", "toward-tick", ("x1", tick + "%"), ("x2", tick + "%"), ("y1", "-3"), ("y2", "11")) : null))
            .AppendHtml(Tag("span", "toward-text", ("aria-hidden", "true")).With(percent < 0 ? "en recul" : French.Percent(percent)));
    }
}
