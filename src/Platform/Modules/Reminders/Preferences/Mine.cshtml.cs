using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Preferences;

public sealed class MineModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty] public Choices.Save Input { get; set; } = new();
    public Choices.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new Choices.Mine());

    protected override void Fill()
    {
        var current = Shown.Current;
        Input = new() { Meetings = current.Meetings, Reminders = current.Reminders, News = current.News, Decisions = current.Decisions };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Send(Input);
        return To("~/mes-messages", "Vos choix sont enregistrés.");
    }
}
