using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Editions;

/// <summary>One page for a new edition and for an existing one.</summary>
public abstract class EditionForm(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveEdition.Command Input { get; set; } = new();

    public SaveEdition.Filled Form { get; private set; } = null!;

    protected abstract Guid? Existing { get; }

    protected internal override async Task Load() => Form = await Send(new SaveEdition.Form(Existing));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) => Form.Hosts.FirstOrDefault(h => h.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Existing;
        return To($"~/forum/{await Send(Input)}", Existing is null ? "L’édition est ouverte, avec son plan daté." : "Édition enregistrée.");
    }
}

[Module(SpaceModules.Forum)]
public sealed class NewModel(IMediator mediator) : EditionForm(mediator)
{
    protected override Guid? Existing => null;
}

[Module(SpaceModules.Forum)]
public sealed class EditModel(IMediator mediator) : EditionForm(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    protected override Guid? Existing => Id;
}
