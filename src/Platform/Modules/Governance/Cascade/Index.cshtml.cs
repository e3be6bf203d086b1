using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

[Module(SpaceModules.Governance)]
[Menu(MenuGroup.Governance, 40, "Déclinaison", "~/declinaison", "table")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Membre { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Decision { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Annee { get; set; } = [];

    public ListCascade.Answer Answer { get; private set; } = null!;

    private ListCascade.Filter Filter => new() { Words = Q, States = Etat, Members = Membre, Decisions = Decision, Years = Annee };

    protected internal override async Task Load() => Answer = await Send(new ListCascade.Query(Filter));

    protected override IRequest<int> Export(ListFile file) => new ListCascade.Export(Filter, file);
}
