using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Log;

public sealed class MessageModel(IMediator mediator) : SpacePage(mediator)
{
    [FromRoute] public Guid Id { get; set; }
    public Messages.View Shown { get; private set; } = null!;

    protected internal override async Task Load() => Shown = await Send(new Messages.Query(Id));

    public async Task<IActionResult> OnPostResendAsync()
    {
        var to = await Send(new Messages.Resend(Id));
        return To($"~/messages/{Id}", $"Le message repart vers {to}.");
    }

    /// <summary>The mail's own HTML, for the frame.</summary>
    public async Task<IActionResult> OnGetHtmlAsync()
    {
        await Load();
        return MailFrame.Answer(this, Shown.Html);
    }
}
