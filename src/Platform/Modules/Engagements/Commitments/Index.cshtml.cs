using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Engagements, 10, "Engagements", "~/engagements", "flag", Word = "engagement")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Porteur { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Theme { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Coalition { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Suivi { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Axe { get; set; } = [];

    public ListCommitments.Answer Answer { get; private set; } = null!;

    public CommitmentFilter Filter => new()
    {
        Words = Q, Situations = Situation, States = [.. Etat.Select(CommitmentStates.FromSlug).OfType<CommitmentState>()],
        Holders = Ids(Porteur), Themes = Ids(Theme), Coalitions = Ids(Coalition), Facilitators = Ids(Suivi), Axes = Ids(Axe),
    };

    private ListCommitments.Order Order => Tri switch
    {
        "titre" => ListCommitments.Order.Title,
        "nouvelle" => ListCommitments.Order.News,
        "numero" => ListCommitments.Order.Number,
        _ => ListCommitments.Order.Due,
    };

    protected internal override async Task Load() => Answer = await Send(new ListCommitments.Query(Filter, Order, Descending, Apres, Colonnes));

    protected override IRequest<int> Export(ListFile file) => new ExportCommitments.Query(Filter, Order, Descending, Ids(Choix), Colonnes, file);
}
