using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

[Module(SpaceModules.Governance)]
public sealed class MandateModel(IMediator mediator) : MandateForm(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Mandat { get; set; }
    [BindProperty] public ReplaceMandate.Command Replacing { get; set; } = new();
    [BindProperty] public EndMandate.Command Ending { get; set; } = new();
    [BindProperty] public EditMandate.Command Input { get; set; } = new();

    public EditMandate.Filled Form { get; private set; } = null!;
    public DateOnly Today => Form.Today;

    protected internal override async Task Load()
    {
        Form = await Send(new EditMandate.Form(Id, Mandat));
        await Offer(Form.Command.PersonId, Form.Command.OrganisationId);
        // Only one of the three forms was sent: the two others show what is stored.
        if (Input.Function is null) Input = Form.Command;
    }

    protected override void Fill() => (Replacing, Ending) = (new() { OrganisationId = Form.Command.OrganisationId, From = Today }, new() { On = Today });

    public async Task<IActionResult> OnPostReplaceAsync()
    {
        (Replacing.BodyId, Replacing.Id) = (Id, Mandat);
        await Send(Replacing);
        return To($"~/instances/{Id}", Replacing.PersonId is null ? "La fonction est vacante à partir de ce jour." : "Remplacement enregistré.");
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        (Ending.BodyId, Ending.Id) = (Id, Mandat);
        await Send(Ending);
        return To($"~/instances/{Id}", "Fin du mandat enregistrée.");
    }

    public async Task<IActionResult> OnPostCorrectAsync()
    {
        (Input.BodyId, Input.Id) = (Id, Mandat);
        await Send(Input);
        return To($"~/instances/{Id}", "Mandat corrigé.");
    }
}
