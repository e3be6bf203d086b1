using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Members.Organisations;

[Menu(MenuGroup.Members, 10, "Membres", "~/membres", "building-community", Word = "membre")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public List<string> Role { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Nature { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public string? Tri { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sens { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ListOrganisations.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListOrganisations.Query(Q, EnumNames.FromSlugs<RoleKind>(Role),
        EnumNames.FromSlugs<OrganisationKind>(Nature), Situation, Tri == "nature" ? ListOrganisations.Order.Kind : ListOrganisations.Order.Name, Sens == "desc", Apres));
}
