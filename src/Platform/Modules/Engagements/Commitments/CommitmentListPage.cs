using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Evidence;
using Platform.Modules.Shared.Lists;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>The state of the list of commitments as it stands in the address, for the list and for the acts on it.</summary>
public abstract class CommitmentListPage(IMediator mediator) : ListPage(mediator)
{
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Porteur { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Theme { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Coalition { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Suivi { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Axe { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Preuve { get; set; } = [];

    public CommitmentFilter Filter => new()
    {
        Words = Q, Situations = Situation, States = [.. Etat.Select(CommitmentStates.FromSlug).OfType<CommitmentState>()],
        Holders = Ids(Porteur), Themes = Ids(Theme), Coalitions = Ids(Coalition), Facilitators = Ids(Suivi), Axes = Ids(Axe),
        Evidence = EnumNames.FromSlugs<EvidenceLevel>(Preuve),
    };

    protected ListCommitments.Order Order => Tri switch
    {
        "titre" => ListCommitments.Order.Title,
        "nouvelle" => ListCommitments.Order.News,
        "numero" => ListCommitments.Order.Number,
        _ => ListCommitments.Order.Due,
    };

    protected override IRequest<int> Export(ListFile file) => new ExportCommitments.Query(Filter, Order, Descending, Ticked, Colonnes, file);
}
