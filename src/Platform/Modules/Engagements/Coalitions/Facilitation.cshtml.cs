using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class FacilitationModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EntrustFacilitation.Command Input { get; set; } = new();

    public EntrustFacilitation.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new EntrustFacilitation.Form(Id));

    protected override void Fill() => Input = new() { Since = Form.Today };

    public async Task<IActionResult> OnPostAsync()
    {
        Input.CoalitionId = Id;
        await Send(Input);
        return To($"~/coalitions/{Id}", "Animation confiée.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid term)
    {
        await Send(new EndFacilitation.Command(Id, term));
        return To($"~/coalitions/{Id}/animation", "L’animation se termine aujourd’hui.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid term)
    {
        await Send(new EndFacilitation.Remove(Id, term));
        return To($"~/coalitions/{Id}/animation", "Retiré\u00a0; le journal en garde la trace.");
    }
}
