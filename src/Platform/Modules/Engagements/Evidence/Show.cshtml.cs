using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Evidence;

public sealed class ShowModel(IMediator mediator) : DownloadPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    private ReadDocument.Answer file = null!;

    protected internal override async Task Load() => file = await Send(new ReadDocument.Query(Id));

    public override async Task<IActionResult> OnGetAsync()
    {
        await Load();
        return Download(file, (number, _) => Send(new ReadDocument.Chunk(Id, number)));
    }
}
