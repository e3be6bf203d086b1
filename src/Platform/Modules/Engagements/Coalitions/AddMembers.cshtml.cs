using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class AddMembersModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AddMembers.Command Input { get; set; } = new();

    public AddMembers.Answer Form { get; private set; } = null!;

    protected internal override async Task Load() => Form = await Send(new AddMembers.Form(Id));

    protected override void Fill() => Input = Form.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.CoalitionId = Id;
        await Send(Input);
        return To($"~/coalitions/{Id}", Input.Organisations.Count == 1 ? "Une organisation ajoutée." : $"{Input.Organisations.Count} organisations ajoutées.");
    }
}
