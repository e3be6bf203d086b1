using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class EditMemberModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Member { get; set; }
    [BindProperty] public ChangeMember.Command Input { get; set; } = new();

    public ChangeMember.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new ChangeMember.Form(Id, Member));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CoalitionId, Input.Id) = (Id, Member);
        await Send(Input);
        return To($"~/coalitions/{Id}", Input.LeftOn is null ? "Enregistré." : "Départ noté.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await Send(new ChangeMember.Remove(Id, Member));
        return To($"~/coalitions/{Id}", "Retirée\u00a0; le journal en garde la trace.");
    }
}
