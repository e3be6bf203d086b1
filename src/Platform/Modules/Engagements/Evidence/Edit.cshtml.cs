using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Engagements.Evidence;

public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditDocument.Command Input { get; set; } = new();
    [BindProperty] public EditDocument.Remove Removal { get; set; } = new();

    public EditDocument.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new EditDocument.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        return To(await Send(Input), Input.IsPublic ? "Le document est montré au public." : "Le document reste interne.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        Removal.Id = Id;
        return To(await Send(Removal), "Document retiré : son contenu est supprimé.");
    }
}
