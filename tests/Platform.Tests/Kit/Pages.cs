using AngleSharp.Dom;

namespace Platform.Tests.Kit;

/// <summary>What a page says, as somebody reads it.</summary>
internal static class Pages
{
    /// <summary>One plain space wherever the source has white: lines, indents, no-break spaces of both widths.</summary>
    public static string OneLine(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Text(IDocument page, string selector = "main") => page.QuerySelector(selector)!.TextContent.OneLine();
}
