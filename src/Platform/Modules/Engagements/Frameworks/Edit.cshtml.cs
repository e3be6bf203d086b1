using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

/// <summary>Serves the empty form and the filled one.</summary>
[Module(SpaceModules.Frameworks)]
public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid? Id { get; set; }
    [BindProperty] public SaveFramework.Command Input { get; set; } = new();

    public SaveFramework.Command Stored { get; private set; } = new();

    protected internal override async Task Load() => Stored = await Send(new SaveFramework.Form(Id));

    protected override void Fill() => Input = Stored;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        return To($"~/cadres/{await Send(Input)}", "Enregistré.");
    }
}
