using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Outbox;

public enum MailState : short
{
    [Display(Name = "À envoyer")] Queued = 1,
    [Display(Name = "Envoyé")] Sent,
    [Display(Name = "Nouvel essai prévu")] Retrying,
    [Display(Name = "Non remis")] Dead,
    [Display(Name = "Retiré avant l’envoi")] Withdrawn,
    [Display(Name = "Arrivé trop tard")] TooLate,
    [Display(Name = "Non souhaité")] Silenced,
    [Display(Name = "Attend un récapitulatif")] Digest,
    [Display(Name = "Dans un récapitulatif")] Digested,
    [Display(Name = "Boîte aux lettres")] Kept,
}

/// <summary>A mail as it will be sent. Written with what caused it, then never changed but for its delivery. The personal link of a
/// mail stands apart from the text, so that no page or export of the log can show it.</summary>
[Display(Name = "Message"), NotAudited]
public sealed class OutboxMessage : TenantOwned
{
    public const int KeyLength = 160, SubjectLength = 200, ReplyLength = 300;

    private OutboxMessage() { }

    internal OutboxMessage(Letter letter, Space from, DateTimeOffset now)
    {
        (IdempotencyKey, Category, SubjectId, Cause) = (letter.Key, letter.Category, letter.SubjectId, Cut(letter.Cause, 300));
        (FromName, ToName, ToAddress) = (Cut(from.SenderName, 160), letter.Name is null ? null : Cut(letter.Name, 160), letter.Address);
        (Subject, CreatedAt, State) = (Cut(letter.Subject, SubjectLength), now, MailState.Queued);
        Secret = letter.Act is { IsSecret: true } act ? act.Address : null;
        Link = letter.Act is { IsSecret: false } open ? open.Address : null;
        (Text, Html) = (LetterLayout.Text(letter, from), LetterLayout.Html(letter, from));
        (NotBefore, NotAfter, Thread, IsDirect) = (letter.NotBefore, letter.NotAfter, letter.Thread, letter.IsDirect);
        (ReplyTo, CausedById, LastLook, About) = (letter.ReplyTo, letter.CausedById, letter.LastLook, letter.About is null ? null : Cut(letter.About, SubjectLength));
        if (letter.Calendar is { } calendar) (CalendarName, CalendarMethod, Calendar) = (calendar.FileName, calendar.Method, calendar.Content);
    }

