using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Obligations;

/// <summary>A new obligation, and the change of one.</summary>
public sealed class EditModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid? Id { get; set; }
    [BindProperty] public SaveObligation.Command Input { get; set; } = new();

    public SaveObligation.Filled Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new SaveObligation.Form(Id));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) => Form.People.FirstOrDefault(p => p.Id == id)?.Shown;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        var id = await Send(Input);
        return To($"~/obligations/{id}", Id is null ? "Elle reviendra d’elle-même." : "Enregistré : les tâches ouvertes suivent le nouveau calendrier.");
    }
}
