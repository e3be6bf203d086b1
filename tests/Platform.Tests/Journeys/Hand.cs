using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Platform.Tests.Journeys;

/// <summary>How somebody works a page: with a mouse, or with the keyboard alone. Controls are known by what is written on them.</summary>
public abstract class Hand(Visitor visitor)
{
    protected IPage Page => visitor.Page;

    /// <summary>Acts that a person counts: a click, a press of Enter or Space.</summary>
    public int Acts { get; protected set; }

    /// <summary>Follows a link, presses a button; anywhere, or in one part of the page.</summary>
    public abstract Task Presses(string name, string inside = "body");

    public abstract Task Types(string label, string text);

    /// <summary>Takes an option of a list.</summary>
    public abstract Task Chooses(string label, string option);

    public abstract Task Ticks(string label);

    /// <summary>Long lists are replaced by fields to type in, some moments after the page is there.</summary>
    protected Task ListsAreMade() => Assertions.Expect(Page.Locator("select[data-choices]:not(.tomselected)")).ToHaveCountAsync(0);

    protected static Regex Written(string name) => new(Regex.Escape(name), RegexOptions.IgnoreCase);
}

public sealed class Mouse(Visitor visitor) : Hand(visitor)
{
    public override async Task Presses(string name, string inside = "body")
    {
        Acts++;
        var part = Page.Locator(inside);
        await part.GetByRole(AriaRole.Link, new() { NameRegex = Written(name) }).Or(part.GetByRole(AriaRole.Button, new() { NameRegex = Written(name) })).First.ClickAsync();
    }

    public override Task Types(string label, string text) => Page.GetByLabel(Written(label)).And(Page.Locator(":visible")).First.FillAsync(text);

    public override async Task Chooses(string label, string option)
    {
        await ListsAreMade();
        var field = Page.GetByLabel(Written(label)).And(Page.Locator(":visible")).First;
        if (await field.EvaluateAsync<string>("e => e.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(new SelectOptionValue { Label = (await field.Locator("option", new() { HasText = option }).First.TextContentAsync())! });
            return;
        }
        await field.ClickAsync();
        await field.FillAsync(option);
        await Page.Locator(".ts-dropdown .option:visible", new() { HasText = option }).First.ClickAsync();
    }

    public override Task Ticks(string label) => Page.GetByLabel(Written(label)).First.CheckAsync();
}

/// <summary>Tab, Enter, Space and letters. Whatever takes the focus must show it.</summary>
public sealed class Keyboard(Visitor visitor) : Hand(visitor)
{
    public override async Task Presses(string name, string inside = "body")
    {
        Acts++;
        await Reach(name, $":is({inside}) :is(a, button, summary)");
        await Page.Keyboard.PressAsync("Enter");
    }

    public override async Task Types(string label, string text)
    {
        await Reach(label, "input, textarea");
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    public override async Task Chooses(string label, string option)
    {
        await ListsAreMade();
        await Reach(label, "select, input");
        await Page.Keyboard.TypeAsync(option);
        if (await Page.EvaluateAsync<string>("document.activeElement.tagName") == "SELECT") return;
        await Page.Locator(".ts-dropdown .option.active:visible", new() { HasText = option }).WaitForAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Escape");
    }

    public override async Task Ticks(string label)
    {
        Acts++;
        await Reach(label, "input");
        await Page.Keyboard.PressAsync("Space");
    }

    private async Task Reach(string name, string kind)
    {
        for (var i = 0; i < 200; i++)
        {
            // Enter may have left for another page, which is then there in a moment.
            await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            var focused = await Focus(kind);
            // A list of choices that is being made takes the focus first and shows it in the next frame.
            for (var frames = 0; !focused.IsBody && !focused.Seen && frames < 10; frames++)
            {
                await Task.Delay(50);
                focused = await Focus(kind);
            }
            Assert.True(focused.IsBody || focused.Seen, $"{Page.Url}: the focus is not seen on {focused.Html}");
            if (focused.Fits && focused.Text.Contains(name, StringComparison.OrdinalIgnoreCase)) return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{Page.Url}: “{name}” is not reached with the Tab key.");
    }

    private async Task<Focused> Focus(string kind)
    {
        for (var tries = 0; ; tries++)
            try
            {
                return await Page.EvaluateAsync<Focused>("""
                kind => {
                  const e = document.activeElement;
                  const text = [e.getAttribute('aria-label'), ...[...(e.labels ?? [])].map(l => l.innerText), e.innerText, e.title,
                    ...(e.getAttribute('aria-labelledby') ?? '').split(' ').map(i => document.getElementById(i)?.innerText)].filter(Boolean).join(' ');
                  // The parts of one control (day, month, year of a date) show the focus by themselves.
                  const within = e === window.lastFocused;
                  window.lastFocused = e;
                  const seen = within || [e, e.nextElementSibling, e.closest('label'), e.closest('.ts-control'), e.parentElement].filter(Boolean).some(x => {
                    const s = getComputedStyle(x);
                    return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && s.outlineColor !== 'rgba(0, 0, 0, 0)') || s.boxShadow !== 'none';
                  });
                  return { text, seen, fits: e.matches(kind), html: e.outerHTML.slice(0, 160), isBody: e === document.body };
                }
                """, kind);
            }
            catch (PlaywrightException left) when (left.Message.Contains("navigation", StringComparison.Ordinal) && tries < 20)
            {
                await Task.Delay(100);
            }
    }

    private sealed class Focused
    {
        public string Text { get; set; } = "";
        public bool Seen { get; set; }
        public bool Fits { get; set; }
        public string Html { get; set; } = "";
        public bool IsBody { get; set; }
    }
}
