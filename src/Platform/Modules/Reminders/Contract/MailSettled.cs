using Platform.Kernel;

namespace Platform.Modules.Reminders.Contract;

/// <summary>What became of a mail, told in the transaction that notes it: for whoever shows it where it was asked for.</summary>
/// <param name="Key">The letter's own; likewise <paramref name="SubjectId"/>.</param>
/// <param name="Trouble">Why it did not get there, in the log's words; null when it did.</param>
public sealed record MailSettled(string Key, Guid? SubjectId, string? Trouble) : INotification;
