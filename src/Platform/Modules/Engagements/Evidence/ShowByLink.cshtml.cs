using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

[Module(SpaceModules.Governance)]
public sealed class ShowByLinkModel(IMediator mediator) : DownloadPage(mediator)
{
    [FromRoute] public string Secret { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }

    private ReadDocument.Answer file = null!;

    protected internal override async Task Load() => file = await Send(new ReadByLink.File(Secret, Id));

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Download(file, (number, _) => Send(new ReadByLink.Chunk(Secret, Id, number)));
    }
}
