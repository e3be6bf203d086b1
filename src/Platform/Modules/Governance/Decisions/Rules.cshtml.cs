using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

[Module(SpaceModules.Governance)]
public sealed class RulesModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SetDecisionRules.Command Input { get; set; } = new();

    public SetDecisionRules.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SetDecisionRules.Form());

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/decisions/regles", "Règles enregistrées. Les numéros déjà donnés ne changent pas.");
    }
}
