using Platform.Kernel;

namespace Platform.Modules.Engagements.Evidence;

public sealed class StorageModel(IMediator mediator) : SpacePage(mediator)
{
    public ReadStorage.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ReadStorage.Query());
}
