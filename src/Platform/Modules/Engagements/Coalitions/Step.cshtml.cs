using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class StepModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Line { get; set; }
    [BindProperty] public TakeStep.Command Input { get; set; } = new();

    public TakeStep.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new TakeStep.Form(Id, Line));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CoalitionId, Input.LineId) = (Id, Line);
        var done = await Send(Input);
        return To($"~/coalitions/{Id}#guide", done.Activated ? "Étape franchie. C’était la dernière du lancement\u00a0: place à l’engagement." : "Étape enregistrée.");
    }
}
