using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Members.Organisations;

/// <summary>The state of the list of organisations as it stands in the address, for the list and for the acts on it.</summary>
public abstract class OrganisationListPage(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Role { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Nature { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];

    protected ListOrganisations.Query Query => new(Q, EnumNames.FromSlugs<RoleKind>(Role), EnumNames.FromSlugs<OrganisationKind>(Nature), Situation,
        Tri == "nature" ? ListOrganisations.Order.Kind : ListOrganisations.Order.Name, Descending, Apres, Colonnes, Size);

    protected override IRequest<int> Export(ListFile file) => new ListOrganisations.Export(Query, Ticked, file);
}
