using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

/// <summary>What to copy to show the road map, or one commitment, on another site.</summary>
[Module(SpaceModules.Roadmap), Published(Query = "engagement")]
public sealed class EmbedModel(IMediator mediator) : PublicPage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid? Engagement { get; set; }
    public string? Title { get; private set; }

    protected override async Task Read() => Title = Engagement is { } id ? (await Send(new ShowPublicCommitment.Query(id))).Title : null;
}
