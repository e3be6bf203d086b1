using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates.Received;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Engagements, 15, "Nouvelles à valider", "~/nouvelles", "message-2", Permission = EngagementPermissions.Write)]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Suite { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];

    public ListReceived.Answer Answer { get; private set; } = null!;

    private ListReceived.Query Query => new(new()
    {
        Words = Q, States = [.. Enum.GetValues<ReceivedState>().Where(s => Suite.Contains(s.Slug()))],
        Statuses = [.. Enum.GetValues<UpdateStatus>().Where(s => Situation.Contains(s.ToString().ToLowerInvariant()))],
    }, Descending, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListReceived.Export(Query, Ids(Choix), file);
}
