using Platform.Kernel;

namespace Platform.Modules.Operations.Runs;

public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<ListRuns.Row> Rows { get; private set; } = [];

    protected internal override async Task Load() => Rows = await Send(new ListRuns.Query());
}
