using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Tenancy;

namespace Platform.Modules.Reminders.Outbox;

public enum MailState : short
{
    [Display(Name = "À envoyer")] Queued = 1,
}

/// <summary>A mail as it will be sent. Written with what caused it, then never changed but for its delivery. The personal link of a
/// mail stands apart from the text, so that no page or export of the log can show it.</summary>
[Display(Name = "Message"), NotAudited]
public sealed class OutboxMessage : TenantOwned
{
    public const int KeyLength = 160, SubjectLength = 200;

    private OutboxMessage() { }

    internal OutboxMessage(Letter letter, Space from, DateTimeOffset now)
    {
        (IdempotencyKey, Category, SubjectId, Cause) = (letter.Key, letter.Category, letter.SubjectId, Cut(letter.Cause, 300));
        (FromName, ToName, ToAddress) = (Cut(from.SenderName, 160), letter.Name is null ? null : Cut(letter.Name, 160), letter.Address);
        (Subject, CreatedAt, State) = (Cut(letter.Subject, SubjectLength), now, MailState.Queued);
        Secret = letter.Act is { IsSecret: true } act ? act.Address : null;
        (Text, Html) = (LetterLayout.Text(letter, from), LetterLayout.Html(letter, from));
    }

    /// <summary>Unique in the space: what must be sent once is written once, whoever tries again.</summary>
    public string IdempotencyKey { get; private set; } = "";
    public MailCategory Category { get; private set; }
    public string FromName { get; private set; } = "";
    public string? ToName { get; private set; }
    public string ToAddress { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";
    /// <summary>The address that stands where the texts say <see cref="LetterLayout.HiddenLink"/>; the sender puts it in, then forgets it.</summary>
    public string? Secret { get; private set; }
    public string Cause { get; private set; } = "";
    public Guid? SubjectId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public MailState State { get; private set; }
    public override string Label => Subject;

    public string TextAsSent => LetterLayout.Fill(Text, Secret);

    public string HtmlAsSent => LetterLayout.Fill(Html, Secret is null ? null : System.Net.WebUtility.HtmlEncode(Secret));

    /// <summary>Its receiver is erased, or it spoke of somebody who is.</summary>
    public void Empty() => (ToName, ToAddress, Subject, Text, Html, Secret, Cause) = (null, "", "Message effacé", "", "", null, "Message effacé");

    // One line: a name with a line break would be a header of its own.
    private static string Cut(string line, int length)
    {
        line = string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= length ? line : line[..(length - 1)] + "…";
    }

    internal sealed class Table : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> b)
        {
            b.Property(m => m.IdempotencyKey).HasMaxLength(KeyLength);
            b.Property(m => m.FromName).HasMaxLength(160);
            b.Property(m => m.ToName).HasMaxLength(160);
            b.Property(m => m.ToAddress).HasMaxLength(254);
            b.Property(m => m.Subject).HasMaxLength(SubjectLength);
            b.Property(m => m.Text).HasMaxLength(-1);
            b.Property(m => m.Html).HasMaxLength(-1);
            b.Property(m => m.Secret).HasMaxLength(500);
            b.Property(m => m.Cause).HasMaxLength(300);
            b.HasIndex(m => new { m.TenantId, m.IdempotencyKey }).IsUnique();
            b.HasIndex(m => new { m.TenantId, m.CreatedAt, m.Id });
        }
    }
}
