using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Cascade;

[Module(SpaceModules.Governance)]
public sealed class ChooseModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public SetCascade.Command Input { get; set; } = new();

    public SetCascade.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SetCascade.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        var told = await Send(Input);
        return To($"~/decisions/{Id}", told == 0 ? "Déclinaison enregistrée." : $"Déclinaison enregistrée ; {French.Count(told, "personne est prévenue", "personnes sont prévenues")}.");
    }
}
