using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Serves the empty form and the filled one.</summary>
[Module(SpaceModules.Frameworks)]
public sealed class EditAxisModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid? Axis { get; set; }
    [BindProperty] public SaveAxis.Command Input { get; set; } = new();

    public SaveAxis.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SaveAxis.Form(Id, Axis));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.FrameworkId, Input.Id) = (Id, Axis);
        await Send(Input);
        return To($"~/cadres/{Id}", "Enregistré.");
    }
}
