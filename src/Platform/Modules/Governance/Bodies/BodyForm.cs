using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Governance.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

/// <summary>One page for a new body and for an existing one.</summary>
public abstract class BodyForm(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveBody.Command Input { get; set; } = new();

    public SaveBody.Command Stored { get; private set; } = new();

    protected abstract Guid? Existing { get; }

    protected internal override async Task Load() => Stored = await Send(new SaveBody.Form(Existing));

    protected override void Fill() => Input = Stored;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Existing;
        return To($"~/instances/{await Send(Input)}", Existing is null ? $"{Input.Name} est dans l’espace." : "Fiche enregistrée.");
    }
}

[Module(SpaceModules.Governance)]
public sealed class NewModel(IMediator mediator) : BodyForm(mediator)
{
    protected override Guid? Existing => null;
}

[Module(SpaceModules.Governance)]
public sealed class EditModel(IMediator mediator) : BodyForm(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    protected override Guid? Existing => Id;
}
