using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Members.People;

public sealed class EditModel(IMediator mediator) : PersonForm(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public EditPerson.Command Input { get; set; } = new();

    public EditPerson.Command Stored { get; private set; } = new();

    protected internal override async Task Load()
    {
        Stored = await Send(new EditPerson.Form(Id));
        await Offer(Input, Id, Stored.OrganisationId);
    }

    protected override void Fill() => Input = Stored;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/personnes/{Id}", "Fiche enregistrée.");
    }
}
