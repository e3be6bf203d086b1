using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class NewMeasuresModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AddMeasures.Command Input { get; set; } = new();

    public AddMeasures.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new AddMeasures.Form(Id));

    protected override void Fill() => Input = new AddMeasures.Command { Known = Form.Known };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.CommitmentId = Id;
        await Send(Input);
        return To($"~/engagements/{Id}#mesures", "C’est ajouté.");
    }
}
