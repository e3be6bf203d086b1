using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;

namespace Platform.Modules.Reminders.Outbox;

/// <summary>A mail that waits to go, without a word of it: who claims it, until when, and what must go before it. The dispatcher reads
/// the mails of all spaces at once, which a space's own table does not let anybody do; it then enters the space to read the mail itself.</summary>
public sealed class MailDue : IGlobal
{
    private MailDue() { }

    internal MailDue(OutboxMessage message, Guid spaceId)
    {
        (MessageId, SpaceId) = (message.Id, spaceId);
        NotBefore = NextAttemptAt = message.NotBefore ?? message.CreatedAt;
        Lane = message.Thread is null ? message.Id : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{spaceId}\n{message.ToAddress.ToUpperInvariant()}\n{message.Thread}")).AsSpan(0, 16));
    }

    /// <summary>Counts up: the order in which mails were written.</summary>
    public long Id { get; private set; }
    public Guid MessageId { get; private set; }
    public Guid SpaceId { get; private set; }
    /// <summary>One receiver in one thread: one at a time, in order.</summary>
    public Guid Lane { get; private set; }
    public DateTimeOffset NotBefore { get; private set; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public int Attempts { get; private set; }
    /// <summary>The claim: whoever does not hold it any more changes nothing.</summary>
    public Guid? Token { get; private set; }
    public DateTimeOffset? LeaseUntil { get; private set; }
    /// <summary>The server was about to be given the text: should nothing be known after that, it may have taken it.</summary>
    public DateTimeOffset? DataStartedAt { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<MailDue>
    {
        public void Configure(EntityTypeBuilder<MailDue> b)
        {
            b.HasKey(d => d.Id);
            b.HasIndex(d => d.MessageId).IsUnique();
            b.HasIndex(d => new { d.SpaceId, d.NextAttemptAt, d.Id });
            b.HasIndex(d => new { d.Lane, d.Id });
            b.HasIndex(d => d.Token);
        }
    }
}

/// <summary>How many mails of a space were claimed in the current minute, whatever the number of nodes.</summary>
public sealed class MailPace : IGlobal
{
    private MailPace() { }

    internal MailPace(Guid spaceId, DateTimeOffset since, int count) => (SpaceId, Since, Count) = (spaceId, since, count);

    public Guid SpaceId { get; private set; }
    public DateTimeOffset Since { get; private set; }
    public int Count { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<MailPace>
    {
        public void Configure(EntityTypeBuilder<MailPace> b)
        {
            b.HasKey(p => p.SpaceId);
            b.Property(p => p.SpaceId).ValueGeneratedNever();
        }
    }
}
