using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Tenancy.Settings;

public sealed class WordsModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public SaveWords.Command Input { get; set; } = new();
    private SaveWords.Command stored = new();

    protected internal override async Task Load() => stored = await Send(new SaveWords.Form());

    protected override void Fill() => Input = stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/parametres/vocabulaire", Input.Reset ? "L’espace parle de nouveau avec les mots habituels." : "Les mots sont enregistrés\u00a0: les pages les emploient dès maintenant.");
    }
}
