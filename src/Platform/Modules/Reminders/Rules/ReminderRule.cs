using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Kernel;
using Platform.Modules.Reminders.Contract;

namespace Platform.Modules.Reminders.Rules;

/// <summary>When the space writes, to whom and what, about one kind of thing. A space without a row of the kind follows the shipped rule.</summary>
[Display(Name = "Règle de rappel")]
public sealed class ReminderRule : TenantOwned
{
    public const int StepsLength = 600, SubjectLength = 160, TextLength = 2000;

    private ReminderRule() { }

    internal ReminderRule(KindBook book)
    {
        (Kind, IsOn) = (book.Kind, true);
        Follow(book);
    }

    [Display(Name = "Objet suivi")] public ReminderKind Kind { get; private set; }
    [Display(Name = "En service")] public bool IsOn { get; private set; }
    [Display(Name = "Rappels")] public string Steps { get; private set; } = "";
    [Display(Name = "S’arrête quand")] public StopWhen Stop { get; private set; }
    [Display(Name = "Objet du message")] public string Subject { get; private set; } = "";
    [Display(Name = "Texte")] public string Text { get; private set; } = "";
    [Display(Name = "Texte de l’étage suivant")] public string Escalation { get; private set; } = "";
    public override string Label => EnumNames.Of(Kind);

    /// <summary>It differs from the shipped rule in more than being stopped: a rule that is only stopped, or was put back, has nothing to come back from.</summary>
    public bool IsOwn
    {
        get
        {
            var shipped = new ReminderRule(KindBook.Of(Kind));
            return (Steps, Stop, Subject, Text, Escalation) != (shipped.Steps, shipped.Stop, shipped.Subject, shipped.Text, shipped.Escalation);
        }
    }

    public void Switch(bool on) => IsOn = on;

    /// <summary>As it ships.</summary>
    internal void Follow(KindBook book)
    {
        Plan(book.Steps);
        StopAt(book.Stops[0]);
        Word(book.Subject, book.Text, book.Escalation);
    }

    internal void Plan(IEnumerable<Step> steps) => Steps = Step.Write(steps);

    public void StopAt(StopWhen stop) => Stop = KindBook.Of(Kind).Stops.Contains(stop) ? stop : throw new RuleViolation("reminder.stop");

    public void Word(string subject, string text, string escalation) => (Subject, Text, Escalation) = (subject, text, escalation);

    internal sealed class Table : IEntityTypeConfiguration<ReminderRule>
    {
        public void Configure(EntityTypeBuilder<ReminderRule> b)
        {
            b.Ignore(r => r.IsOwn);
            b.Property(r => r.Steps).HasMaxLength(StepsLength);
            b.Property(r => r.Subject).HasMaxLength(SubjectLength);
            b.Property(r => r.Text).HasMaxLength(TextLength);
            b.Property(r => r.Escalation).HasMaxLength(TextLength);
            b.HasIndex(r => new { r.TenantId, r.Kind }).IsUnique();
        }
    }
}

/// <summary>Who was reminded of what on which day. Its key is what keeps a second mail about the same thing to the same person on the
/// same day from existing, whoever writes it: a rule, a hand, two nodes at once.</summary>
[NotAudited]
public sealed class Reminded : TenantOwned
{
    private Reminded() { }

    internal Reminded(Owed owed, Guid receiverId, DateOnly day, string mailKey, bool byHand) =>
        (Kind, SubjectId, ReceiverId, Day, AnchorOn, MailKey, ByHand) = (owed.Kind, owed.Id, receiverId, day, owed.AnchorOn, mailKey, byHand);

    public ReminderKind Kind { get; private set; }
    public Guid SubjectId { get; private set; }
    /// <summary>A person of the space, or an account that stands for nobody.</summary>
    public Guid ReceiverId { get; private set; }
    public DateOnly Day { get; private set; }
    /// <summary>As it was when the mail was written: a mail whose date has moved since is not sent.</summary>
    public DateOnly AnchorOn { get; private set; }
    public string MailKey { get; private set; } = "";
    public bool ByHand { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<Reminded>
    {
        public void Configure(EntityTypeBuilder<Reminded> b)
        {
            b.Property(r => r.MailKey).HasMaxLength(Outbox.OutboxMessage.KeyLength);
            b.HasIndex(r => new { r.TenantId, r.SubjectId, r.ReceiverId, r.Day }).IsUnique();
            b.HasIndex(r => new { r.TenantId, r.ReceiverId, r.Day });
            b.HasIndex(r => new { r.TenantId, r.Day, r.Kind });
        }
    }
}

internal static class RuleBook
{
    /// <summary>The rule of each kind that the space follows: its own, else the shipped one.</summary>
    public static async Task<IReadOnlyDictionary<ReminderKind, ReminderRule>> Of(PlatformDb db, CancellationToken ct)
    {
        var own = await db.Set<ReminderRule>().AsNoTracking().ToDictionaryAsync(r => r.Kind, ct);
        return KindBook.All.ToDictionary(k => k.Kind, k => own.GetValueOrDefault(k.Kind) ?? new ReminderRule(k));
    }
}
