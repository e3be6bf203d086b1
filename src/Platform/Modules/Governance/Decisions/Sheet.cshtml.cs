using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

[Module(SpaceModules.Governance)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public LinkCommitment.Command Linking { get; set; } = new();

    public GetDecision.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetDecision.Query(Id));

    public async Task<IActionResult> OnPostLinkAsync()
    {
        Linking.Id = Id;
        await Send(Linking);
        return To($"~/decisions/{Id}", Linking.Remove is null ? "Lien ajouté." : "Lien retiré.");
    }
}
