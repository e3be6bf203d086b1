using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Kernel;

/// <summary>A page binds, sends, shows. <see cref="Load"/> reads what it shows, on GET and again when a form is refused;
/// <see cref="Fill"/> gives the form its first values, on GET only, so that nothing typed is lost.</summary>
public abstract class SpacePage(IMediator mediator) : PageModel
{
    protected Task<T> Send<T>(IRequest<T> request) => mediator.Send(request, HttpContext.RequestAborted);

    protected internal abstract Task Load();

    protected virtual void Fill() { }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Fill();
        return Page();
    }

    /// <summary>What was done, said once at the top of the next page.</summary>
    [TempData] public string? Done { get; set; }

    /// <summary>Where it can be taken back, by POST; an address of the space, beginning with "~/".</summary>
    [TempData] public string? Undo { get; set; }

    /// <summary>The refusal of a rule, shown at the top of the form.</summary>
    public string? Refusal { get; internal set; }

    /// <summary>Where somebody else's version differs from what was typed.</summary>
    public IReadOnlyList<Difference> Differences { get; internal set; } = [];

    /// <summary>How a comparison of versions names what a choice holds: what the page's own lists call this identifier.</summary>
    protected internal virtual string? NameOf(Guid id) => null;

    /// <param name="address">An address of the space, beginning with "~/".</param>
    protected IActionResult To(string address, string? done = null)
    {
        if (done is not null) Done = done;
        return LocalRedirect(Url.Content(address));
    }
}

/// <param name="Field">French label.</param>
public sealed record Difference(string Field, string Stored, string Typed);
