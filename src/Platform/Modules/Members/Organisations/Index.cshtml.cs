using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Members.Organisations;

[Menu(MenuGroup.Members, 10, "Membres", "~/membres", "building-community", Word = "membre")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Role { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Nature { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];

    public ListOrganisations.Answer Answer { get; private set; } = null!;

    private ListOrganisations.Query Query => new(Q, EnumNames.FromSlugs<RoleKind>(Role), EnumNames.FromSlugs<OrganisationKind>(Nature), Situation,
        Tri == "nature" ? ListOrganisations.Order.Kind : ListOrganisations.Order.Name, Descending, Apres, Colonnes);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListOrganisations.Export(Query, Ticked, file);
}
