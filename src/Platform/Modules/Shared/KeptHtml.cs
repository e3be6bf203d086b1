using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;

namespace Platform.Modules.Shared;

/// <summary>What a part of a page becomes of an answer that <see cref="KeptAnswers"/> has given before: drawing it again would cost more than all the rest of
/// the page. An answer given once is drawn and forgotten.</summary>
public sealed class KeptHtml(HtmlEncoder encoder) : IDisposable
{
    // In characters: some hundred lists.
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 4_000_000, ExpirationScanFrequency = KeptAnswers.Longest / 2 });
    private readonly ConditionalWeakTable<object, Drawn> answers = [];

    /// <param name="of">The answer itself: another one of the same rows is another.</param>
    /// <param name="by">Everything else that the part depends on: the address, the rights of the asker.</param>
    public async Task<IHtmlContent> Get(object of, string by, Func<Task<IHtmlContent>> draw)
    {
        var drawn = answers.GetOrCreateValue(of);
        if (cache.TryGetValue((drawn, by), out Text? kept)) return kept!;
        var content = await draw();
        if (!drawn.Before)
        {
            drawn.Before = true;
            return content;
        }
        var text = new StringBuilder();
        await using var writer = new StringWriter(text, CultureInfo.InvariantCulture);
        content.WriteTo(writer, encoder);
        var html = new Text(text);
        cache.Set((drawn, by), html, new MemoryCacheEntryOptions { Size = text.Length, AbsoluteExpirationRelativeToNow = KeptAnswers.Longest });
        return html;
    }

    public void Dispose() => cache.Dispose();

    // In the pieces in which it was written: as one string it would lie among the large objects, which are collected last and never moved.
    private sealed class Text(StringBuilder pieces) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(pieces);
    }

    private sealed class Drawn
    {
        public bool Before { get; set; }
    }
}
