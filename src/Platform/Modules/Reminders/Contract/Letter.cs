using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Reminders.Contract;

/// <summary>What a mail is about, as its receiver would sort it. Each but the first and the last is a choice of its receiver.</summary>
public enum MailCategory : short
{
    /// <summary>Asked for, or a warning: no preference ever holds it back.</summary>
    [Display(Name = "Accès et sécurité du compte")] Account = 1,
    [Display(Name = "Réunions et convocations", Description = "Convocations, ordres du jour, changements de date, comptes rendus.")] Meetings,
    [Display(Name = "Rappels", Description = "Échéances qui approchent, nouvelles attendues, obligations récurrentes.")] Reminders,
    [Display(Name = "Nouvelles", Description = "Ce que deviennent les engagements que vous suivez.")] News,
    [Display(Name = "Décisions", Description = "Décisions prises et ce qu’elles attendent de votre structure.")] Decisions,
    /// <summary>What gathers the others.</summary>
    [Display(Name = "Récapitulatifs")] Digest,
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
    /// <summary>Titled lists between the paragraphs and the act: what a digest or a briefing is made of.</summary>
    public IReadOnlyList<LetterPart> Parts { get; init; } = [];
    /// <summary>The row that caused the mail.</summary>
    public Guid? SubjectId { get; init; }
    /// <summary>What that row is called: a digest gathers its lines under it.</summary>
    public string? About { get; init; }
    /// <summary>Never sent earlier. Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
    /// <summary>Never sent later: the log then says that it came too late.</summary>
    public DateTimeOffset? NotAfter { get; init; }
    /// <summary>Mails of one thread to one receiver go in the order in which they were written, and stand together in the mail reader.</summary>
    public string? Thread { get; init; }
    /// <summary>Asked of this person by name: no digest holds it back. Who wants no mail of the category still gets none.</summary>
    public bool IsDirect { get; init; }
    /// <summary>Where answers go; null: where the space says.</summary>
    public string? ReplyTo { get; init; }
    /// <summary>The account whose act the mail tells: nobody is told of their own acts.</summary>
    public Guid? CausedById { get; init; }
    public CalendarPart? Calendar { get; init; }
    /// <summary>Shown as a square code, before the act.</summary>
    public CodePart? Code { get; init; }
    /// <summary>Name of the <see cref="ILastLook"/> that is asked just before sending.</summary>
    public string? LastLook { get; init; }
}

/// <param name="IsSecret">Whoever holds the address may act in the receiver's name: it is kept apart from the text, shown to
/// nobody and forgotten once sent.</param>
public sealed record Act(string Label, string Address, bool IsSecret);

/// <summary>A titled list inside a mail.</summary>
/// <param name="Address">Where the title leads; null for none.</param>
public sealed record LetterPart(string Title, string? Address, IReadOnlyList<string> Lines);

/// <summary>A text that a telephone reads: a ticket. The picture goes with the mail, since nothing is loaded from elsewhere.</summary>
/// <param name="Text">Capital letters and digits, at most 64.</param>
/// <param name="Caption">Under the picture, and in its place where there is none.</param>
public sealed record CodePart(string Text, string Caption);

/// <summary>An iCalendar object that goes with the mail, shown by mail readers as an invitation.</summary>
/// <param name="Method">REQUEST, CANCEL or PUBLISH: the same as in the object.</param>
public sealed record CalendarPart(string FileName, string Method, string Content);

/// <summary>Asked in the space, just before a mail goes, whether it is still wanted: the thing may be done since it was written.
/// Registered by the module that writes such mails: <c>services.AddScoped&lt;ILastLook, …&gt;()</c>.</summary>
public interface ILastLook
{
    /// <summary>What letters say in <see cref="Letter.LastLook"/>.</summary>
    string Name { get; }

    /// <param name="subjectId">The letter's own.</param>
    /// <returns>Null: send it. Else why not, in French, for the log: "La nouvelle est arrivée entre-temps".</returns>
    Task<string?> WhyNot(Guid? subjectId, string key, CancellationToken ct);
}
