using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Access;

/// <summary>A page that a personal link opens, <c>~/r/{word}-{secret}</c>: without a session, never kept by browsers or robots, and one same refusal for every link that does not serve.</summary>
public abstract class LinkPage(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public string Secret { get; set; } = "";

    /// <summary>The link does not serve: what to say instead of the form.</summary>
    public RefusedLink? Refused { get; private set; }

    /// <summary>What such links are good for, and for how long.</summary>
    protected abstract string Why { get; }

    /// <returns>False: the link does not serve, whatever the reason.</returns>
    protected abstract Task<bool> Open();

    protected internal override async Task Load()
    {
        (Response.Headers.CacheControl, Response.Headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");
        if (!await Open()) await Refuse();
    }

    protected async Task<IActionResult> Refuse()
    {
        Refused = await Send(new ReadRefusal.Query(Why));
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
