using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

[Module(SpaceModules.Forum)]
public sealed class GuestModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Invite { get; set; }
    [BindProperty] public EditGuest.Command Input { get; set; } = new();

    public EditGuest.Filled Form { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Form = await Send(new EditGuest.Form(Id, Invite));
        Room(Input);
    }

    // A line for each who may come along.
    private void Room(EditGuest.Command input)
    {
        while (input.Companions.Count < Form.Companions) input.Companions.Add(null);
    }

    protected override void Fill() => Room(Input = Form.Command);

    protected internal override string? NameOf(Guid id) => Form.Groups.FirstOrDefault(g => g.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.EditionId, Input.Id) = (Id, Invite);
        return To($"~/forum/{Id}/invites", await Send(Input));
    }
}