    /// <summary>Unique in the space: what must be sent once is written once, whoever tries again.</summary>
    public string IdempotencyKey { get; private set; } = "";
    public MailCategory Category { get; private set; }
    public string FromName { get; private set; } = "";
    public string? ToName { get; private set; }
    public string ToAddress { get; private set; } = "";
    public string? ReplyTo { get; private set; }
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    /// <summary>The address that stands where the texts say <see cref="LetterLayout.HiddenLink"/>; the sender puts it in, then forgets it.</summary>
    public string? Secret { get; private set; }
    /// <summary>Where the act leads when anybody may know it: what a digest's line leads to.</summary>
    public string? Link { get; private set; }
    public string? CalendarName { get; private set; }
    public string? CalendarMethod { get; private set; }
    public string? Calendar { get; private set; }
    public string Cause { get; private set; } = "";
    public Guid? CausedById { get; private set; }
    public Guid? SubjectId { get; private set; }
    public string? About { get; private set; }
    public string? Thread { get; private set; }
    public string? LastLook { get; private set; }
    public bool IsDirect { get; private set; }
    public DateTimeOffset? NotBefore { get; private set; }
    public DateTimeOffset? NotAfter { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public MailState State { get; private set; }
    /// <summary>When the state became what it is; null: as written.</summary>
    public DateTimeOffset? StateAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset? NextAttemptAt { get; private set; }
    /// <summary>What the server last said, or why it was not sent.</summary>
    public string? Reply { get; private set; }
    /// <summary>A server may have taken it without our knowing, so it was sent again, under the same Message-ID.</summary>
    public bool IsUncertain { get; private set; }
    public override string Label => Subject;

    /// <param name="choices">The receiver's own page of choices; null where the mail is only looked at.</param>
    public string TextAsSent(string? choices) => LetterLayout.Fill(Text, Secret, choices);

    public string HtmlAsSent(string? choices) => LetterLayout.Fill(Html, WebUtility.HtmlEncode(Secret), WebUtility.HtmlEncode(choices));

    public void Sent(int attempts, string reply, DateTimeOffset at)
    {
        (Attempts, NextAttemptAt, Secret) = (attempts, null, null);
        Become(MailState.Sent, reply, at);
    }

    public void RetryAt(DateTimeOffset next, int attempts, string reply, DateTimeOffset at)
    {
        (Attempts, NextAttemptAt) = (attempts, next);
        Become(MailState.Retrying, reply, at);
    }

    public void Die(int attempts, string reply, DateTimeOffset at)
    {
        (Attempts, NextAttemptAt) = (attempts, null);
        Become(MailState.Dead, reply, at);
    }

    public void Resend(DateTimeOffset at)
    {
        if (State != MailState.Dead) throw new RuleViolation("outbox.resend");
        (Attempts, NextAttemptAt, NotAfter) = (0, null, null);
        Become(MailState.Queued, null, at);
    }

    public void Withdraw(string why) => Become(MailState.Withdrawn, why, null);

    /// <summary>Too late, not wanted, or for a digest.</summary>
    public void Hold(MailState state, string? why, DateTimeOffset at) => Become(state, why, at);

    public void Doubt() => IsUncertain = true;

    /// <summary>As its state says now. In a digest, and in the mailbox of a demonstration, it gets there.</summary>
    public MailSettled Settled() => new(IdempotencyKey, SubjectId, State is MailState.Sent or MailState.Digest or MailState.Kept ? null : Reply);

    private void Become(MailState state, string? reply, DateTimeOffset? at) => (State, Reply, StateAt) = (state, reply is null ? null : Cut(reply, ReplyLength), at);

    /// <summary>Old: that it went is kept, what it said is not.</summary>
    public void Lighten() => (Text, Html, Secret, Link, Calendar) = ("", "", null, null, null);

    /// <summary>Its receiver is erased, or it spoke of somebody who is.</summary>
    public void Empty()
    {
        (ToName, ToAddress, Subject, Text, Html, Secret, Cause) = (null, "", "Message effacé", "", "", null, "Message effacé");
        (Link, Calendar, CalendarName, CalendarMethod, About, Reply, ReplyTo) = (null, null, null, null, null, null, null);
        if (State is MailState.Queued or MailState.Retrying or MailState.Digest) State = MailState.Withdrawn;
    }

    // One line: a name with a line break would be a header of its own.
    private static string Cut(string line, int length) => French.Cut(string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c)), length);

    internal sealed class Table : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> b)
        {
            b.Property(m => m.IdempotencyKey).HasMaxLength(KeyLength);
            b.Property(m => m.FromName).HasMaxLength(160);
            b.Property(m => m.ToName).HasMaxLength(160);
            b.Property(m => m.ToAddress).HasMaxLength(254);
            b.Property(m => m.ReplyTo).HasMaxLength(254);
            b.Property(m => m.Subject).HasMaxLength(SubjectLength);
            b.Property(m => m.Text).HasMaxLength(-1);
            b.Property(m => m.Html).HasMaxLength(-1);
            b.Property(m => m.Secret).HasMaxLength(500);
            b.Property(m => m.Link).HasMaxLength(500);
            b.Property(m => m.CalendarName).HasMaxLength(80);
            b.Property(m => m.CalendarMethod).HasMaxLength(20);
            b.Property(m => m.Calendar).HasMaxLength(-1);
            b.Property(m => m.Cause).HasMaxLength(300);
            b.Property(m => m.About).HasMaxLength(SubjectLength);
            b.Property(m => m.Thread).HasMaxLength(120);
            b.Property(m => m.LastLook).HasMaxLength(40);
            b.Property(m => m.Reply).HasMaxLength(ReplyLength);
            b.HasIndex(m => new { m.TenantId, m.IdempotencyKey }).IsUnique();
            b.HasIndex(m => new { m.TenantId, m.CreatedAt, m.Id });
            b.HasIndex(m => new { m.TenantId, m.State, m.CreatedAt, m.Id });
        }
    }
}
