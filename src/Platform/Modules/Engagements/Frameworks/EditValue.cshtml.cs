using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Frameworks;

[Module(SpaceModules.Frameworks)]
public sealed class EditValueModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Value { get; set; }
    [BindProperty] public CorrectValue.Command Input { get; set; } = new();

    public CorrectValue.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new CorrectValue.Form(Id, Value));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.ObjectiveId, Input.Id) = (Id, Value);
        await Send(Input);
        return To($"~/cadres/objectifs/{Id}", "Relevé corrigé.");
    }
}
