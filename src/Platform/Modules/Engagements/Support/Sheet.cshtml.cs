using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Support;

[Module(SpaceModules.Coalitions)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public AnswerSupport.Command Input { get; set; } = new();

    public AnswerSupport.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new AnswerSupport.Query(Id));

    protected override void Fill() => Input = Answer.Command;

    protected internal override string? NameOf(Guid id) => Answer.People.FirstOrDefault(p => p.Id == id)?.Shown;

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Id = Id;
        await Send(Input);
        return To($"~/demandes/{Id}", "La réponse est enregistrée.");
    }
}
