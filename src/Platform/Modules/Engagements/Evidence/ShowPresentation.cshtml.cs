using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

[Module(SpaceModules.Forum)]
public sealed class ShowPresentationModel(IMediator mediator) : DownloadPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Document { get; set; }

    private ReadDocument.Answer file = null!;

    protected internal override async Task Load() => file = await Send(new ReadPresentation.File(Id, Document));

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Download(file, (number, _) => Send(new ReadPresentation.Chunk(Id, Document, number)));
    }
}
