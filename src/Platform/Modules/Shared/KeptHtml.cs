using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;

namespace Platform.Modules.Shared;

/// <summary>What a part of a page becomes of an answer that <see cref="KeptAnswers"/> has given before: drawing it again would cost more than all the rest of
/// the page. An answer given once is drawn and forgotten.</summary>
public sealed class KeptHtml(HtmlEncoder encoder) : IDisposable
{
    // In characters: some hundred lists.
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 8_000_000 });
    private readonly ConditionalWeakTable<object, Drawn> answers = [];

    /// <param name="of">The answer itself: another one of the same rows is another.</param>
    /// <param name="by">Everything else that the part depends on: the address, the rights of the asker.</param>
    public async Task<IHtmlContent> Get(object of, string by, Func<Task<IHtmlContent>> draw)
    {
        var drawn = answers.GetOrCreateValue(of);
        if (cache.TryGetValue((drawn, by), out HtmlString? kept)) return kept!;
        var content = await draw();
        if (!drawn.Before)
        {
            drawn.Before = true;
            return content;
        }
        await using var text = new StringWriter();
        content.WriteTo(text, encoder);
        var html = new HtmlString(text.ToString());
        cache.Set((drawn, by), html, new MemoryCacheEntryOptions { Size = html.Value!.Length, AbsoluteExpirationRelativeToNow = KeptAnswers.Longest });
        return html;
    }

    public void Dispose() => cache.Dispose();

    private sealed class Drawn
    {
        public bool Before { get; set; }
    }
}
