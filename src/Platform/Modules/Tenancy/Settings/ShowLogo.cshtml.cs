using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Tenancy;

public sealed class ShowLogoModel(IMediator mediator) : SpacePage(mediator)
{
    private GetLogo.Picture picture = null!;

    protected internal override async Task Load() => picture = await Send(new GetLogo.Query());

    // The address carries the version of the space, so a changed logo has a new address.
    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(picture.File, picture.Type);
    }
}
