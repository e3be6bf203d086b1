using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Decisions;

/// <summary>One page for a new decision and for an existing one.</summary>
public abstract class DecisionForm(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveDecision.Command Input { get; set; } = new();

    public SaveDecision.Filled Form { get; private set; } = null!;

    protected abstract Guid? Existing { get; }

    protected internal override async Task Load() => Form = await Send(new SaveDecision.Form(Existing));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) => Form.Bodies.FirstOrDefault(b => b.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Existing;
        return To($"~/decisions/{await Send(Input)}", "Décision enregistrée.");
    }
}

[Module(SpaceModules.Governance)]
public sealed class NewModel(IMediator mediator) : DecisionForm(mediator)
{
    protected override Guid? Existing => null;
}

[Module(SpaceModules.Governance)]
public sealed class EditModel(IMediator mediator) : DecisionForm(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    protected override Guid? Existing => Id;
}
