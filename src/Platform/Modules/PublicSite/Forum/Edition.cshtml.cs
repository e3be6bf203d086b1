using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Calendars;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Forum;

[Module(SpaceModules.Forum), Published]
public sealed class EditionModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ShowPublicEdition.Sheet Sheet { get; private set; } = null!;

    protected override async Task Read() => Sheet = await Send(new ShowPublicEdition.Query(Id));
}

/// <summary>The poster. The version in its address is for browsers: the answer is the same without.</summary>
[Module(SpaceModules.Forum)]
public sealed class PosterModel(IMediator mediator) : SpacePage(mediator), IAnswersAFile
{
    private ShowPoster.Picture picture = null!;

    [FromRoute] public Guid Id { get; set; }

    protected internal override async Task Load() => picture = await Send(new ShowPoster.Public(Id));

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        Response.Headers.CacheControl = "public, max-age=86400";
        return File(picture.Content, picture.MediaType);
    }
}

/// <summary>The programme as a calendar: an address of its own, so that it is kept like the page.</summary>
[Module(SpaceModules.Forum), Published]
public sealed class AgendaModel(IMediator mediator) : SpacePage(mediator), IAnswersAFile
{
    private string calendar = "";

    [FromRoute] public Guid Id { get; set; }

    protected internal override async Task Load() => calendar = await Send(new ShowPublicEdition.Calendar(Id));

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return File(Encoding.UTF8.GetBytes(calendar), ICalendar.ContentType(CalendarMethod.Publish), "forum.ics");
    }
}
