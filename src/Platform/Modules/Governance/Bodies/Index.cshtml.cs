using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

[Module(SpaceModules.Governance)]
[Menu(MenuGroup.Governance, 10, "Instances", "~/instances", "gavel", Word = "instance")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public ListBodies.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListBodies.Query());
}
