using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Engagements.Contract.Roadmap;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Roadmap;

[Module(SpaceModules.Roadmap), Published(Query = "apres")]
public sealed class CommitmentModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery(Name = "apres")] public string? After { get; set; }
    public ShowPublicCommitment.Sheet Sheet { get; private set; } = null!;

    protected override async Task Read() => Sheet = await Send(new ShowPublicCommitment.Query(Id, After));
}

/// <summary>The same in a frame of another site.</summary>
[Module(SpaceModules.Roadmap), Published(Embeddable = true)]
public sealed class CommitmentCardModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public ShowPublicCommitment.Sheet Sheet { get; private set; } = null!;

    protected override async Task Read() => Sheet = await Send(new ShowPublicCommitment.Query(Id));
}
