using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Forum.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.PublicSite.Forum;

/// <summary>Behind the code of a coalition's stand: nobody is signed in and no cookie is kept, so that the form carries no token of one.
/// What it says has no effect of itself; whoever facilitates the coalition reads it.</summary>
[Module(SpaceModules.Forum), Published, IgnoreAntiforgeryToken]
public sealed class StandModel(IMediator mediator) : PublicPage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Coalition { get; set; }
    [BindProperty] public SpeakAtStand.Command Input { get; set; } = new();

    public SpeakAtStand.Stand Stand { get; private set; } = null!;
    public bool IsDone { get; private set; }

    protected override async Task Read() => Stand = await Send(new SpeakAtStand.Query(Id, Coalition));

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.EditionId, Input.CoalitionId) = (Id, Coalition);
        await Send(Input);
        IsDone = true;
        await Load();
        return Page();
    }
}
