using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Door;

[Module(SpaceModules.Forum)]
public sealed class DoorModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? Seance { get; set; }
    /// <summary>The try whose answer is shown.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Dit { get; set; }
    [BindProperty] public CheckIn.Command Input { get; set; } = new();

    public ShowDoor.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load()
    {
        Answer = await Send(new ShowDoor.Query(Id, Q, Seance, Dit));
        // The form of somebody who is on no list holds one, empty or as it was typed.
        if (Input.Items.Count == 0) Input.Items.Add(new());
    }

    public async Task<IActionResult> OnGetListAsync(long? depuis) => new JsonResult(await Send(new ShowDoor.List(Id, depuis)));

    /// <summary>From a form, the page says what became of it; from the script of the page, it is told as data.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Input.EditionId = Id;
        var said = await Send(Input);
        if (Request.Headers.Accept == "application/json") return new JsonResult(said);
        return To($"~/forum/{Id}/accueil?dit={Input.Items[0].Undo ?? said[0].Nonce}{(Seance is { } session ? $"&seance={session}" : "")}");
    }
}
