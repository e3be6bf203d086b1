using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.PublicSite;

[Published]
public sealed class IndexModel(IMediator mediator) : PublicPage(mediator)
{
    public GetPublicHome.View Shown { get; private set; } = null!;

    protected override async Task Read() => Shown = await Send(new GetPublicHome.Query());
}
