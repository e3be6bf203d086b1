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
}
