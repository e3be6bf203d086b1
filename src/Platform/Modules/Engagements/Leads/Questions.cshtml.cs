using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Leads;

[Module(SpaceModules.Leads)]
public sealed class QuestionsModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public EditQuestions.Command Input { get; set; } = new();

    public IReadOnlyList<EditQuestions.Row> Questions { get; private set; } = [];

    protected internal override async Task Load() => Questions = await Send(new EditQuestions.Query());

    public Task<IActionResult> OnPostAsync() => Do(Input, Input.Id is null ? "Question ajoutée." : "Question reformulée.");

    public Task<IActionResult> OnPostBeginAsync() => Do(new EditQuestions.Begin(), "Ces questions sont maintenant celles de l’espace.");

    public Task<IActionResult> OnPostUpAsync(Guid question) => Do(new EditQuestions.Move(question, true), null);

    public Task<IActionResult> OnPostDownAsync(Guid question) => Do(new EditQuestions.Move(question, false), null);

    public Task<IActionResult> OnPostRetireAsync(Guid question) => Do(new EditQuestions.Retire(question), "Question retirée\u00a0: les réponses déjà données restent sur les fiches.");

    public Task<IActionResult> OnPostRestoreAsync(Guid question) => Do(new EditQuestions.Restore(question), "La question est de nouveau posée.");

    private async Task<IActionResult> Do(ICommand act, string? done)
    {
        await Send(act);
        return To("~/pistes/questions", done);
    }
}
