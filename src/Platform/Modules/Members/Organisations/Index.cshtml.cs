using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Members.Organisations;

[Menu(MenuGroup.Members, 10, "Membres", "~/membres", "building-community", Word = "membre")]
public sealed class IndexModel(IMediator mediator) : OrganisationListPage(mediator)
{
    public ListOrganisations.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(Query);
}
