using Platform.Kernel;

namespace Platform.Modules.PublicSite;

public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public GetPublicHome.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new GetPublicHome.Query());
}
