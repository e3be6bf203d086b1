using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Platform.Modules.Shared.Tags;

/// <summary>Small elements that several tag helpers draw.</summary>
internal static class Markup
{
    public static TagBuilder Tag(string name, string? css = null, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css)) tag.AddCssClass(css);
        foreach (var (key, value) in attributes)
            if (value is not null) tag.Attributes[key] = value;
        return tag;
    }

    public static TagBuilder With(this TagBuilder tag, params object?[] content)
    {
        foreach (var part in content)
        {
            if (part is IHtmlContent html) tag.InnerHtml.AppendHtml(html);
            else if (part is not null) tag.InnerHtml.Append(part.ToString()!);
        }
        return tag;
    }

    /// <summary>An icon beside a word. Alone, it needs a <paramref name="label"/> that says what it means.</summary>
    public static IHtmlContent Icon(string name, string? css = null, string? label = null)
    {
        var use = Tag("use", null, ("href", AssetManifest.Icon(name.Replace('/', '-'))));
        return label is null
            ? Tag("svg", Css("icon", css), ("aria-hidden", "true")).With(use)
            : Tag("svg", Css("icon", css), ("role", "img"), ("aria-label", label)).With(use);
    }

    public static IHtmlContent Badge(Badge badge) => Tag("span", "badge tone-" + Css(badge.Tone)).With(Icon(badge.Icon), badge.Text);

    public static string Css(Tone tone) => tone.ToString().ToLowerInvariant();

    public static string Css(params string?[] classes) => string.Join(' ', classes.Where(c => !string.IsNullOrEmpty(c)));

    public static string Points(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
