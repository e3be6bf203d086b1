using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>After a year, what a mail said serves nobody: the log keeps to whom it went, when and why (GDPR, article 5: no longer than needed).</summary>
public static class LightenOldMails
{
    [System]
    public sealed record Command : ICommand<int>;

    // The next day takes the rest.
    private const int AtOnce = 2000;

    internal sealed class Handler(PlatformDb db, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command command, CancellationToken ct)
        {
            var old = clock.GetUtcNow().AddYears(-1);
            var mails = await db.Set<OutboxMessage>().AsTracking().Where(m => m.CreatedAt < old && m.Text != "" && m.State != MailState.Queued && m.State != MailState.Retrying)
                .OrderBy(m => m.CreatedAt).Take(AtOnce).ToListAsync(ct);
            foreach (var mail in mails) mail.Lighten();
            return mails.Count;
        }
    }
}
