using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Access;

[OutsideSpaces]
public sealed class MySpacesModel(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<MySpaces.Row> Spaces { get; private set; } = [];
    public WhoIsThis.Answer Me { get; private set; } = null!;

    protected internal override async Task Load() => (Spaces, Me) = (await Send(new MySpaces.Query()), await Send(new WhoIsThis.Query()));
}
