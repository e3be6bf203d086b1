using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

[Module(SpaceModules.Coalitions)]
public sealed class NewModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AskSupport.Command Input { get; set; } = new();

    public AskSupport.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new AskSupport.Form(Id));

    public async Task<IActionResult> OnPostAsync()
    {
        Input.CoalitionId = Id;
        return To($"~/demandes/{await Send(Input)}", "La demande est envoyée.");
    }
}
