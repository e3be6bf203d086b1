using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

[Module(SpaceModules.Forum)]
public sealed class GroupsModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public EditGroups.Command Input { get; set; } = new();
    [BindProperty] public EditGroups.PerMember Each { get; set; } = new();

    public EditGroups.Filled Form { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Form = await Send(new EditGroups.Form(Id));
        if (Input.Lines.Count == 0) Input = Form.Command;
    }

    protected internal override string? NameOf(Guid id) => Form.Organisations.FirstOrDefault(o => o.Id == id)?.Name;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        await Send(Input);
        return To($"~/forum/{Id}/groupes", "Groupes enregistrés.");
    }

    public async Task<IActionResult> OnPostEachAsync()
    {
        Each.EditionId = Id;
        return To($"~/forum/{Id}/groupes", $"{French.Count(await Send(Each), "groupe ajouté", "groupes ajoutés")}.");
    }
}
