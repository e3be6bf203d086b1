using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Shared.Lists;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
[Menu(MenuGroup.Engagements, 20, "Coalitions", "~/coalitions", "users-group", Word = "coalition")]
public sealed class IndexModel(IMediator mediator) : ListPage(mediator)
{
    [FromQuery(Name = "etat")] public List<string> State { get; set; } = [];
    [FromQuery(Name = "perimetre")] public List<string> Kind { get; set; } = [];
    [FromQuery(Name = "theme")] public List<string> Theme { get; set; } = [];
    [FromQuery(Name = "animation")] public List<string> Facilitation { get; set; } = [];

    public ListCoalitions.Answer Answer { get; private set; } = null!;

    private ListCoalitions.Query Query => new(new()
    {
        Words = Q, States = [.. Enum.GetValues<CoalitionState>().Where(s => State.Contains(s.Slug()))], Kinds = [.. Enum.GetValues<PerimeterKind>().Where(k => Kind.Contains(k.Slug()))],
        Themes = Ids(Theme), Facilitation = Facilitation,
    }, Tri == "lancement" ? ListCoalitions.Order.Started : ListCoalitions.Order.Name, Descending, Apres, Colonnes, Size);

    protected internal override async Task Load() => Answer = await Send(Query);

    protected override IRequest<int> Export(ListFile file) => new ListCoalitions.Export(Query, Ids(Choix), file);
}
