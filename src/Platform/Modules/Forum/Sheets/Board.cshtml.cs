using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Forum.Sheets;

[Module(SpaceModules.Forum)]
public sealed class BoardModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AskSheets.Command Input { get; set; } = new();

    public AskSheets.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new AskSheets.Query(Id));

    // Those who were never asked, or have not answered: what the button is for.
    protected override void Fill() => Input = new() { Coalitions = [.. Answer.Rows.Where(r => r.State != AskSheets.SheetState.UpToDate && !r.IsMute).Select(r => r.Id)] };

    public async Task<IActionResult> OnPostAskAsync()
    {
        Input.EditionId = Id;
        return To($"~/forum/{Id}/coalitions", $"{French.Count(await Send(Input), "personne est prévenue", "personnes sont prévenues")}.");
    }

    public async Task<IActionResult> OnPostProposeAsync()
    {
        var added = await Send(new AskSheets.Propose(Id, Input.Coalitions));
        return To($"~/forum/{Id}/programme", added == 0 ? "Chacune avait déjà sa présentation." : $"{French.Count(added, "présentation ajoutée", "présentations ajoutées")} au programme, à placer.");
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid coalition)
    {
        await Send(new AskSheets.Confirm(Id, coalition));
        return To($"~/forum/{Id}/coalitions", "La fiche est dite à jour.");
    }
}
