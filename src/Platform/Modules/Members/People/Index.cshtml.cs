using Platform.Kernel;
using Platform.Modules.Shared;

namespace Platform.Modules.Members.People;

[Menu(MenuGroup.Members, 20, "Personnes", "~/personnes", "users")]
public sealed class IndexModel(IMediator mediator) : PersonListPage(mediator)
{
    public ListPeople.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(Query);
}
