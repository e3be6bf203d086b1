using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

[Module(SpaceModules.Governance)]
[Menu(MenuGroup.Governance, 30, "Décisions", "~/decisions", "scale")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Resultat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Instance { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Annee { get; set; } = [];

    public ListDecisions.Answer Answer { get; private set; } = null!;

    private DecisionFilter Filter => new() { Words = Q, Situations = Situation, Outcomes = EnumNames.FromSlugs<Outcome>(Resultat), Bodies = Ids(Instance), Years = Numbers(Annee) };

    private ListDecisions.Query Query => new(Filter, Apres, Colonnes, Size, Tri == "date" && !Descending);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListDecisions.Export(Query, file);

    public async Task<IActionResult> OnGetScdlAsync()
    {
        var file = new ListFile(ListFile.Csv) { IsOpenData = true };
        Response.RegisterForDisposeAsync(file);
        await Send(new ListDecisions.Scdl(Filter, file));
        return File(file.Read(), file.ContentType, file.Name);
    }
}
