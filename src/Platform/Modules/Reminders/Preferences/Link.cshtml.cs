using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Preferences;

/// <summary>Where each mail leads who wants fewer of them. The signature of the address stands for the form's token: a mail reader
/// posts here by itself (RFC 8058), without a cookie. Opening the page changes nothing.</summary>
[IgnoreAntiforgeryToken]
public sealed class LinkModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public string Token { get; set; } = "";
    [BindProperty] public Choices.SaveByLink Input { get; set; } = new();
    public Choices.View? Shown { get; private set; }
    /// <summary>What was done, said on the answer itself: no cookie carries it.</summary>
    public string? Said { get; private set; }

    protected internal override async Task Load()
    {
        Shown = await Send(new Choices.ByLink(Token));
        if (Shown is null) Response.StatusCode = StatusCodes.Status404NotFound;
    }

    protected override void Fill()
    {
        if (Shown?.Current is { } current) Input = new() { Meetings = current.Meetings, Reminders = current.Reminders, News = current.News, Decisions = current.Decisions };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Input.Token = Token;
        if (await Send(Input)) Said = "Vos choix sont enregistrés.";
        return await Again();
    }

    public async Task<IActionResult> OnPostStopAsync()
    {
        if (await Send(new Choices.Unsubscribe(Token))) Said = "C’est noté\u00a0: vous ne recevrez plus ces messages.";
        return await Again();
    }

    private async Task<IActionResult> Again()
    {
        ModelState.Clear();
        await Load();
        Fill();
        return Page();
    }
}
