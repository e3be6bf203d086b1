using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Reminders.Contract;

/// <summary>What a mail is about, as its receiver would sort it.</summary>
public enum MailCategory : short
{
    /// <summary>Asked for, or a warning: no preference ever holds it back.</summary>
    [Display(Name = "Accès et sécurité du compte")] Account = 1,
}

/// <summary>One mail: plain, personal, one purpose. The layout adds the greeting, the space and the reason why it was sent.</summary>
/// <param name="Key">The same key in a space is the same mail: written twice, it goes once.</param>
/// <param name="Name">Of the receiver; null when only the address is known.</param>
/// <param name="Cause">Why this mail exists, for the administrator who reads the log: "Invitation de Claire Morvan".</param>
/// <param name="Paragraphs">Before the act, in plain sentences.</param>
public sealed record Letter(string Key, MailCategory Category, string? Name, string Address, string Subject, string Cause, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The one thing to do.</summary>
    public Act? Act { get; init; }
    /// <summary>After the act: until when, what to do if it was not asked for.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
    /// <summary>The row that caused the mail.</summary>
    public Guid? SubjectId { get; init; }
}

/// <param name="IsSecret">Whoever holds the address may act in the receiver's name: it is kept apart from the text, shown to
/// nobody and forgotten once sent.</param>
public sealed record Act(string Label, string Address, bool IsSecret);
