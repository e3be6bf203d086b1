using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

[Module(SpaceModules.Governance)]
public sealed class RulesModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public SetRules.Command Input { get; set; } = new();

    public SetRules.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SetRules.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/instances/{Id}", "Règles enregistrées.");
    }
}
