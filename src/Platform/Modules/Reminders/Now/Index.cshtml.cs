using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;
using Platform.Modules.Reminders.Rules;

namespace Platform.Modules.Reminders.Now;

public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute(Name = "regle")] public string Slug { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public RemindNow.Command Input { get; set; } = new();

    public RemindNow.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new RemindNow.Form(KindBook.Named(Slug), Id));

    protected override void Fill() => Input = Shown.Command;

    public async Task<IActionResult> OnPostAsync()
    {
        (Input.Kind, Input.Id) = (KindBook.Named(Slug), Id);
        var done = await Send(Input);
        return To($"~{done.Back}", done.Sentence);
    }

    /// <summary>The mail itself, for the frame.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(int n = 0)
    {
        await Load();
        if (Shown.Mails.Count == 0) return NotFound();
        return MailFrame.Answer(this, Shown.Mails[Math.Clamp(n, 0, Shown.Mails.Count - 1)].Html);
    }
}
