using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Members.People;

[Menu(MenuGroup.Members, 20, "Personnes", "~/personnes", "users")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public List<string> Organisation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Qualite { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Acces { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Mandat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Fiche { get; set; } = [];
    [BindProperty(SupportsGet = true)] public string? Sens { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ListPeople.Answer Answer { get; private set; } = null!;

    // An address edited by hand: what is no identifier narrows nothing.
    protected internal override async Task Load() => Answer = await Send(new ListPeople.Query(Q,
        [.. Organisation.Where(o => Guid.TryParse(o, out _)).Select(Guid.Parse).Take(50)], EnumNames.FromSlugs<Standing>(Qualite), Acces,
        Mandat.Contains(ListPeople.Mandated), Fiche.Contains("archive"), Sens == "desc", Apres));
}
