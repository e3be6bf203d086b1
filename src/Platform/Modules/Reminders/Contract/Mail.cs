using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Contract;

/// <summary>Writes a mail in the caller's transaction: what caused it and the mail are saved together, or neither.</summary>
public static class Mail
{
    /// <param name="from">The space that writes; its name is the sender's.</param>
    public static void Queue(PlatformDb db, Space from, Letter letter)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(letter);
        db.Add(new OutboxMessage(letter, from, db.Clock.GetUtcNow()));
    }

    /// <summary>Empties the mails that went to somebody who is erased, and those that name them: that they were written stays.</summary>
    public static async Task Forget(PlatformDb db, IReadOnlyCollection<string> names, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(names);
        var messages = db.Set<OutboxMessage>();
        foreach (var address in addresses)
            foreach (var message in await messages.Where(m => m.ToAddress == address || m.Text.Contains(address)).ToListAsync(ct)) message.Empty();
        foreach (var name in names)
            foreach (var message in await messages.Where(m => m.Text.Contains(name) || m.Subject.Contains(name) || m.Cause.Contains(name) || m.ToName == name).ToListAsync(ct)) message.Empty();
    }
}
