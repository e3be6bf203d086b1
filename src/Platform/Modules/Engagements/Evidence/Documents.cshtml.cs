using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Evidence;

/// <summary>One page for the documents of a commitment and for those of a coalition.</summary>
public abstract class DocumentsPage(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Apres { get; set; }

    public ListDocuments.Answer Answer { get; private set; } = null!;

    protected abstract ListDocuments.Query Query { get; }

    protected internal override async Task Load() => Answer = await Send(Query);
}

[Module(SpaceModules.Engagements)]
public sealed class DocumentsModel(IMediator mediator) : DocumentsPage(mediator)
{
    protected override ListDocuments.Query Query => new(Id, null, Apres);
}

[Module(SpaceModules.Coalitions)]
public sealed class CoalitionDocumentsModel(IMediator mediator) : DocumentsPage(mediator)
{
    protected override ListDocuments.Query Query => new(null, Id, Apres);
}
