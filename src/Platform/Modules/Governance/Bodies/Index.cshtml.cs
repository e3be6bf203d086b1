using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

[Module(SpaceModules.Governance)]
[Menu(MenuGroup.Governance, 10, "Instances", "~/instances", "gavel", Word = "instance")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Role { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Nature { get; set; } = [];

    public ListBodies.Answer Answer { get; private set; } = null!;

    private ListBodies.Query Query => new(new() { Words = Q, Situations = Situation, Roles = Role, Kinds = EnumNames.FromSlugs<BodyKind>(Nature) },
        Tri == "nom" ? ListBodies.Order.Name : ListBodies.Order.Role, Descending, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListBodies.Export(Query, Ids(Choix), file);
}
