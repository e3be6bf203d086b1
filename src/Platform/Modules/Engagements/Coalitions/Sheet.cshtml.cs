using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Coalitions;

[Module(SpaceModules.Coalitions)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>Every member, term and version, not the first ones only.</summary>
    [BindProperty(SupportsGet = true)] public bool Tout { get; set; }

    public GetCoalition.Sheet Sheet { get; private set; } = null!;

    protected internal override async Task Load() => Sheet = await Send(new GetCoalition.Query(Id, Tout));

    /// <summary>One click: taken today. The date and a note may be put right afterwards.</summary>
    public async Task<IActionResult> OnPostTakeAsync(Guid line)
    {
        var step = new TakeStep.Command { CoalitionId = Id, LineId = line };
        TakeStep.Done done;
        try
        {
            done = await Send(step);
        }
        // A double click sends it twice: the second finds the step taken.
        catch (Failure refused) when (refused is Conflict or RuleViolation { Code: "duplicate" })
        {
            done = await Send(step);
        }
        return To($"~/coalitions/{Id}#guide", done.Activated ? "Étape franchie. C’était la dernière du lancement\u00a0: place à l’engagement." : "Étape franchie.");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid line)
    {
        await Send(new TakeStep.Undo(Id, line));
        return To($"~/coalitions/{Id}#guide", "L’étape est de nouveau à franchir.");
    }
}
