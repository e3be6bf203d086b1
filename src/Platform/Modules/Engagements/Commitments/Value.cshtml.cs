using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class ValueModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Indicator { get; set; }
    [BindProperty] public NoteValue.Command Input { get; set; } = new();

    public NoteValue.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new NoteValue.Form(Id, Indicator));

    protected override void Fill() => Input = new NoteValue.Command { On = Form.Today };

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.IndicatorId) = (Id, Indicator);
        await Send(Input);
        return To($"~/engagements/{Id}#indicateur-{Indicator}", "Valeur notée.");
    }
}
