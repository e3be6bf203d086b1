using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Front;

[OutsideSpaces]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<ListSpaces.Row> Spaces { get; private set; } = [];

    protected internal override async Task Load() => Spaces = await Send(new ListSpaces.Query());
}
