using Microsoft.EntityFrameworkCore;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Outbox;
using Platform.Modules.Reminders.Preferences;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Contract;

/// <summary>Writes mails in the caller's transaction: what caused a mail and the mail are saved together, or neither.</summary>
public static class Mail
{
    /// <summary>For a mail that cannot have been written before: a second one under the same key fails the caller's transaction.</summary>
    /// <param name="from">The space that writes; its name is the sender's.</param>
    public static void Queue(PlatformDb db, Space from, Letter letter)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(letter);
        var message = new OutboxMessage(letter, from, db.Clock.GetUtcNow());
        db.Add(message);
        db.Add(new MailDue(message, from.Id));
    }

    /// <summary>For jobs, which may run twice: what was written before is left out.</summary>
    /// <returns>How many were written now.</returns>
    public static async Task<int> QueueOnce(PlatformDb db, Space from, IReadOnlyCollection<Letter> letters, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(letters);
        var written = 0;
        foreach (var some in letters.DistinctBy(l => l.Key).Chunk(1000))
        {
            var keys = some.Select(l => l.Key).ToList();
            var known = (await db.Set<OutboxMessage>().Where(m => keys.Contains(m.IdempotencyKey)).Select(m => m.IdempotencyKey).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
            foreach (var letter in some.Where(l => !known.Contains(l.Key)))
            {
                Queue(db, from, letter);
                written++;
            }
        }
        return written;
    }

    /// <summary>Takes back what has not gone yet, by the beginning of its key: the meeting is cancelled, the thing is done.</summary>
    /// <param name="why">In French, for the log.</param>
    /// <returns>How many will not go. One that a server is being told at this very moment may still go.</returns>
    public static async Task<int> Withdraw(PlatformDb db, string keyPrefix, string why, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentException.ThrowIfNullOrEmpty(keyPrefix);
        var waiting = await db.Set<OutboxMessage>().AsTracking().Where(m => m.IdempotencyKey.StartsWith(keyPrefix)
            && (m.State == MailState.Queued || m.State == MailState.Retrying || m.State == MailState.Digest)).ToListAsync(ct);
        foreach (var message in waiting) message.Withdraw(why);
        var ids = waiting.ConvertAll(m => m.Id);
        await MailQueue.Remove(db, ids, ct);
        return waiting.Count;
    }

    /// <summary>Of these addresses, those whose holders want no mail of that category: to show before an act by hand.</summary>
    public static async Task<IReadOnlySet<string>> Unwanted(PlatformDb db, MailCategory category, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = addresses.Select(MailPreference.Normal).ToList();
        var refused = await db.Set<MailPreference>().Where(p => p.Category == category && p.Frequency == MailFrequency.Never && keys.Contains(p.Address)).Select(p => p.Address).ToListAsync(ct);
        return refused.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Empties the mails caused by these rows, and takes back those that have not gone: that they were written stays.</summary>
    public static async Task ForgetAbout(PlatformDb db, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var messages = await db.Set<OutboxMessage>().AsTracking().Where(m => m.SubjectId != null && subjects.Contains(m.SubjectId.Value) && m.ToAddress != "").ToListAsync(ct);
        foreach (var message in messages) message.Empty();
        await MailQueue.Remove(db, messages.ConvertAll(m => m.Id), ct);
    }

    /// <summary>What the holder of an address has chosen to receive goes on under the new one.</summary>
    public static async Task Move(PlatformDb db, string former, string address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (from, to) = (MailPreference.Normal(former), MailPreference.Normal(address));
        var choices = await db.Set<MailPreference>().AsTracking().Where(p => p.Address == from || p.Address == to).ToListAsync(ct);
        foreach (var choice in choices.Where(p => p.Address == from))
        {
            if (choices.Find(p => p.Address == to && p.Category == choice.Category) is { } known) known.Become(choice.Frequency);
            else db.Add(new MailPreference(to, choice.Category, choice.Frequency));
            db.Remove(choice);
        }
    }

    /// <summary>What was written to these addresses: for whoever asks what the space holds about them.</summary>
    public static async Task<IReadOnlyList<(DateTimeOffset At, string Subject, string State)>> WrittenTo(PlatformDb db, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = addresses.Concat(addresses.Select(MailPreference.Normal)).Distinct().ToList();
        var written = await db.Set<OutboxMessage>().AsNoTracking().Where(m => keys.Contains(m.ToAddress)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => new { m.CreatedAt, m.Subject, m.State }).ToListAsync(ct);
        return written.ConvertAll(m => (m.CreatedAt, m.Subject, EnumNames.Of(m.State)));
    }

    /// <summary>Empties the mails that went to somebody who is erased, and those that name them: that they were written stays.</summary>
    public static async Task Forget(PlatformDb db, IReadOnlyCollection<string> names, IReadOnlyCollection<string> addresses, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(addresses);
        var messages = db.Set<OutboxMessage>();
        var emptied = new List<Guid>();
        foreach (var address in addresses)
            foreach (var message in await messages.Where(m => m.ToAddress == address || m.Text.Contains(address)).ToListAsync(ct)) Empty(message);
        foreach (var name in names)
        {
            // One word alone stands in anybody's mails.
            var isWhole = name.Contains(' ');
            foreach (var message in await messages.Where(m => m.ToName == name || (isWhole && (m.Text.Contains(name) || m.Subject.Contains(name) || m.Cause.Contains(name)))).ToListAsync(ct)) Empty(message);
        }
        await MailQueue.Remove(db, emptied, ct);
        var keys = addresses.Select(MailPreference.Normal).ToList();
        db.RemoveRange(await db.Set<MailPreference>().Where(p => keys.Contains(p.Address)).ToListAsync(ct));

        void Empty(OutboxMessage message)
        {
            message.Empty();
            emptied.Add(message.Id);
        }
    }
}
