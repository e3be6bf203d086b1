using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class RhythmModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public SetRhythm.Command Input { get; set; } = new();

    public SetRhythm.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SetRhythm.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.CoalitionId = Id;
        await Send(Input);
        return To($"~/coalitions/{Id}#travail", "Le rythme est enregistré.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await Send(new SetRhythm.Remove(Id));
        return To($"~/coalitions/{Id}#travail", "Plus de rythme régulier.");
    }
}
