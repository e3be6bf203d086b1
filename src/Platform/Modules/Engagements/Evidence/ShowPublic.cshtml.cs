using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

[Module(SpaceModules.Roadmap)]
public sealed class ShowPublicModel(IMediator mediator) : DownloadPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    private ReadDocument.Answer file = null!;

    protected internal override async Task Load() => file = await Send(new PublicDocuments.File(Id));

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Download(file, (number, _) => Send(new PublicDocuments.Chunk(Id, number)));
    }
}
