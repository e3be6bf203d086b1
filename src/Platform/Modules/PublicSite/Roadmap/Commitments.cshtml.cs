using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

[Module(SpaceModules.Roadmap), Published(Query = "q,theme,axe,porteur,situation,apres")]
public sealed class CommitmentsModel(IMediator mediator) : PublicPage(mediator)
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Theme { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Axe { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Porteur { get; set; }
    [BindProperty(SupportsGet = true)] public string? Situation { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public RoadmapFilter Filter { get; private set; } = new();
    public ListPublicCommitments.Answer List { get; private set; } = null!;

    protected override async Task Read()
    {
        Filter = new() { Words = Q, Theme = Theme, Axis = Axe, Holder = Porteur, Outcome = Outcomes.FromSlug(Situation) };
        List = await Send(new ListPublicCommitments.Query(Filter, Apres));
    }

    /// <summary>The following page: what was understood of the address, and nothing else of it.</summary>
    public string Next() => new QueryBuilder(new (string Name, string? Value)[]
    {
        ("q", Q), ("theme", Theme?.ToString()), ("axe", Axe?.ToString()), ("porteur", Porteur?.ToString()),
        ("situation", Filter.Outcome is { } outcome ? EnumNames.Slug(outcome) : null), ("apres", List.Page.Next),
    }.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!))).ToString();
}
