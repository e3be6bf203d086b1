using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Platform.Tests.Journeys;

/// <summary>One person, one browser window. Whatever the browser complains of is kept.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    private Visitor(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    internal static async Task<Visitor> In(IBrowserContext context)
    {
        // A refusal of the content policy is an event of the page before it is a line of the console.
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error(`CSP ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))");
        var page = await context.NewPageAsync();
        var visitor = new Visitor(context, page);
        page.Console += (_, line) => { if (line.Type is "error" or "warning") visitor.complaints.Enqueue($"{page.Url}: {line.Text}"); };
        page.PageError += (_, error) => visitor.complaints.Enqueue($"{page.Url}: {error}");
        page.Response += (_, response) => { if (response.Status >= 500) visitor.complaints.Enqueue($"{response.Url}: {response.Status}"); };
        return visitor;
    }

    /// <returns>The status of the page.</returns>
    public async Task<int> Goes(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>One click on the sign-in page of a demonstration space: the first person with that role.</summary>
    public async Task SignsInAs(string space, string role)
    {
        await Goes($"/{space}/connexion");
        await Page.Locator(".personas button", new() { HasText = role }).First.ClickAsync();
        await Lands(u => u.EndsWith($"/{space}/tableau-de-bord", StringComparison.Ordinal));
    }

    /// <summary>Waits for a page whose address is as said. The document is asked whether it is complete: the library's own wait for the load now
    /// and then misses the event of a page that a form leads to.</summary>
    public async Task Lands(Func<string, bool> address)
    {
        await Page.WaitForURLAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        for (var tries = 0; !await Page.EvaluateAsync<bool>("() => document.readyState === 'complete'"); tries++)
        {
            Assert.True(tries < 400, $"{Page.Url} is never complete.");
            await Task.Delay(50);
        }
    }

    /// <summary>What the browser has complained of since the last time.</summary>
    public List<string> Complaints()
    {
        var all = new List<string>();
        while (complaints.TryDequeue(out var one)) all.Add(one);
        return all;
    }

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>What axe finds on the page itself. Frames are left out: those that show a card or a mail are closed to scripts, where axe would
    /// wait for ever, and what they show is a page of its own in the list of pages. Run here and not by the package's own runner, which opens
    /// another page to gather what it found in frames.</summary>
    public async Task<List<string>> Inaccessible()
    {
        // A field named "axe" answers to that name as well.
        if (!await Page.EvaluateAsync<bool>("() => typeof window.axe?.run === 'function'")) await Page.EvaluateAsync($"() => {{ {Axe} }}");
        return [.. await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { iframes: false, resultTypes: ['violations'] })).violations
              .flatMap(v => v.nodes.map(n => `${v.id} (${v.impact}): ${n.html}`))
            """)];
    }

    /// <summary>What sticks out of a window of that width; null when nothing does.</summary>
    public async Task<string?> SticksOut(int width)
    {
        await Page.SetViewportSizeAsync(width, 640);
        return await Page.EvaluateAsync<string?>("""
            () => document.scrollingElement.scrollWidth <= innerWidth ? null
              : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== 'fixed')
                .slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(' | ') || 'the page'
            """);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
