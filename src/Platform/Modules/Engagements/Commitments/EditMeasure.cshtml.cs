using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Commitments;

[Module(SpaceModules.Engagements)]
public sealed class EditMeasureModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Measure { get; set; }
    [BindProperty] public EditMeasure.Command Input { get; set; } = new();
    [BindProperty] public DropMeasure.Command Drop { get; set; } = new();

    public EditMeasure.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new EditMeasure.Form(Id, Measure));

    protected override void Fill() => Input = Form.Command;

    protected internal override string? NameOf(Guid id) =>
        Form.Organisations.FirstOrDefault(o => o.Id == id)?.Name ?? Form.People.FirstOrDefault(p => p.Id == id)?.Shown;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CommitmentId, Input.Id) = (Id, Measure);
        await Send(Input);
        return To($"~/engagements/{Id}#mesures", "Enregistré.");
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        (Drop.CommitmentId, Drop.Id) = (Id, Measure);
        await Send(Drop);
        return To($"~/engagements/{Id}#mesures", "Abandon enregistré, avec son motif.");
    }
}
