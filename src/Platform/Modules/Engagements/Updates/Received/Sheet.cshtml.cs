using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Engagements.Updates.Received;

[Module(SpaceModules.Engagements)]
public sealed class SheetModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Recue { get; set; }
    [BindProperty] public SettleNews.Accept Input { get; set; } = new();
    [BindProperty] public SettleNews.Reply Question { get; set; } = new();

    public SettleNews.Answer Answer { get; private set; } = null!;

    protected internal override async Task Load() => Answer = await Send(new SettleNews.Query(Recue));

    protected override void Fill() => (Input, Question) = (new() { Version = Answer.Version }, new() { Version = Answer.Version });

    public async Task<IActionResult> OnPostAcceptAsync()
    {
        Input.Id = Recue;
        return To($"~/engagements/{await Send(Input)}#histoire", "La nouvelle est publiée.");
    }

    public async Task<IActionResult> OnPostReplyAsync()
    {
        Question.Id = Recue;
        return To($"~/nouvelles/{Recue}", await Send(Question) ? "Votre réponse est partie, avec un nouveau lien." : "C’est noté. Rien n’a été envoyé.");
    }
}
