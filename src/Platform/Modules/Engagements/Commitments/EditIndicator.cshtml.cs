using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

/// <summary>Serves the empty form and the filled one.</summary>
[Module(SpaceModules.Engagements)]
public sealed class EditIndicatorModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid? Indicator { get; set; }
    [BindProperty] public SaveIndicator.Command Input { get; set; } = new();

    public SaveIndicator.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SaveIndicator.Form(Id, Indicator));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.Id) = (Id, Indicator);
        return To($"~/engagements/{Id}#indicateur-{await Send(Input)}", "Indicateur enregistré.");
    }
}
