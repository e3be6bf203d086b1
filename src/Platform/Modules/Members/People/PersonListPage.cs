using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Members.Contract;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Members.People;

/// <summary>The state of the list of people as it stands in the address, for the list and for the acts on it.</summary>
public abstract class PersonListPage(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Organisation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Qualite { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Acces { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Mandat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Fiche { get; set; } = [];

    protected ListPeople.Query Query => new(Q, Ids(Organisation), EnumNames.FromSlugs<Standing>(Qualite), Acces,
        Mandat.Contains(ListPeople.Mandated), Fiche.Contains("archive"), Descending, Apres, Colonnes, Size);

    protected override IRequest<int> Export(ListFile file) => new ListPeople.Export(Query, Ticked, file);
}
