using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

[Module(SpaceModules.Governance)]
public sealed class NewMandateModel(IMediator mediator) : MandateForm(mediator)
{
    [BindProperty] public AddMandate.Command Input { get; set; } = new();

    public AddMandate.Filled Form { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Form = await Send(new AddMandate.Form(Id));
        await Offer(Input.PersonId, Input.OrganisationId);
    }

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.BodyId = Id;
        await Send(Input);
        return To($"~/instances/{Id}", "Mandat ajouté.");
    }
}
