using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Data;
using Platform.Modules.Reminders.Contract;
using Platform.Modules.Shared;

namespace Platform.Modules.Reminders.Now;

/// <summary>Somebody reminded others by hand: the line of it that the journal shows. Names stand in the log of messages, where they can be erased.</summary>
[Display(Name = "Relance")]
public sealed class HandReminder : TenantOwned
{
    public const int TitleLength = 300;

    private HandReminder() { }

    internal HandReminder(ReminderKind kind, Guid subjectId, string title, int receivers, DateTimeOffset at) =>
        (Kind, SubjectId, Title, Receivers, At) = (kind, subjectId, French.Cut(title, TitleLength), receivers, at);

    [Display(Name = "Objet suivi")] public ReminderKind Kind { get; private set; }
    public Guid SubjectId { get; private set; }
    [Display(Name = "À propos de")] public string Title { get; private set; } = "";
    [Display(Name = "Destinataires")] public int Receivers { get; private set; }
    public DateTimeOffset At { get; private set; }
    public override string Label => Title;

    internal sealed class Table : IEntityTypeConfiguration<HandReminder>
    {
        public void Configure(EntityTypeBuilder<HandReminder> b)
        {
            b.Property(r => r.Title).HasMaxLength(TitleLength);
        }
    }
}
