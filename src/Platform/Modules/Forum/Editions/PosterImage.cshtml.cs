using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>The picture for members, whether the public page is open or not.</summary>
[Module(SpaceModules.Forum)]
public sealed class PosterImageModel(IMediator mediator) : SpacePage(mediator), IAnswersAFile
{
    private ShowPoster.Picture picture = null!;

    [FromRoute] public Guid Id { get; set; }

    protected internal override async Task Load() => picture = await Send(new ShowPoster.Query(Id));

    // The address carries the poster's version: a changed one has a new address.
    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Response.Headers.CacheControl = "private, max-age=86400";
        return File(picture.Content, picture.MediaType);
    }
}
