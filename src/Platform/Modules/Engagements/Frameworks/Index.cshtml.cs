using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

[Module(SpaceModules.Frameworks)]
[Menu(MenuGroup.Engagements, 30, "Cadres", "~/cadres", "target-arrow", Word = "cadre")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    public ListFrameworks.Answer List { get; private set; } = null!;

    protected internal override async Task Load() => List = await Send(new ListFrameworks.Query());

    protected override IRequest<int> Export(ListFile file) => new ExportObjectives.Query(file);
}
