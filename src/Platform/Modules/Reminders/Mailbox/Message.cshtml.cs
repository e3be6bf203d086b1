using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Mailbox;

public sealed class MessageModel(IMediator mediator) : SpacePage(mediator)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public ReadMailbox.Message Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new ReadMailbox.One(Id));

    /// <summary>The mail's own HTML, for the frame.</summary>
    public async Task<IActionResult> OnGetHtmlAsync()
    {
        await Load();
        return MailFrame.Answer(this, Shown.Html, opens: true);
    }
}
