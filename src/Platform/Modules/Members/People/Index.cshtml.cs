using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Members.People;

[Menu(MenuGroup.Members, 20, "Personnes", "~/personnes", "users")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Organisation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Qualite { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Acces { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Mandat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Fiche { get; set; } = [];

    public ListPeople.Answer Answer { get; private set; } = null!;

    private ListPeople.Query Query => new(Q, Ids(Organisation), EnumNames.FromSlugs<Standing>(Qualite), Acces,
        Mandat.Contains(ListPeople.Mandated), Fiche.Contains("archive"), Descending, Apres, Colonnes);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListPeople.Export(Query, Ticked, file);
}
