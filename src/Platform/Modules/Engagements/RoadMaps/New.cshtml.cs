using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.RoadMaps;

[Module(SpaceModules.Coalitions)]
public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public OpenRound.Command Input { get; set; } = new();

    public OpenRound.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new OpenRound.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.CoalitionId = Id;
        return To($"~/coalitions/{Id}/validations/{await Send(Input)}", "La version est soumise : chacun peut répondre.");
    }
}
