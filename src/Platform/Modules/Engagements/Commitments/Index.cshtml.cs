using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
[Menu(MenuGroup.Engagements, 10, "Engagements", "~/engagements", "flag", Word = "engagement")]
public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public List<string> Situation { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Etat { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Porteur { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Theme { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Coalition { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Suivi { get; set; } = [];
    [BindProperty(SupportsGet = true)] public List<string> Axe { get; set; } = [];
    [BindProperty(SupportsGet = true)] public string? Tri { get; set; }
    [BindProperty(SupportsGet = true)] public string? Sens { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ListCommitments.Answer Answer { get; private set; } = null!;
    public CommitmentFilter Filter { get; private set; } = new();

    protected internal override async Task Load()
    {
        Filter = new CommitmentFilter
        {
            Words = Q, Situations = Situation, States = [.. Etat.Select(CommitmentStates.FromSlug).OfType<CommitmentState>()],
            Holders = Ids(Porteur), Themes = Ids(Theme), Coalitions = Ids(Coalition), Facilitators = Ids(Suivi), Axes = Ids(Axe),
        };
        var order = Tri switch
        {
            "titre" => ListCommitments.Order.Title,
            "nouvelle" => ListCommitments.Order.News,
            "numero" => ListCommitments.Order.Number,
            _ => ListCommitments.Order.Due,
        };
        Answer = await Send(new ListCommitments.Query(Filter, order, Sens == "desc", Apres));
    }

    // An address edited by hand: what is no identifier narrows nothing.
    private static List<Guid> Ids(List<string> values) => [.. values.Where(v => Guid.TryParse(v, out _)).Select(Guid.Parse).Take(50)];
}
