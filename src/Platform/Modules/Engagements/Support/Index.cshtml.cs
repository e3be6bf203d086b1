using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

[Module(SpaceModules.Coalitions)]
[Menu(MenuGroup.Engagements, 25, "Demandes d’appui", "~/demandes", "heart-handshake")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Appui { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Coalition { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Suivi { get; set; } = [];

    public ListSupport.Answer Answer { get; private set; } = null!;

    private ListSupport.Query Query => new(new()
    {
        Words = Q, States = [.. Enum.GetValues<SupportState>().Where(s => Etat.Contains(s.Slug()))], IsLate = Situation.Contains(SupportFilter.Late), Kinds = Ids(Appui),
        Coalitions = Ids(Coalition), Owners = Ids(Suivi), HasNoOwner = Suivi.Contains(SupportFilter.Nobody),
    }, Tri == "demandee" ? ListSupport.Order.Asked : ListSupport.Order.Due, Descending, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListSupport.Export(Query, Ids(Choix), file);
}
