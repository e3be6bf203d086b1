using Platform.Kernel;

namespace Platform.Modules.Reminders.Mailbox;

public sealed class IndexModel(IMediator mediator) : SpacePage(mediator)
{
    public IReadOnlyList<ReadMailbox.Row> Messages { get; private set; } = [];

    protected internal override async Task Load() => Messages = await Send(new ReadMailbox.Query());
}
