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

    public CoalitionFilter Filter => new() { Words = Q, States = State, Kinds = Kind, Themes = Theme, Facilitation = Facilitation };
    public ListCoalitions.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new ListCoalitions.Query(Filter, Apres, Colonnes, Size));

    protected override IRequest<int> Export(ListFile file) => new ListCoalitions.Export(new(Filter, null, Colonnes), file);
}
