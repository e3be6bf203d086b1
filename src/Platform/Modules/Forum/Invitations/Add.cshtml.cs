using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Invitations;

[Module(SpaceModules.Forum), ReceivesFiles]
public sealed class AddModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AddGuests.Command Input { get; set; } = new();

    public AddGuests.Filled Form { get; private set; } = null!;
    /// <summary>What was found; null until it has been looked at.</summary>
    public AddGuests.Outlook? Outlook { get; private set; }

    protected internal override async Task Load() => Form = await Send(new AddGuests.Form(Id));

    protected internal override string? NameOf(Guid id) => Form.Groups.FirstOrDefault(g => g.Id == id)?.Name;

    /// <summary>Looks, and changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        Outlook = await Send(new AddGuests.Look(Input));
        await Load();
        // The table stands in the page now, whatever it came in.
        Input = Input with { Pasted = Outlook.Text, File = null, Columns = [.. Outlook.Columns] };
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync()
    {
        Input.EditionId = Id;
        var added = await Send(Input);
        return To($"~/forum/{Id}/invites", added == 0 ? "Personne de plus : tous étaient déjà dans la liste." : $"{French.Count(added, "invité ajouté", "invités ajoutés")}. Rien n’est encore parti.");
    }
}
