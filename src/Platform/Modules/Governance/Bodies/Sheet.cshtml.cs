using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Governance.Bodies;

[Module(SpaceModules.Governance)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    /// <summary>Everybody who ever sat in it, not the last ones only.</summary>
    [BindProperty(SupportsGet = true)] public bool Tout { get; set; }
    [BindProperty] public EndBody.Command Ending { get; set; } = new();

    public GetBody.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new GetBody.Query(Id, Tout));

    protected override void Fill() => Ending = new() { On = Answer.Today };

    public async Task<IActionResult> OnPostEndAsync()
    {
        Ending.Id = Id;
        await Send(Ending);
        return To($"~/instances/{Id}", Ending.Resume ? "La fiche n’a plus de date de fin." : "Date de fin enregistrée ; les mandats en cours s’arrêtent ce jour-là.");
    }
}
