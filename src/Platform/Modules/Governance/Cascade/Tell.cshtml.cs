using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

[Module(SpaceModules.Governance)]
public sealed class TellModel(IMediator mediator) : SpacePage(mediator)
{
    /// <summary>The decision.</summary>
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Ligne { get; set; }
    [BindProperty] public TellCascade.Command Input { get; set; } = new();

    public TellCascade.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new TellCascade.Form(Id, Ligne));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.DecisionId, Input.Id) = (Id, Ligne);
        await Send(Input);
        return To($"~/decisions/{Id}", "C’est noté.");
    }
}
