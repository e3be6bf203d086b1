using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Platform.Modules.Shared.Tags;

/// <summary>An element, written down as it is made: its attributes first, then its content. The framework's TagBuilder keeps a sorted
/// dictionary and a tree for each, which is most of the cost of a page that draws fifty lines of life.</summary>
internal sealed class Element : IHtmlContent
{
    // As Program says for the pages: accents as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new(96);
    private readonly string name;
    private bool hasContent;

    public Element(string name)
    {
        this.name = name;
        html.Append('<').Append(name);
    }

    /// <summary>An attribute; null leaves it out. Before any content.</summary>
    public Element Set(string attribute, string? value)
    {
        if (hasContent) throw new InvalidOperationException($"<{name}> already has content.");
        if (value is not null) html.Append(' ').Append(attribute).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        return this;
    }

    public Element Append(string text)
    {
        Open();
        html.Append(Encoder.Encode(text));
        return this;
    }

    public Element Append(IHtmlContent content)
    {
        Open();
        if (content is Element element) element.CopyTo(html);
        else if (content is HtmlString text) html.Append(text.Value);
        else
        {
            using var writer = new StringWriter(html);
            content.WriteTo(writer, Encoder);
        }
        return this;
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var chunk in html.GetChunks()) writer.Write(chunk.Span);
        if (!hasContent) writer.Write('>');
        if (!IsVoid) writer.Write($"</{name}>");
    }

    public override string ToString()
    {
        var copy = new StringBuilder();
        CopyTo(copy);
        return copy.ToString();
    }

    private bool IsVoid => name is "input" or "img" or "br" or "hr" or "col";

    private void Open()
    {
        if (hasContent) return;
        hasContent = true;
        html.Append('>');
    }

    private void CopyTo(StringBuilder target)
    {
        target.Append(html);
        if (!hasContent) target.Append('>');
        if (!IsVoid) target.Append("</").Append(name).Append('>');
    }
}

/// <summary>Small elements that several tag helpers draw.</summary>
internal static class Markup
{
    private static readonly ConcurrentDictionary<(string Name, string? Css), HtmlString> Icons = new();

    public static Element Tag(string name, string? css = null, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var tag = new Element(name);
        if (!string.IsNullOrEmpty(css)) tag.Set("class", css);
        foreach (var (key, value) in attributes) tag.Set(key, value);
        return tag;
    }

    public static Element With(this Element tag, params ReadOnlySpan<object?> content)
    {
        foreach (var part in content)
        {
            if (part is IHtmlContent html) tag.Append(html);
            else if (part is not null) tag.Append(part.ToString()!);
        }
        return tag;
    }

    /// <summary>An icon beside a word. Alone, it needs a <paramref name="label"/> that says what it means.</summary>
    public static IHtmlContent Icon(string name, string? css = null, string? label = null)
    {
        if (label is not null) return Tag("svg", Css("icon", css), ("role", "img"), ("aria-label", label)).With(Use(name));
        return Icons.GetOrAdd((name, css), static icon => new HtmlString(Tag("svg", Css("icon", icon.Css), ("aria-hidden", "true")).With(Use(icon.Name)).ToString()));
    }

    private static Element Use(string icon) => Tag("use", null, ("href", AssetManifest.Icon(icon.Replace('/', '-'))));

    public static IHtmlContent Badge(Badge badge) => Tag("span", "badge tone-" + Css(badge.Tone)).With(Icon(badge.Icon), badge.Text);

    public static string Css(Tone tone) => tone.ToString().ToLowerInvariant();

    public static string Css(params string?[] classes) => string.Join(' ', classes.Where(c => !string.IsNullOrEmpty(c)));

    public static string Points(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
