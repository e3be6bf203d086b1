using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Modules.Reminders.Outbox;

namespace Platform.Modules.Reminders;

/// <summary>A mail's own HTML inside a frame of a page: it brings its styles, loads nothing and runs nothing.</summary>
internal static class MailFrame
{
    /// <param name="opens">Links open over the frame; else they lead nowhere, since the frame is closed to them.</param>
    public static ContentResult Answer(PageModel page, string html, bool opens = false)
    {
        page.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri {(opens ? "'self'" : "'none'")}; frame-ancestors 'self'";
        html = LetterLayout.OnPage(html);
        return page.Content(opens ? html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal) : html, "text/html; charset=utf-8");
    }
}
