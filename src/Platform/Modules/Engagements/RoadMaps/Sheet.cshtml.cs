using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.RoadMaps;

[Module(SpaceModules.Coalitions)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid Round { get; set; }
    [BindProperty] public AnswerRound.Command Input { get; set; } = new();

    public AnswerRound.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new AnswerRound.Query(Id, Round));

    // One organisation to answer for: it is the one.
    protected override void Fill() => Input = new() { OrganisationId = Answer.Mine.Count == 1 ? Answer.Mine[0].OrganisationId : null };

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.CoalitionId, Input.Id) = (Id, Round);
        await Send(Input);
        return To(Here, "La réponse est notée.");
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await Send(new AnswerRound.Close(Id, Round));
        return To(Here, "La version est close ; les réponses restent.");
    }

    private string Here => $"~/coalitions/{Id}/validations/{Round}";
}
